import { formula } from "../../figure";
import * as demands from "./demand";
import { exampleDemand } from "./example";

/** Counts of steps, tokens and shares between the formulas of a load. */

export const decodeSteps = formula(
  {
    id: "serving.decodeSteps",
    title: "Steps of an answer after its first token",
    unit: "1",
    reads: "(output tokens − 1) ÷ tokens a step yields",
    source: "definition",
    example: {
      of: "101 tokens, one a step",
      given: { outputTokens: 101, draftTokens: 0, acceptedShare: 0 },
      gives: 100,
    },
  },
  (given: { outputTokens: number; draftTokens: number; acceptedShare: number }) =>
    demands.decodeSteps({ ...exampleDemand, ...given }),
);

export const tokensPerStep = formula(
  {
    id: "serving.tokensPerStep",
    title: "Tokens a step yields",
    unit: "token",
    reads: "1 + a + a² + … for each token proposed ahead, a being the share accepted",
    source: {
      title: "Y. Leviathan et al., Fast inference from transformers via speculative decoding",
      url: "https://arxiv.org/abs/2211.17192",
      asOf: "2023-05",
    },
    example: { of: "two ahead, half accepted", given: { draftTokens: 2, acceptedShare: 0.5 }, gives: 1.75 },
  },
  (given: { draftTokens: number; acceptedShare: number }) => demands.tokensPerStep(given),
);

export const chunkTokens = formula(
  {
    id: "serving.chunk",
    title: "Prompt tokens of a step that works on prompts",
    unit: "token",
    reads:
      "prompt tokens × a ÷ (1 − e^−a), as steps that have prompts hold more than one where a = decoding ÷ steps of an answer come in a step at random; at most what a step may work on",
    source: "definition",
    example: {
      of: "50 decoding answers of 101 tokens after prompts of 1,000: 0.5 come in a step, 1.27 are in those that have any",
      given: {
        promptTokens: 1000,
        chunkTokens: 8192,
        outputTokens: 101,
        draftTokens: 0,
        acceptedShare: 0,
        decoding: 50,
      },
      gives: 500 / (1 - Math.exp(-0.5)),
      within: 1e-9,
    },
  },
  (given: Chunk) => demands.randomChunkOf({ ...exampleDemand, ...given }, given.decoding),
);

type Chunk = Pick<demands.Demand, "promptTokens" | "chunkTokens" | "outputTokens" | "draftTokens" | "acceptedShare"> & {
  decoding: number;
};

export const tokensOfOneStep = formula(
  {
    id: "serving.tokensOfOneStep",
    title: "Tokens of a prompt that one step works on",
    unit: "token",
    reads: "the smaller of: prompt tokens; what a step may work on",
    source: "definition",
    example: { of: "1,000 of 8,192", given: { promptTokens: 1000, chunkTokens: 8192 }, gives: 1000 },
  },
  (given: { promptTokens: number; chunkTokens: number }) => Math.min(given.promptTokens, given.chunkTokens),
);

export const chunks = formula(
  {
    id: "serving.chunks",
    title: "Steps of a prompt",
    unit: "1",
    reads: "prompt tokens ÷ prompt tokens of a step; below 1 where several prompts share one",
    source: "definition",
    example: { of: "12,288 in steps of 8,192", given: { promptTokens: 12_288, chunk: 8192 }, gives: 1.5 },
  },
  ({ promptTokens, chunk }: { promptTokens: number; chunk: number }) => promptTokens / chunk,
);

export const ownSteps = formula(
  {
    id: "serving.ownSteps",
    title: "Steps a request waits for while its prompt is worked on",
    unit: "1",
    reads: "steps of a prompt, at least 1",
    source: "definition",
    example: { of: "a quarter of a step", given: { chunks: 0.25 }, gives: 1 },
  },
  (given: { chunks: number }) => Math.max(1, given.chunks),
);

export const atLeastOne = formula(
  {
    id: "serving.atLeastOne",
    title: "Sequences of a step that decodes",
    unit: "sequence",
    reads: "those decoding, at least 1",
    source: "definition",
    example: { of: "0.2 on average", given: { decoding: 0.2 }, gives: 1 },
  },
  ({ decoding }: { decoding: number }) => Math.max(1, decoding),
);

export const stepTokens = formula(
  {
    id: "serving.stepTokens",
    title: "Tokens of a step",
    unit: "token",
    reads: "sequences decoding + prompt tokens",
    source: "definition",
    example: { of: "30 and 1,000", given: { sequences: 30, promptTokens: 1000 }, gives: 1030 },
  },
  ({ sequences, promptTokens }: { sequences: number; promptTokens: number }) => sequences + promptTokens,
);

export const stepLogits = formula(
  {
    id: "serving.stepLogits",
    title: "Tokens that need logits",
    unit: "token",
    reads: "sequences decoding + 1 for a prompt that ends",
    source: "definition",
    example: { of: "30 and a prompt", given: { sequences: 30, promptTokens: 1000 }, gives: 31 },
  },
  ({ sequences, promptTokens }: { sequences: number; promptTokens: number }) => sequences + Math.min(1, promptTokens),
);

export const uncachedTokens = formula(
  {
    id: "serving.uncachedTokens",
    title: "Prompt tokens to compute",
    unit: "token",
    reads: "prompt tokens × (1 − share read from cache), at least 1",
    source: "definition",
    example: { of: "1,000 of which 40 % are cached", given: { isl: 1000, cachedShare: 0.4 }, gives: 600 },
  },
  ({ isl, cachedShare }: { isl: number; cachedShare: number }) => Math.max(1, isl * (1 - cachedShare)),
);

export const cachedTokens = formula(
  {
    id: "serving.cachedTokens",
    title: "Prompt tokens read from cache",
    unit: "token",
    reads: "prompt tokens − those to compute",
    source: "definition",
    example: { of: "600 of 1,000 to compute", given: { isl: 1000, promptTokens: 600 }, gives: 400 },
  },
  ({ isl, promptTokens }: { isl: number; promptTokens: number }) => Math.max(0, isl - promptTokens),
);

export const mostSequences = formula(
  {
    id: "serving.mostSequences",
    title: "Sequences that have room at once",
    unit: "sequence",
    reads:
      "the smaller of: KV pool ÷ memory of one sequence at its mean context; sequences the engine allows; per stage",
    source: "definition",
    example: {
      of: "10 GB at 100 MB each, at most 256",
      given: { kvPoolBytes: 10e9, sequenceBytes: 100e6, maxNumSeqs: 256, stages: 1 },
      gives: 100,
    },
  },
  (given: { kvPoolBytes: number; sequenceBytes: number; maxNumSeqs: number; stages: number }) =>
    Math.max(
      1,
      Math.min(given.sequenceBytes > 0 ? given.kvPoolBytes / given.sequenceBytes : given.maxNumSeqs, given.maxNumSeqs) /
        given.stages,
    ),
);

export const shareOfCapacity = formula(
  {
    id: "serving.shareOfCapacity",
    title: "Utilisation",
    unit: "share",
    reads: "requests a second that are answered ÷ capacity",
    source: "definition",
    example: { of: "2 of 4", given: { carried: 2, capacity: 4 }, gives: 0.5 },
  },
  ({ carried, capacity }: { carried: number; capacity: number }) => carried / capacity,
);

export const outputTokensPerSecond = formula(
  {
    id: "serving.outputTokensPerSecond",
    title: "Output tokens a second",
    unit: "token/s",
    reads: "requests a second that are answered × output tokens",
    source: "definition",
    example: { of: "2 of 300 tokens", given: { carried: 2, outputTokens: 300 }, gives: 600 },
  },
  ({ carried, outputTokens }: { carried: number; outputTokens: number }) => carried * outputTokens,
);

export const promptLoad = formula(
  {
    id: "serving.promptLoad",
    title: "Share of the steps that prompts fill",
    unit: "share",
    reads: "requests a second × time a prompt takes when steps are full",
    source: "definition",
    example: { of: "4 of 0.1 s", given: { requestsPerSecond: 4, serviceSeconds: 0.1 }, gives: 0.4 },
  },
  (given: { requestsPerSecond: number; serviceSeconds: number }) => given.requestsPerSecond * given.serviceSeconds,
);

export const times = formula(
  {
    id: "serving.times",
    title: "So many times as long",
    unit: "s",
    reads: "count × seconds",
    source: "definition",
    example: { of: "100 of 20 ms", given: { count: 100, seconds: 0.02 }, gives: 2 },
  },
  ({ count, seconds }: { count: number; seconds: number }) => count * seconds,
);

export const busy = formula(
  {
    id: "serving.busy",
    title: "Work under way when a request arrives",
    unit: "1",
    reads: "sequences decoding + share of the steps that prompts fill",
    source: "definition",
    example: { of: "30 and 0.4", given: { decoding: 30, promptLoad: 0.4 }, gives: 30.4 },
  },
  ({ decoding, promptLoad: load }: { decoding: number; promptLoad: number }) => decoding + load,
);

type Meets = {
  requestsPerSecond: number;
  carried: number;
  ttftSeconds: number;
  ttftTargetSeconds: number;
  tpotSeconds: number;
  tpotTargetSeconds: number;
};

export const meetsTargets = formula(
  {
    id: "serving.meetsTargets",
    title: "Are the targets met?",
    unit: "1",
    reads: "all requests are answered, and both latencies at the percentile are at most their targets",
    source: "definition",
    example: {
      of: "1 s against 2 s, 40 ms against 50 ms",
      given: {
        requestsPerSecond: 2,
        carried: 2,
        ttftSeconds: 1,
        ttftTargetSeconds: 2,
        tpotSeconds: 0.04,
        tpotTargetSeconds: 0.05,
      },
      gives: true,
    },
  },
  (given: Meets) =>
    given.requestsPerSecond <= given.carried &&
    given.ttftSeconds <= given.ttftTargetSeconds &&
    given.tpotSeconds <= given.tpotTargetSeconds,
);

export const shareOf = formula(
  {
    id: "serving.shareOf",
    title: "Part of the goodput",
    unit: "request/s",
    reads: "goodput × share",
    source: "definition",
    example: { of: "half of 4", given: { requestsPerSecond: 4, share: 0.5 }, gives: 2 },
  },
  ({ requestsPerSecond, share }: { requestsPerSecond: number; share: number }) => requestsPerSecond * share,
);

export const widened = formula(
  {
    id: "serving.widened",
    title: "Bound of the range",
    unit: "s",
    reads:
      "latency of a replica slower or faster by the error of throughput × what this latency's own error is beyond that",
    source: "definition",
    example: { of: "1 s, errors of 3 and 1.5", given: { seconds: 1, factor: 3, counted: 1.5 }, gives: 2 },
  },
  ({ seconds, factor, counted }: { seconds: number; factor: number; counted: number }) => seconds * (factor / counted),
);

export const between = formula(
  {
    id: "serving.between",
    title: "Load between two others",
    unit: "request/s",
    reads: "goodput + share × (the smaller of 1.2 × goodput; 99.8 % of capacity, less goodput)",
    source: "definition",
    example: { of: "halfway from 4 to 4.8", given: { goodput: 4, capacity: 10, share: 0.5 }, gives: 4.4 },
  },
  ({ goodput, capacity, share }: { goodput: number; capacity: number; share: number }) =>
    goodput + share * Math.max(0, Math.min(1.2 * goodput, 0.998 * capacity) - goodput),
);
