import { describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import { defaultCalibration, parameters, priorValues, servingKind } from "@/lib/engine/measuring";
import { sorted } from "./faults";
import { fitRuns } from "./fit";
import { launchOf } from "./launch";
import { runOf } from "./predictor";
import { layoutOf, lengthsOf, weightsOf } from "./reading";
import { requestOf } from "./request";
import { readServingRows, type ServingRow } from "./rows";

const reference = await loadReferenceData();
const rows = readServingRows();
const { kept, excluded } = sorted(rows);
const every = (step: number) => kept.filter((_, index) => index % step === 0);

describe("rows of measured runs", () => {
  test("are each scored or left aside with a reason", () => {
    expect(kept.length + excluded.length).toBe(rows.length);
    expect(new Set([...kept, ...excluded].map(({ id }) => id)).size).toBe(rows.length);
    for (const { reason } of excluded) expect(reason).not.toBe("");
  });

  test("are not left aside for a prediction: the reasons know nothing of one", () => {
    expect([...new Set(excluded.map(({ reason }) => reason))]).toHaveLength(4);
  });

  const row = (given: Partial<ServingRow>): ServingRow => ({ ...(kept[0] as ServingRow), ...given });

  test("that give a product of degrees are read as one machine of eight", () => {
    const product = row({ tp: 64, attention_dp: 1, expert_tp: 8, expert_ep: 8 });
    expect(layoutOf(product)).toEqual({ tp: 8, dp: 1, expertTp: 1, expertEp: 8 });
  });

  test("of InferenceX give the product of degrees on smaller machines too", () => {
    const inferenceX = row({
      source: "source_file=2026-04-06.csv",
      tp: 4,
      attention_dp: 1,
      expert_tp: 2,
      expert_ep: 2,
    });
    expect(layoutOf(inferenceX)).toEqual({ tp: 2, dp: 1, expertTp: 1, expertEp: 2 });
    const own = { ...inferenceX, source: "source_file=h100_sxm/trtllm/x.csv" };
    expect(layoutOf(own)).toEqual({ tp: 4, dp: 1, expertTp: 2, expertEp: 2 });
  });

  test("are asked with the settings their launch scripts have, NVIDIA's own with none", () => {
    const llama = row({
      source: "source_file=2026-04-06.csv",
      model: "meta-llama/Llama-3.1-70B",
      engine: "trtllm",
      accelerator: "nvidia-b200-sxm",
      linear_dtype: "fp8",
      isl: 1024,
      osl: 1024,
      tp: 4,
      expert_tp: 1,
      expert_ep: 1,
    });
    expect(launchOf(llama)).toEqual({ kv: "fp8", maxNumBatchedTokens: 16_384, gatherSteps: 20 });
    expect(launchOf({ ...llama, tp: 8 }).gatherSteps).toBe(0);
    const deepSeek = { ...llama, model: "deepseek-ai/DeepSeek-R1", engine: "sglang" as const, tp: 8 };
    expect([4, 64].map((concurrency) => launchOf({ ...deepSeek, concurrency }).gatherSteps)).toEqual([10, 30]);
    expect(launchOf({ ...deepSeek, source: "source_file=h100_sxm/sglang/x.csv" })).toEqual({});
  });

  test("of InferenceX have lengths of 90 % of the nominal ones on average, NVIDIA's own exactly", () => {
    const drawn = row({ source: "source_file=2026-04-06.csv", isl: 1000, osl: 100 });
    expect(lengthsOf(drawn)).toMatchObject({ isl: 900, osl: 90 });
    expect(lengthsOf({ ...drawn, source: "source_file=h100_sxm/trtllm/x.csv" })).toEqual({ isl: 1000, osl: 100 });
  });

  test("without a number format are 16 bit, gpt-oss is its vendor's own", () => {
    expect(weightsOf(row({ model: "meta-llama/Llama-3.1-70B", linear_dtype: "", expert_dtype: "" }))).toBe("bf16");
    expect(weightsOf(row({ model: "openai/gpt-oss-120b", linear_dtype: "nvfp4" }))).toBeUndefined();
  });
});

describe("the calibration", () => {
  test("predicts a run as the product answers the same question", () => {
    for (const each of every(37)) {
      const { tpotSeconds, ttftSeconds } = runOf(each, reference).predict(defaultCalibration.values);
      const outcome = servingKind(requestOf(each), { reference, calibration: defaultCalibration });
      if (!outcome.ok) throw new Error(outcome.message);
      expect(outcome.value.tpotMs.mean / 1000).toBeCloseTo(tpotSeconds, 9);
      expect(outcome.value.ttftMs.mean / 1000).toBeCloseTo(ttftSeconds, 9);
    }
  });

  test("has a value and an uncertainty for every parameter, none far beyond what its prior allows", () => {
    expect(Object.keys(defaultCalibration.values).sort()).toEqual(parameters.map(({ name }) => name).sort());
    for (const { name, prior, spread } of parameters) {
      const moved = Math.abs(Math.log((defaultCalibration.values[name] ?? Number.NaN) / prior)) / spread;
      expect(moved, name).toBeLessThan(6);
    }
  });
});

describe("a fit", () => {
  test("to runs made by known parameters finds them again", () => {
    const truth = { ...priorValues, bandwidth: 1.08, "vllm.step": 1e-3 };
    const made = every(9)
      .filter(({ engine }) => engine === "vllm")
      .map((each) => {
        const { tpotSeconds, ttftSeconds } = runOf(each, reference).predict(truth);
        return runOf({ ...each, tpot_ms: tpotSeconds * 1000, ttft_ms: ttftSeconds * 1000 }, reference);
      });
    const { values } = fitRuns(made, priorValues, 8);
    for (const { row, predict } of made) {
      expect((predict(values).tpotSeconds * 1000) / row.tpot_ms).toBeCloseTo(1, 1);
    }
    expect(values.bandwidth).toBeGreaterThan(1.02);
    expect(values["vllm.step"]).toBeGreaterThan(0.7e-3);
  });

  test("to nothing stays at the priors", () => {
    const { values } = fitRuns([], priorValues, 2);
    for (const { name, prior } of parameters) expect(values[name]).toBeCloseTo(prior, 9);
  });
});
