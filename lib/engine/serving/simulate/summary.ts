import type { Flight } from "./flight";
import type { Run } from "./simulate";

export type Spread = { mean: number; p50: number; p90: number; p95: number; p99: number };

export type Summary = {
  ttftSeconds: Spread;
  tpotSeconds: Spread;
  itlSeconds: Spread;
  e2eSeconds: Spread;
  /** Over all tokens, as a rate is; requests weigh by their length. */
  tokenSeconds: number;
  requestsPerSecond: number;
  outputTokensPerSecond: number;
  /** Share of time in which steps run. */
  busy: number;
  /** Sequences held and decoding on one lane, while it is busy. */
  held: number;
  decoding: number;
  kvOccupancy: number;
  preempted: number;
};

const shares = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const;

/** Percentiles of values that each count so often; sorted in place. */
function weighted(values: { value: number; count: number }[]): Spread {
  values.sort((a, b) => a.value - b.value);
  let all = 0;
  let sum = 0;
  for (const { value, count } of values) {
    all += count;
    sum += value * count;
  }
  const at = (share: number): number => {
    let passed = 0;
    for (const { value, count } of values) {
      passed += count;
      if (passed >= share * all) return value;
    }
    return values.at(-1)?.value ?? 0;
  };
  return {
    mean: all > 0 ? sum / all : 0,
    p50: at(shares.p50),
    p90: at(shares.p90),
    p95: at(shares.p95),
    p99: at(shares.p99),
  };
}

const spreadOf = (values: readonly number[]): Spread => weighted(values.map((value) => ({ value, count: 1 })));

const tpotOf = ({ firstToken, lastToken, outputTokens }: Flight): number =>
  (lastToken - firstToken) / (outputTokens - 1);

/**
 * The middle of a run: its start is empty and its end drains. All of it where everything is there at once. The last lanes
 * of a run are those that decode.
 */
export function summaryOf({ answered, lanes: every }: Run, all: boolean, decodingLanes = every.length): Summary {
  const lanes = every.slice(every.length - decodingLanes);
  const [from, to] = all ? [0, 1] : [0.2, 0.9];
  const byArrival = answered.toSorted((a, b) => a.arrived - b.arrived);
  const kept = byArrival.slice(Math.floor(byArrival.length * from), Math.ceil(byArrival.length * to));
  const long = kept.filter(({ outputTokens }) => outputTokens > 1);
  const tokens = long.reduce((sum, { outputTokens }) => sum + outputTokens - 1, 0);
  const decoding = long.reduce((sum, { firstToken, lastToken }) => sum + lastToken - firstToken, 0);
  const end = answered.reduce((latest, { lastToken }) => Math.max(latest, lastToken), 0);
  // Counted by answers, in the time between the first and the last of the middle: users come back as they are answered.
  const byAnswer = answered.map(({ lastToken }) => lastToken).sort((a, b) => a - b);
  const first = byAnswer[Math.floor(byAnswer.length * from)] ?? 0;
  const last = byAnswer[Math.ceil(byAnswer.length * to) - 1] ?? end;
  const whole = all || last <= first;
  const between = whole ? answered : answered.filter(({ lastToken }) => lastToken > first && lastToken <= last);
  const betweenSeconds = whole ? end : last - first;
  const answeredTokens = between.reduce((sum, { outputTokens }) => sum + outputTokens, 0);
  const busySeconds = lanes.reduce((sum, lane) => sum + lane.busySeconds, 0);
  const whileBusy = (of: (lane: (typeof lanes)[0]) => number): number =>
    busySeconds > 0 ? lanes.reduce((sum, lane) => sum + of(lane), 0) / busySeconds : 0;
  return {
    ttftSeconds: spreadOf(kept.map(({ arrived, firstToken }) => firstToken - arrived)),
    tpotSeconds: spreadOf(long.map(tpotOf)),
    itlSeconds: weighted(lanes.flatMap(({ gaps }) => gaps.map(({ seconds, count }) => ({ value: seconds, count })))),
    e2eSeconds: spreadOf(kept.map(({ arrived, lastToken }) => lastToken - arrived)),
    tokenSeconds: tokens > 0 ? decoding / tokens : 0,
    requestsPerSecond: between.length / betweenSeconds,
    outputTokensPerSecond: answeredTokens / betweenSeconds,
    busy: end > 0 ? busySeconds / (end * lanes.length) : 0,
    held: whileBusy(({ heldSeconds }) => heldSeconds),
    decoding: whileBusy(({ decodingSeconds }) => decodingSeconds),
    kvOccupancy: whileBusy(({ occupiedSeconds }) => occupiedSeconds),
    preempted: lanes.reduce((sum, lane) => sum + lane.preempted, 0),
  };
}
