import { formula } from "../figure";
import { bytesFromGib } from "../units";
import { memorySources as sources } from "./sources";

/** Memory that is neither weights nor KV: what a step needs while it runs, and what the runtime keeps. */

/** Bytes per vocabulary entry and sequence of vLLM's sampler warm-up: until v0.16, and since. */
const samplerBytes = { before17: 37.4, since17: 14.8 };

type Vllm = {
  engineRelease: number;
  maxNumSeqs: number;
  batchedTokens: number;
  vocabularySize: number;
  hiddenSize: number;
  feedForwardWidth: number;
  expertsPerToken: number;
  expertWidth: number;
  expertHiddenSize: number;
};

/**
 * vLLM profiles one step of its largest batch and one sampling of its most sequences; the larger peak counts, and the
 * workspace of expert kernels stays on top. Release as 0.19 → 19; widths are per accelerator.
 */
export const vllmActivationBytes = formula(
  {
    id: "memory.vllmActivationBytes",
    title: "Activation peak, vLLM",
    unit: "B",
    reads:
      "max(sequences × vocabulary × sampler bytes (14.8 since v0.17, 37.4 before) + 2.4 × batched tokens × hidden, 2 × batched tokens × (3 × feed-forward width + 3 × hidden)) + 1.9 × batched tokens × experts per token × (3 × expert width + expert input)",
    source: sources.vllmPool,
    example: {
      of: "Llama 3.1 8B on v0.19, H100: 1,024 sequences × 128,256 × 14.8 B + 2.4 × 8,192 × 4,096 = 1.89 GiB (measured: 1.89)",
      given: {
        engineRelease: 19,
        maxNumSeqs: 1024,
        batchedTokens: 8192,
        vocabularySize: 128_256,
        hiddenSize: 4096,
        feedForwardWidth: 14_336,
        expertsPerToken: 0,
        expertWidth: 0,
        expertHiddenSize: 0,
      },
      gives: 2_024_275_968,
      within: 5e6,
    },
  },
  (given: Vllm) => {
    const perEntry = given.engineRelease < 17 ? samplerBytes.before17 : samplerBytes.since17;
    const sampling = given.maxNumSeqs * given.vocabularySize * perEntry + 2.4 * given.batchedTokens * given.hiddenSize;
    const forward = 2 * given.batchedTokens * 3 * (given.feedForwardWidth + given.hiddenSize);
    const expertTokens = given.batchedTokens * given.expertsPerToken;
    const experts = 1.9 * expertTokens * (3 * given.expertWidth + given.expertHiddenSize);
    return Math.max(sampling, forward) + experts;
  },
);

type Plain = {
  batchedTokens: number;
  vocabularySize: number;
  logitTokens: number;
  hiddenSize: number;
  feedForwardWidth: number;
  bytesPerElement: number;
};

/** Other engines: the widest layer of the largest step, and the logits of what is sampled. */
export const stepActivationBytes = formula(
  {
    id: "memory.stepActivationBytes",
    title: "Activation peak of a step",
    unit: "B",
    reads:
      "batched tokens × (3 × feed-forward width + 3 × hidden) × bytes per element + tokens that need logits × vocabulary × 4",
    source: sources.transformer,
    example: {
      of: "512 tokens of Llama 3.1 8B, one with logits: 512 × 3 × 18,432 × 2 + 128,256 × 4",
      given: {
        batchedTokens: 512,
        vocabularySize: 128_256,
        logitTokens: 1,
        hiddenSize: 4096,
        feedForwardWidth: 14_336,
        bytesPerElement: 2,
      },
      gives: 57_136_128,
    },
  },
  (given: Plain) =>
    given.batchedTokens * 3 * (given.feedForwardWidth + given.hiddenSize) * given.bytesPerElement +
    given.logitTokens * given.vocabularySize * 4,
);

export const tokensOfAll = formula(
  {
    id: "memory.tokensOfAll",
    title: "Tokens of all prompts",
    unit: "token",
    reads: "sequences × context",
    source: "definition",
    example: { of: "8 of 1,000", given: { sequences: 8, contextTokens: 1000 }, gives: 8000 },
  },
  ({ sequences, contextTokens }: { sequences: number; contextTokens: number }) => sequences * contextTokens,
);

/** Until v4.44 every prompt token got logits, in 16 bits and again in 32; since then only the last one does. */
const firstWithLastLogits = 45;

export const transformersActivationBytes = formula(
  {
    id: "memory.transformersActivationBytes",
    title: "Activation peak, Transformers",
    unit: "B",
    reads:
      "prompt tokens × (3 × feed-forward width + 3 × hidden) × 2 + tokens that get logits (all of the prompts before v4.45, one a sequence since) × vocabulary × 6",
    source: sources.transformersLogits,
    example: {
      of: "Qwen2.5 7B, a prompt of 30,720 tokens on v4.46: 3.86 GiB (measured with Qwen's script: about 4.0)",
      given: {
        engineRelease: 46,
        promptTokens: 30_720,
        sequences: 1,
        vocabularySize: 152_064,
        hiddenSize: 3584,
        feedForwardWidth: 18_944,
      },
      gives: 4_153_273_344,
    },
  },
  (given: {
    engineRelease: number;
    promptTokens: number;
    sequences: number;
    vocabularySize: number;
    hiddenSize: number;
    feedForwardWidth: number;
  }) => {
    const logits = given.engineRelease < firstWithLastLogits ? given.promptTokens : given.sequences;
    return given.promptTokens * 3 * (given.feedForwardWidth + given.hiddenSize) * 2 + logits * given.vocabularySize * 6;
  },
);

/** Non-torch memory of vLLM in GiB: release from which it holds, on one accelerator, and with tensor parallelism. */
const vllmRuntimeGib = [
  { release: 18, alone: 0.25, parallel: 2.1 },
  { release: 0, alone: 0.13, parallel: 0.55 },
];

export const vllmRuntimeBytes = formula(
  {
    id: "memory.vllmRuntimeBytes",
    title: "Driver, libraries and communication buffers, vLLM",
    unit: "B",
    reads: "0.25 GiB on one accelerator and 2.1 GiB with tensor parallelism since v0.18; 0.13 and 0.55 GiB before",
    source: sources.vllmPool,
    example: { of: "v0.19, tp 2: 2.1 GiB", given: { engineRelease: 19, tp: 2 }, gives: 2_254_857_830, within: 1 },
  },
  ({ engineRelease, tp }: { engineRelease: number; tp: number }) => {
    const row = vllmRuntimeGib.find(({ release }) => engineRelease >= release);
    return bytesFromGib(tp > 1 ? (row?.parallel ?? 0) : (row?.alone ?? 0));
  },
);

/** Context of the driver and buffers of the collectives for engines that publish no breakdown. */
export const otherRuntimeBytes = formula(
  {
    id: "memory.otherRuntimeBytes",
    title: "Driver, libraries and communication buffers",
    unit: "B",
    reads: "0.5 GiB, and 0.4 GiB more with tensor parallelism",
    source: {
      title: "aiconfigurator: communication buffers of 342–392 MB per GPU",
      url: "https://github.com/ai-dynamo/aiconfigurator",
      asOf: "2026-08",
    },
    example: { of: "one accelerator", given: { tp: 1 }, gives: 536_870_912 },
  },
  ({ tp }: { tp: number }) => bytesFromGib(tp > 1 ? 0.9 : 0.5),
);

export const cudaGraphBytes = formula(
  {
    id: "memory.cudaGraphBytes",
    title: "Captured graphs",
    unit: "B",
    reads: "0.9 GiB, and 0.5 GiB more for a mixture of experts; measured 0.5–1.9 GiB",
    source: sources.vllmPool,
    example: { of: "a dense model", given: { experts: 0 }, gives: 966_367_641.6 },
  },
  ({ experts }: { experts: number }) => bytesFromGib(experts > 0 ? 1.4 : 0.9),
);
