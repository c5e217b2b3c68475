import type { LimitedBy } from "@/lib/contract/result";
import { chunks as stepsOf } from "./steady/counts";
import { decodeSteps, randomChunkOf } from "./steady/demand";
import { batchOf, type Moment, type System } from "./steady/moment";
import { mostDecoding } from "./steady/solve";
import type { Batch, StepCosts } from "./step/costs";
import { stepParts } from "./step/step";

type Shares = Record<"compute" | "memoryBandwidth" | "interconnect" | "host", number>;

/** Where reading and computing take equally long, each alone takes this share of both (see overlap.ts). */
const boundShare = 2 ** -0.25;

const endless = 1e30;

const withoutReading = (costs: StepCosts): StepCosts => ({
  ...costs,
  projectionBytesPerSecond: endless,
  feedForwardBytesPerSecond: endless,
  headBytesPerSecond: endless,
  expertBytesPerSecond: endless,
  attentionBytesPerSecond: endless,
});

/** Seconds of a step by what they wait for: a matrix product is bound by computing once that takes the longer. */
function sharesOf(costs: StepCosts, unread: StepCosts, batch: Batch): Shares {
  const parts = stepParts(costs, batch);
  const computing = stepParts(unread, batch);
  const shares: Shares = {
    compute: parts.prefillAttention,
    memoryBandwidth: 0,
    interconnect: parts.exchange,
    host: parts.host,
  };
  for (const operator of ["projections", "feedForward", "experts", "head", "decodeAttention"] as const) {
    shares[computing[operator] < boundShare * parts[operator] ? "memoryBandwidth" : "compute"] += parts[operator];
  }
  return shares;
}

/** Places for sequences run out while the steps could take more of them. */
const full = 0.9;

/** What a faster accelerator, more memory or a better link would have to improve for more to be served. */
export function limitOf(system: System, decoding: number): LimitedBy {
  const { costs, demand } = system;
  if (decoding >= full * system.mostSequences && mostDecoding(system) >= full * system.mostSequences)
    return "kvCapacity";
  const unread = withoutReading(costs);
  const step = sharesOf(costs, unread, batchOf(demand, Math.max(1, decoding), 0));
  const promptTokens = randomChunkOf(demand, decoding);
  const chunks = stepsOf({ promptTokens: demand.promptTokens, chunk: promptTokens });
  const prompt = sharesOf(costs, unread, batchOf(demand, Math.max(1, decoding), promptTokens));
  const weigh = (name: keyof Shares): number =>
    decodeSteps(demand) * step[name] + decoding * chunks * Math.max(0, prompt[name] - step[name]);
  const names = ["compute", "memoryBandwidth", "interconnect", "host"] as const;
  return names.reduce((most, name) => (weigh(name) > weigh(most) ? name : most));
}

export type { Moment };
