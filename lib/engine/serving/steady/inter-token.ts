import { type Demand, tokensPerStep } from "./demand";
import type { Moment } from "./moment";

type Gaps = Record<"mean" | "p50" | "p90" | "p95" | "p99", number>;

const percentiles = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const;

/** Gaps between tokens are of two kinds: a step that only decodes, and one that also works on a prompt. */
export function interTokenSeconds(moment: Moment, demand: Demand): Gaps {
  const mean = moment.tpot.mean * tokensPerStep(demand);
  const plain = Math.min(mean, moment.decodeStepSeconds);
  const long = Math.max(mean, moment.decodeStepSeconds + moment.prefillSeconds / moment.chunks);
  const longShare = long > plain ? Math.min(1, (mean - plain) / (long - plain)) : 0;
  const at = (percentile: number) => (percentile <= 1 - longShare ? plain : long);
  return {
    mean,
    p50: at(percentiles.p50),
    p90: at(percentiles.p90),
    p95: at(percentiles.p95),
    p99: at(percentiles.p99),
  };
}
