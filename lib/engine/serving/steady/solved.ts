import { formula } from "../../figure";
import { servingSources as sources } from "../sources";
import type { StepCosts } from "../step/costs";
import { stepTime } from "../step/step";
import type { Demand } from "./demand";
import * as demands from "./demand";
import { exampleCosts, exampleDemand } from "./example";
import { batchOf, promptService, promptServiceVariation, type System } from "./moment";
import { capacityOf, decodingAt, fullestShare, goodputOf, type Targets } from "./solve";

/** Results of searches over the step's costs as formulas, so that each can be worked out anew from its inputs. */

export type Load = StepCosts & Demand & { mostSequences: number };
const systemOf = (given: Load): System => ({ costs: given, demand: given, mostSequences: given.mostSequences });

const example = { ...exampleCosts, ...exampleDemand, mostSequences: 40 };

/** Steps that decode stay at 5 ms up to 250 tokens here; with a prompt and n sequences they take 20 µs × (1,000 + n). */
export const capacityRequestsPerSecond = formula(
  {
    id: "serving.capacityRequestsPerSecond",
    title: "Most requests a second at all",
    unit: "request/s",
    reads:
      "rate at which as many sequences decode as have room and as leave time for prompts: sequences = rate × steps of an answer × time per step",
    source: sources.continuousBatching,
    example: {
      of: "40 sequences: 40 = 33.9 × (100 × 5 ms + 1.57 prompts behind × 16.5 ms) ÷ (1 − 0.99 × 33.9 × 16.5 ms)",
      given: example,
      gives: 33.859_926,
      within: 1e-7,
    },
  },
  (given: Load) => capacityOf(systemOf(given)),
);

export const goodputRequestsPerSecond = formula(
  {
    id: "serving.goodputRequestsPerSecond",
    title: "Most requests a second with every target met",
    unit: "request/s",
    reads:
      "found by search: the largest rate of random arrivals at which the percentiles of both latencies stay within their targets",
    source: sources.continuousBatching,
    example: {
      of: "a target of 1 ms for the first token, which even a lone prompt misses",
      given: { ...example, ttftTargetSeconds: 0.001, tpotTargetSeconds: 1, quantile: 0 },
      gives: 0,
    },
  },
  (given: Load & Targets) => goodputOf(systemOf(given), given),
);

export const decodingSequences = formula(
  {
    id: "serving.decodingSequences",
    title: "Sequences decoding at once",
    unit: "sequence",
    reads: "found by search: the number at which as many requests are answered as arrive",
    source: sources.continuousBatching,
    example: {
      of: "at 20 a second: n = 20 × (100 × 5 ms + 0.57 prompts behind × 15.6 ms) ÷ (1 − 0.99 × 20 × 15.6 ms)",
      given: { ...example, requestsPerSecond: 20 },
      gives: 14.74405,
      within: 1e-5,
    },
  },
  (given: Load & { requestsPerSecond: number }) => decodingAt(systemOf(given), given.requestsPerSecond),
);

export const carriedRequestsPerSecond = formula(
  {
    id: "serving.carriedRequestsPerSecond",
    title: "Requests a second that are answered",
    unit: "request/s",
    reads: "the smaller of: requests that arrive; 99.9 % of capacity",
    source: "definition",
    example: { of: "5 of a capacity of 4", given: { requestsPerSecond: 5, capacity: 4 }, gives: 3.996 },
  },
  ({ requestsPerSecond, capacity }: { requestsPerSecond: number; capacity: number }) =>
    Math.min(requestsPerSecond, fullestShare * capacity),
);

export const busierStepSeconds = formula(
  {
    id: "serving.busierStepSeconds",
    title: "A step in a busier moment",
    unit: "s",
    reads: "the decode step with √n more sequences",
    source: "definition",
    example: {
      of: "30 tokens: reading the weights, all but alone",
      given: { ...example, decoding: 25 },
      gives: 0.005,
      within: 1e-4,
    },
  },
  (given: Load & { decoding: number }) =>
    stepTime(given, batchOf(given, Math.max(1, given.decoding) + Math.sqrt(given.decoding), 0)),
);

export const fullPromptSeconds = formula(
  {
    id: "serving.fullPromptSeconds",
    title: "Time a prompt takes when steps are full of prompts",
    unit: "s",
    reads: "step with all the prompt tokens it may work on ÷ these × prompt tokens of a request",
    source: sources.chunkedPrefill,
    example: {
      of: "1,000 of 8,192 tokens, none decoding: 8,192 × 20 µs ÷ 8.192",
      given: { ...example, decoding: 0 },
      gives: 0.02,
      within: 1e-6,
    },
  },
  (given: Load & { decoding: number }) => promptService(systemOf(given), given.decoding),
);

export const serviceVariation = formula(
  {
    id: "serving.serviceVariation",
    title: "Variation of the time a prompt takes",
    unit: "1",
    reads:
      "part of the time that grows with length × variation of lengths v + part of attention, which grows with its square, × √((1 + v²)⁴ − 1)",
    source: sources.queues,
    example: {
      of: "no attention: as lengths vary",
      given: { ...example, promptVariation: 0.5, serviceSeconds: 0.02 },
      gives: 0.5,
    },
  },
  (given: Load & { serviceSeconds: number }) => promptServiceVariation(systemOf(given), given.serviceSeconds),
);

type Lengths = Pick<Demand, "promptTokens" | "cachedTokens" | "outputTokens" | "outputVariation">;

export const contextInFlight = formula(
  {
    id: "serving.contextInFlight",
    title: "Context of a sequence in flight, on average",
    unit: "token",
    reads: "prompt + half the answer × (1 + variation²), as long answers are in flight longer",
    source: sources.continuousBatching,
    example: {
      of: "prompts of 1,000, answers of 200",
      given: { promptTokens: 900, cachedTokens: 100, outputTokens: 200, outputVariation: 0 },
      gives: 1100,
    },
  },
  (given: Lengths) => demands.meanContextTokens({ ...exampleDemand, ...given }),
);

export const promptLooksAt = formula(
  {
    id: "serving.promptLooksAt",
    title: "Earlier tokens a prompt token looks at",
    unit: "token",
    reads: "cached tokens + half the computed ones × (1 + variation²)",
    source: "definition",
    example: {
      of: "1,000 computed after 200 cached",
      given: { promptTokens: 1000, cachedTokens: 200, promptVariation: 0 },
      gives: 700,
    },
  },
  (given: Pick<Demand, "promptTokens" | "cachedTokens" | "promptVariation">) =>
    demands.promptContextTokens({ ...exampleDemand, ...given }),
);
