import { describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import { trainingAnswerSchema, trainingRequestSchema } from "@/lib/contract/request";
import { trainingKind } from "./training";

const reference = await loadReferenceData();
const base = {
  kind: "training",
  model: "meta-llama/Llama-3.1-8B-Instruct",
  method: "lora",
  seqLen: 2048,
  microBatch: 1,
  accelerator: "nvidia-h100-sxm",
  count: 8,
};
const outcome = (change: object = {}) =>
  trainingKind(trainingRequestSchema.parse({ ...base, ...change }), { reference });
const answer = (change: object = {}) => {
  const found = outcome(change);
  if (!found.ok) throw new Error(found.message);
  return trainingAnswerSchema.parse(found.value);
};

test("every combination of settings has an answer, or says what stands against it", () => {
  const { method, optimizer, precision, sharding, offload, checkpointing } = trainingRequestSchema.shape;
  const each = <T>(options: readonly T[], index: number) => options[index % options.length];
  let index = 0;
  for (const m of method.options)
    for (const s of sharding.unwrap().options)
      for (const off of offload.unwrap().options)
        for (const c of checkpointing.unwrap().options) {
          index += 1;
          const found = outcome({
            method: m,
            sharding: s,
            offload: off,
            checkpointing: c,
            optimizer: each(optimizer.unwrap().options, index),
            precision: each(precision.unwrap().options, Math.floor(index / 4)),
          });
          if (found.ok) expect(found.value.peakGib).toBeGreaterThan(0);
          else expect([found.code, found.path]).toEqual(["INFEASIBLE", "offload"]);
        }
});

const huge = {
  hidden_size: 65_536,
  intermediate_size: 262_144,
  num_hidden_layers: 400,
  num_attention_heads: 512,
  num_key_value_heads: 512,
  vocab_size: 500_000,
  max_position_embeddings: 4096,
  tie_word_embeddings: false,
};

describe("What cannot be run names field, value and what is allowed", () => {
  test.each([
    [{ tp: 3 }, "INVALID_INPUT", "tp", "`tp` is 3: must divide the 32 attention heads"],
    [{ pp: 64, count: 64 }, "INVALID_INPUT", "pp", "`pp` is 64: must be at most the 32 layers"],
    [{ tp: 2, count: 7 }, "INVALID_INPUT", "count", "`count` is 7: must be a multiple of tp × pp (2)"],
    [
      { globalBatch: 4 },
      "INVALID_INPUT",
      "globalBatch",
      "`globalBatch` is 4: must be at least microBatch × count ÷ (tp × pp) (8)",
    ],
    [{ meanTokens: 4000 }, "INVALID_INPUT", "meanTokens", "`meanTokens` is 4000: must be at most seqLen (2048)"],
    [
      { offload: "all", sharding: "zero2" },
      "INFEASIBLE",
      "offload",
      '`offload` is "all": zero2 keeps weights whole on each accelerator; use zero3, fsdp or hsdp',
    ],
    [
      { precision: "fp8", accelerator: "nvidia-a100-sxm4-80gb" },
      "INFEASIBLE",
      "precision",
      '`precision` is "fp8": no 8-bit rate of nvidia-a100-sxm4-80gb is published; use bf16, fp16 or fp32',
    ],
  ])("%o", (change, code, path, message) => {
    expect(outcome(change)).toEqual({ ok: false, code, path, message });
  });
});

test("hours and cost follow from tokens, speed and the listed price", () => {
  const { hours = 0, acceleratorHours, tokensPerSecond, cost } = answer({ tokens: 1e9, sharding: "fsdp" });
  expect(hours).toBeCloseTo(1e9 / tokensPerSecond / 3600, 9);
  expect(acceleratorHours).toBeCloseTo(hours * 8, 9);
  expect(cost?.usd).toBeCloseTo((cost?.usdPerMillionTokens ?? 0) * 1000, 6);
  const offer = reference.offers.find(({ id }) => id === cost?.offer);
  expect(offer?.acceleratorId).toBe("nvidia-h100-sxm");
  // A machine is rented whole: never less than the accelerators that are used.
  expect(cost?.usd).toBeGreaterThanOrEqual(hours * 8 * (cost?.usdPerAcceleratorHour ?? 0) * (1 - 1e-9));
});

test("examples that are not packed take as much longer as they are filled up", () => {
  const packed = answer({ tokens: 1e8 });
  const filled = answer({ tokens: 1e8, packing: false, meanTokens: 512 });
  // 512 of 2048 tokens
  expect(filled.usefulShare).toBe(0.25);
  expect(filled.hours).toBeCloseTo((packed.hours ?? 0) * 4, 9);
  expect(filled.cost?.usd).toBeCloseTo((packed.cost?.usd ?? 0) * 4, 9);
  expect(filled.peakGib).toBe(packed.peakGib);
});

describe("The cheapest way that fits", () => {
  test("fits, and costs no more than the same training as asked, within the five percent that count as alike", () => {
    const { cheapest, cost } = answer({ tokens: 1e9, sharding: "fsdp" });
    expect(cheapest?.deviceGib).toBeLessThanOrEqual(cheapest?.usableGib ?? 0);
    expect(cheapest?.cost.usd).toBeLessThanOrEqual((cost?.usd ?? 0) * 1.05);
  });

  test("takes several accelerators where one cannot hold the states", () => {
    // 16 bytes of each of 70 B parameters are 1,120 GB.
    const { cheapest } = answer({ model: "meta-llama/Llama-3.1-70B-Instruct", method: "full" });
    expect((cheapest?.count ?? 0) * (cheapest?.usableGib ?? 0)).toBeGreaterThan(1_120e9 / 2 ** 30);
    expect(cheapest?.sharding).toBe("fsdp");
  });

  test("is none where nothing holds it", () => {
    expect(answer({ model: { config: { model_type: "llama", ...huge } }, method: "full" }).cheapest).toBeNull();
  });
});

test("a head that is kept apart takes its table again", () => {
  const model = "meta-llama/Llama-3.2-1B-Instruct";
  const of = (tiedEmbeddings: boolean) =>
    answer({ model, tiedEmbeddings, count: 1 }).components.find(({ id }) => id === "weights")?.gib ?? 0;
  // 128,256 × 2,048 × 2 bytes
  expect((of(false) - of(true)) * 2 ** 30).toBeCloseTo(128_256 * 2048 * 2, -3);
});

test("an adapter in one FSDP unit with its base keeps gradients of both (PyTorch's FSDP notes)", () => {
  const settings = { sharding: "fsdp", checkpointing: "full", count: 2 };
  const gradients = (change: object) =>
    answer({ ...settings, ...change }).components.find(({ id }) => id === "gradients")?.gib ?? 0;
  // 8.03 B parameters in 16 bits, whole until the step
  const together = gradients({ adaptersWrapped: "together", gradientSync: "step" });
  expect((together * 2 ** 30) / (2 * 8.03e9)).toBeCloseTo(1, 1);
  expect(gradients({})).toBeLessThan(0.1);
});
