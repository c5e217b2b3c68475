import type { Band, Calibration, ErrorBands } from "@/lib/engine/measuring";
import type { Compared, ScoredRow, Scoring } from "../accuracy";
import { type LeftOut, valuesFor } from "./left-out";
import type { Predicted, Run } from "./predictor";
import { sourceOf } from "./reading";
import { measuredOn, type ServingRow } from "./rows";

const engines: Record<ServingRow["engine"], string> = { vllm: "vLLM", sglang: "SGLang", trtllm: "TensorRT-LLM" };

const sources = {
  InferenceX: "InferenceX runs, as collected in ai-dynamo/aiconfigurator (Apache-2.0)",
  "aiconfigurator runs": "NVIDIA's runs in ai-dynamo/aiconfigurator (Apache-2.0)",
} as const;

/** Month the runs were collected in, where a row does not say when it ran. */
const collected = "2026-04";

const whole = (length: number): string => Math.round(length).toLocaleString("en-US");

const loadOf = ({ concurrency, isl, osl }: ServingRow): string =>
  `${whole(concurrency)} ${concurrency === 1 ? "user" : "users"}, ${whole(isl)} in, ${whole(osl)} out`;

type Bands = Pick<ErrorBands, "tpot" | "ttft"> & { e2e: Band };

/** A time goes up as throughput goes down. */
const bandsOf = ({ tpot, ttft, throughput }: ErrorBands): Bands => ({
  tpot,
  ttft,
  e2e: { low: 1 / throughput.high, high: 1 / throughput.low },
});

const e2eOf = ({ ttftSeconds, tpotSeconds }: Predicted, outputTokens: number): number =>
  ttftSeconds + (outputTokens - 1) * tpotSeconds;

/** Measured beside predicted by each fit. The range is the one that the product shows, around what it had not seen. */
export function scoredRun(run: Run, calibration: Calibration, leftOut: LeftOut): ScoredRow {
  const { row, family, kind, accelerator, accelerators, weights, outputTokens } = run;
  const predicted: Record<Scoring, Predicted> = {
    fitted: run.predict(calibration.values),
    modelLeftOut: run.predict(valuesFor(run, "modelLeftOut", leftOut)),
    acceleratorLeftOut: run.predict(valuesFor(run, "acceleratorLeftOut", leftOut)),
    sourceLeftOut: run.predict(valuesFor(run, "sourceLeftOut", leftOut)),
  };
  const compare = (measured: number, of: (predicted: Predicted) => number, { low, high }: Band): Compared => {
    const middle = of(predicted.modelLeftOut);
    return {
      measured,
      predicted: {
        fitted: of(predicted.fitted),
        modelLeftOut: middle,
        acceleratorLeftOut: of(predicted.acceleratorLeftOut),
        sourceLeftOut: of(predicted.sourceLeftOut),
      },
      low: middle * low,
      high: middle * high,
    };
  };
  const bands = bandsOf(calibration.errors.runs[row.engine]);
  const e2eMs = row.ttft_ms + (outputTokens - 1) * row.tpot_ms;
  return {
    id: row.id,
    area: "serving",
    model: row.model,
    family,
    kind,
    accelerator,
    accelerators,
    engine: engines[row.engine],
    engineVersion: row.engine_version,
    weights,
    load: loadOf(row),
    concurrency: row.concurrency,
    source: {
      title: sources[sourceOf(row)],
      url: "https://github.com/ai-dynamo/aiconfigurator",
      asOf: measuredOn(row)?.slice(0, 7) ?? collected,
    },
    compared: {
      tpotMs: compare(row.tpot_ms, ({ tpotSeconds }) => tpotSeconds * 1000, bands.tpot),
      ttftMs: compare(row.ttft_ms, ({ ttftSeconds }) => ttftSeconds * 1000, bands.ttft),
      e2eMs: compare(e2eMs, (each) => e2eOf(each, outputTokens) * 1000, bands.e2e),
    },
  };
}
