import { formula } from "../figure";
import { sources } from "../sources";

/** What secure multi-party computation takes: published systems are years from the speed of plain serving. */

/** Parameters of ChatGLM-6B, which PermLLM's 3 seconds a token were measured with, and of LLaMA-7B of PUMA's 5 minutes. */
const permLlm = { secondsPerToken: 3, parameters: 6.2e9 };
const puma = { secondsPerToken: 300, parameters: 6.74e9 };
/** Of whom each runs machines of its own: two in PermLLM. */
export const parties = 2;

type Scaled = { activeParameters: number };

export const fastestSecondsPerToken = formula(
  {
    id: "privacy.fastestSecondsPerToken",
    title: "Time per token under multi-party computation, at best",
    unit: "s",
    reads: "3 s of PermLLM (6.2 billion parameters, two parties, 1 Gbit/s) × active parameters ÷ 6.2 billion",
    source: sources.permLlm,
    example: { of: "the 6.2 billion measured", given: { activeParameters: 6.2e9 }, gives: 3 },
  },
  ({ activeParameters }: Scaled) => (permLlm.secondsPerToken * activeParameters) / permLlm.parameters,
);

export const slowestSecondsPerToken = formula(
  {
    id: "privacy.slowestSecondsPerToken",
    title: "Time per token under multi-party computation, without shortcuts",
    unit: "s",
    reads: "5 minutes of PUMA (LLaMA-7B, three parties, no permutations revealed) × active parameters ÷ 6.74 billion",
    source: sources.puma,
    example: { of: "LLaMA-7B", given: { activeParameters: 6.74e9 }, gives: 300 },
  },
  ({ activeParameters }: Scaled) => (puma.secondsPerToken * activeParameters) / puma.parameters,
);

type Request = { secondsPerToken: number; osl: number };

export const multiPartySeconds = formula(
  {
    id: "privacy.multiPartySeconds",
    title: "Time of a request under multi-party computation",
    unit: "s",
    reads: "time per token × (output tokens + 1 for the prompt, which counts it low)",
    source: "definition",
    example: { of: "3 s a token, 99 tokens out", given: { secondsPerToken: 3, osl: 99 }, gives: 300 },
  },
  ({ secondsPerToken, osl }: Request) => secondsPerToken * (osl + 1),
);

export const multiPartyGoodput = formula(
  {
    id: "privacy.multiPartyGoodput",
    title: "Requests that one set of parties serves",
    unit: "request/s",
    reads: "1 ÷ time of a request, one at a time",
    source: "definition",
    example: { of: "300 s each", given: { requestSeconds: 300 }, gives: 1 / 300 },
  },
  ({ requestSeconds }: { requestSeconds: number }) => 1 / requestSeconds,
);

export const acceleratorsOfParties = formula(
  {
    id: "privacy.acceleratorsOfParties",
    title: "Accelerators of all parties",
    unit: "accelerator/replica",
    reads: "accelerators of a replica × 2 parties, each with machines of its own",
    source: sources.permLlm,
    example: { of: "one each", given: { acceleratorsPerReplica: 1 }, gives: 2 },
  },
  ({ acceleratorsPerReplica }: { acceleratorsPerReplica: number }) => acceleratorsPerReplica * parties,
);

export const loadOfParties = formula(
  {
    id: "privacy.loadOfParties",
    title: "Use of a set of parties",
    unit: "share",
    reads: "requests a second × time of a request, at most 1",
    source: "definition",
    example: { of: "0.001/s of 300 s", given: { requestsPerSecond: 0.001, requestSeconds: 300 }, gives: 0.3 },
  },
  ({ requestsPerSecond, requestSeconds }: { requestsPerSecond: number; requestSeconds: number }) =>
    Math.min(1, requestsPerSecond * requestSeconds),
);

export const tokensOfParties = formula(
  {
    id: "privacy.tokensOfParties",
    title: "Tokens that a set of parties writes",
    unit: "token/s",
    reads: "use ÷ time per token",
    source: "definition",
    example: { of: "used to 30 %, 3 s a token", given: { load: 0.3, secondsPerToken: 3 }, gives: 0.1, within: 1e-12 },
  },
  ({ load, secondsPerToken }: { load: number; secondsPerToken: number }) => load / secondsPerToken,
);

export const partOfGoodput = formula(
  {
    id: "privacy.partOfGoodput",
    title: "Load on a set of parties",
    unit: "request/s",
    reads: "what it can serve × share",
    source: "definition",
    example: { of: "half of 0.01/s", given: { goodput: 0.01, share: 0.5 }, gives: 0.005 },
  },
  ({ goodput, share }: { goodput: number; share: number }) => goodput * share,
);
