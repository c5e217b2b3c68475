import { describe, expect, test } from "vitest";
import { bytesPerTokenLayer, scoreBytesPerTokenLayer } from "./activations";
import { trainingConstants } from "./constants";
import { trainingMemory } from "./memory";
import { adapterParameters, moduleNames } from "./shape";
import { nf4BytesPerParameter, stateBytes } from "./states";
import { planFor, shapeFrom, shapes } from "./testing/shapes";
import { flopsPerToken, trainingSpeed } from "./time";

/** Figures that papers and projects publish, each with where. */

const { memory, time } = trainingConstants;
const gb = 1e9;
const gib = 2 ** 30;

describe("ZeRO (Rajbhandari et al. 2020, arXiv 1910.02054, figure 1): 7.5 B parameters on 64 devices", () => {
  const shape = shapeFrom({
    parameters: 7.5e9,
    layers: 36,
    hidden: 4096,
    heads: 32,
    feedForward: 16_384,
    vocabulary: 50_257,
  });
  test.each([
    // 2 + 2 + 12 bytes of each parameter
    ["none", 120],
    // 2 + 2 + 12 ÷ 64
    ["zero1", 31.4],
    // 2 + (2 + 12) ÷ 64
    ["zero2", 16.6],
    // 16 ÷ 64
    ["zero3", 1.9],
  ] as const)("%s: %s GB of states", (sharding, expected) => {
    const { weights, gradients, optimizer } = stateBytes(shape, planFor(shape, { sharding, count: 64 }));
    expect((weights + gradients + optimizer) / gb).toBeCloseTo(expected, 1);
  });
});

test("FSDP of PyTorch with 32-bit weights divided takes the same 16 bytes of each parameter (4 + 4 + 8)", () => {
  const states = stateBytes(shapes.llama3of8, planFor(shapes.llama3of8, { sharding: "fsdp", count: 8 }));
  expect((states.weights + states.gradients + states.optimizer) * 8).toBeCloseTo(16 * 8.03e9, -6);
});

test("DeepSpeed's estimator: 2,783 M parameters on one device under the third stage are 46.91 GiB (its memory page, T0_3B)", () => {
  // 18 bytes of each parameter and 4 of the largest layer's 65 M; ours are 16, and 8 of the billion stepped at once.
  const shape = shapeFrom({
    parameters: 2.783e9,
    layers: 48,
    hidden: 2048,
    heads: 32,
    feedForward: 5120,
    vocabulary: 32_128,
  });
  const plan = planFor(shape, { sharding: "zero3", seqLen: 1, checkpointing: "full" });
  expect(Math.abs(trainingMemory(shape, plan, memory).allocatedBytes / gib / 46.91 - 1)).toBeLessThan(0.1);
});

test("ZeRO-Offload trains 13 B parameters on one V100 with 32 GB (Ren et al. 2021, arXiv 2101.06840)", () => {
  const settings = { sharding: "zero2", checkpointing: "full", precision: "fp16", seqLen: 1024 } as const;
  const on = (offload: "none" | "optimizer") =>
    trainingMemory(shapes.gpt13, planFor(shapes.gpt13, { ...settings, offload }), memory).deviceBytes / gib;
  expect(on("optimizer")).toBeLessThan(32);
  expect(on("none")).toBeGreaterThan(32);
});

describe("Scores of attention (Korthikanti et al. 2022, arXiv 2205.05198, section 5)", () => {
  test.each([
    // 5as ÷ h = 5 × 96 × 2048 ÷ 12288 = 80 against 34: 70 % of a layer
    ["GPT-3", shapes.gpt3, 80, 0.7],
    // 5 × 128 × 2048 ÷ 20480 = 64: 65 %
    ["MT-NLG 530B", shapes.gpt530, 64, 0.65],
  ])("%s", (_, shape, perHidden, share) => {
    const plan = planFor(shape, { flashAttention: false });
    const scores = scoreBytesPerTokenLayer(shape, plan);
    expect(scores / shape.hidden).toBe(perHidden);
    const layer = bytesPerTokenLayer(shape, plan, { ...memory, activations: 1 });
    expect(scores / (scores + layer)).toBeCloseTo(share, 1);
  });

  test("a layer of GPT-3 keeps 34 bytes of each token and hidden number besides, within a tenth", () => {
    const kept = bytesPerTokenLayer(shapes.gpt3, planFor(shapes.gpt3), { ...memory, activations: 1 });
    expect(Math.abs(kept / shapes.gpt3.hidden / 34 - 1)).toBeLessThan(0.1);
  });
});

test("Recomputing all: 530 B run at 42.1 % of the peak instead of 54.2 % (Korthikanti et al. 2022, abstract)", () => {
  const device = {
    family: "ampere" as const,
    bf16FlopsPerSecond: 312e12,
    fp8FlopsPerSecond: null,
    memoryBytesPerSecond: 2e12,
    linkBytesPerSecond: 300e9,
    hostLinkBytesPerSecond: null,
  };
  const mfu = (checkpointing: "full" | "none") => {
    const plan = planFor(shapes.gpt530, { checkpointing, sharding: "zero1", tp: 8, count: 8 });
    return trainingSpeed(shapes.gpt530, plan, device, time).mfu;
  };
  expect(Math.abs(mfu("full") / mfu("none") / (42.1 / 54.2) - 1)).toBeLessThan(0.1);
});

describe("Arithmetic of published runs", () => {
  test.each([
    ["GPT-3: 3.14e23 for 300 B tokens (Brown et al. 2020, table D.1)", shapes.gpt3, 2048, 300e9, 3.14e23],
    ["Llama 3 405B: 3.8e25 for 15.6 T tokens (Llama Team 2024)", shapes.llama3of405, 8192, 15.6e12, 3.8e25],
  ])("%s", (_, shape, seqLen, tokens, expected) => {
    const { matrices, attention } = flopsPerToken(shape, planFor(shape, { method: "pretrain", seqLen })).needed;
    expect(Math.abs(((matrices + attention) * tokens) / expected - 1)).toBeLessThan(0.05);
  });

  test("llm-foundry's MPT-70b counts 55.0 % with recomputing and 41.25 % without: a forward pass more (its benchmark table)", () => {
    const { needed, done } = flopsPerToken(shapes.llama65, planFor(shapes.llama65, { checkpointing: "full" }));
    const ratio = (done.matrices + done.attention) / (needed.matrices + needed.attention);
    expect(ratio).toBeCloseTo(55.0 / 41.25, 2);
  });
});

describe("Four-bit weights (QLoRA, Dettmers et al. 2023, arXiv 2305.14314)", () => {
  test("4.127 bits of each parameter: constants shrink from 0.5 to 0.127 bits", () => {
    // 8 ÷ 64 + 32 ÷ (64 × 256) = 0.127
    expect(nf4BytesPerParameter * 8).toBeCloseTo(4.127, 3);
  });

  test("quantising constants too saves about 3 GB of a 65 B model", () => {
    expect(((4.5 / 8 - nf4BytesPerParameter) * 65e9) / gb).toBeCloseTo(3, 0);
  });

  test("a 65 B model is tuned on one accelerator of 48 GB; all weights in 16 and 32 bits would take above 780 GB", () => {
    // Its paged optimizer keeps states on the host while they do not fit.
    const settings = {
      method: "qlora",
      loraRank: 64,
      checkpointing: "full",
      seqLen: 512,
      offload: "optimizer",
    } as const;
    const tuned = trainingMemory(shapes.llama65, planFor(shapes.llama65, settings), memory);
    expect(tuned.deviceBytes).toBeLessThan(48 * gib);
    const all = stateBytes(shapes.llama65, planFor(shapes.llama65, { sharding: "zero1" }));
    expect(all.weights + all.gradients + all.optimizer).toBeGreaterThan(780e9);
  });
});

describe("Parameters of published adapters", () => {
  const queriesAndValues = ["q_proj", "v_proj"] as const;
  const feedForward = ["gate_proj", "up_proj", "down_proj"] as const;
  test.each([
    // 2 × 12288 × 1 × 2 × 96
    ["GPT-3, rank 1 (Hu et al. 2021, arXiv 2106.09685, table 4: 4.7 M)", shapes.gpt3, 1, queriesAndValues, 4_718_592],
    // 8 times as many
    ["GPT-3, rank 8 (the same: 37.7 M)", shapes.gpt3, 8, queriesAndValues, 37_748_736],
    ["RoBERTa base, rank 8 (table 2: 0.3 M)", shapes.robertaBase, 8, queriesAndValues, 294_912],
    ["RoBERTa large, rank 8 (table 2: 0.8 M)", shapes.robertaLarge, 8, queriesAndValues, 786_432],
    // 8 × 8192 × 2 × 32
    ["LLaMA 7B, rank 8 (Chinese-LLaMA-Alpaca, issue 189)", shapes.llama7, 8, queriesAndValues, 4_194_304],
    ["Llama 2 13B, rank 8 (LitGPT's resource tables)", shapes.llama13, 8, queriesAndValues, 6_553_600],
    // q: 32 × 6144, v: 32 × 4096, × 28
    ["Llama 3.2 3B, rank 32 (PEFT's method comparison)", shapes.llama32of3, 32, queriesAndValues, 9_175_040],
    ["Llama 3.2 3B, rank 64 (the same)", shapes.llama32of3, 64, queriesAndValues, 18_350_080],
    // 3 × 10 × 11264 × 28
    ["Llama 3.2 3B, rank 10, feed-forward (the same)", shapes.llama32of3, 10, feedForward, 9_461_760],
    ["Llama 3.2 3B, rank 16, all (Unsloth's notebook)", shapes.llama32of3, 16, moduleNames, 24_313_856],
    ["Llama 3.1 8B, rank 16, all (Unsloth's notebook)", shapes.llama3of8, 16, moduleNames, 41_943_040],
  ] as const)("%s", (_, shape, rank, targets, expected) => {
    expect(adapterParameters(shape, rank, targets)).toBe(expected);
  });

  test("an adapter of GPT-3 at rank 4 is stored in about 35 MB (Hu et al. 2021, section 4.2)", () => {
    expect((adapterParameters(shapes.gpt3, 4, queriesAndValues) * 2) / 2 ** 20).toBeCloseTo(36, 0);
  });
});
