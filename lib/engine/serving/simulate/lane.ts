import { type Demand, tokensPerStep } from "../steady/demand";
import { promptStepSeconds } from "../steady/prompt-steps";
import type { StepCosts } from "../step/costs";
import { stepTime } from "../step/step";
import { type Flight, type Pool, wholeTokens } from "./flight";

/** Where the lane's requests go: prefill workers hand over, all others answer. */
export type LaneKind = {
  costs: StepCosts;
  demand: Demand;
  places: number;
  pool: Pool | null;
  /** True where another lane decodes. */
  prefillOnly: boolean;
  /** Steps over which prompts are gathered before they are worked on; none: 0. */
  gatherSteps: number;
};

/** One group of requests that moves on its own, with what it has seen so far. */
export type Lane = {
  kind: LaneKind;
  /** End of its last step. */
  now: number;
  waiting: Flight[];
  prompting: Flight[];
  decoding: Flight[];
  /** Memory of all that are worked on. */
  heldBytes: number;
  /** Steps since the engine last looked at its queue, or since the first of those waiting came. */
  gathered: number;
  /** When those decoding last got a token. */
  lastTokens: number;
  busySeconds: number;
  /** ∫ sequences held, and share of the pool, over time. */
  heldSeconds: number;
  decodingSeconds: number;
  occupiedSeconds: number;
  preempted: number;
  /** Gaps between tokens, and how many sequences waited through each. */
  gaps: { seconds: number; count: number }[];
};

export const emptyLane = (kind: LaneKind): Lane => ({
  kind,
  now: 0,
  waiting: [],
  prompting: [],
  decoding: [],
  heldBytes: 0,
  gathered: 0,
  lastTokens: 0,
  busySeconds: 0,
  heldSeconds: 0,
  decodingSeconds: 0,
  occupiedSeconds: 0,
  preempted: 0,
  gaps: [],
});

export const outstanding = ({ waiting, prompting, decoding }: Lane): number =>
  waiting.length + prompting.length + decoding.length;

const sequenceBytes = (pool: Pool, flight: Flight): number =>
  pool.sequenceBytes(pool.reservesWhole ? wholeTokens(flight) : flight.contextTokens + flight.promptLeft);

/** The queue is looked at every so many steps where prompts have their own; else the first to come starts the clock. */
const looksAtIntervals = ({ kind }: Lane): boolean => kind.costs.promptsAlone > 0;

const isGathering = ({ kind, decoding, gathered }: Lane): boolean => decoding.length > 0 && gathered < kind.gatherSteps;

/** First come first served, while there is a place and room; a lone request always starts. */
export function admit(lane: Lane): void {
  const { kind, waiting, prompting, decoding } = lane;
  if (waiting.length === 0 || isGathering(lane)) return;
  lane.gathered = 0;
  let taken = 0;
  for (const flight of waiting) {
    const inFlight = prompting.length + decoding.length;
    if (inFlight >= kind.places) break;
    const bytes = kind.pool ? sequenceBytes(kind.pool, flight) : 0;
    if (kind.pool && inFlight > 0 && lane.heldBytes + bytes > kind.pool.bytes) break;
    flight.bytes = bytes;
    lane.heldBytes += bytes;
    taken += 1;
    if (flight.promptLeft > 0) prompting.push(flight);
    else decoding.push(flight);
  }
  waiting.splice(0, taken);
}

function meanContext(flights: readonly Flight[]): number {
  if (flights.length === 0) return 0;
  let sum = 0;
  for (const { contextTokens } of flights) sum += contextTokens;
  return sum / flights.length;
}

/** A step of those decoding, each with the tokens proposed ahead. */
function decodeStep({ kind: { costs, demand } }: Lane, sequences: number, contextTokens: number): number {
  const drafted = 1 + demand.draftTokens;
  return stepTime(costs, {
    sequences: sequences * drafted,
    contextTokens: contextTokens / drafted,
    promptTokens: 0,
    promptContextTokens: 0,
  });
}

function pass(lane: Lane, seconds: number): void {
  const { kind, prompting, decoding } = lane;
  lane.now += seconds;
  lane.busySeconds += seconds;
  lane.heldSeconds += seconds * (prompting.length + decoding.length);
  lane.decodingSeconds += seconds * decoding.length;
  if (kind.pool) lane.occupiedSeconds += seconds * Math.min(1, lane.heldBytes / kind.pool.bytes);
}

function tokensFor(lane: Lane, steps: number, finished: (flight: Flight) => void): void {
  const perStep = tokensPerStep(lane.kind.demand);
  if (lane.decoding.length > 0) {
    lane.gaps.push({ seconds: (lane.now - lane.lastTokens) / steps, count: steps * lane.decoding.length });
  }
  lane.lastTokens = lane.now;
  const going: Flight[] = [];
  for (const flight of lane.decoding) {
    flight.produced += steps * perStep;
    flight.contextTokens += steps * perStep;
    if (flight.produced >= flight.outputTokens - 1e-9) leave(lane, flight, finished);
    else {
      going.push(flight);
      grow(lane, flight);
    }
  }
  lane.decoding = going;
}

function leave(lane: Lane, flight: Flight, finished: (flight: Flight) => void): void {
  lane.heldBytes -= flight.bytes;
  flight.bytes = 0;
  finished(flight);
}

function grow(lane: Lane, flight: Flight): void {
  const { pool } = lane.kind;
  if (!pool || pool.reservesWhole) return;
  const bytes = pool.sequenceBytes(flight.contextTokens);
  lane.heldBytes += bytes - flight.bytes;
  flight.bytes = bytes;
}

/** Prompt tokens of a step, first come first served, and the tokens they look at on average. */
function takePrompts({ kind, prompting }: Lane) {
  const budget = Math.max(1, kind.demand.chunkTokens);
  let tokens = 0;
  let pairs = 0;
  const worked: { flight: Flight; part: number }[] = [];
  for (const flight of prompting) {
    const part = Math.min(flight.promptLeft, budget - tokens);
    if (part <= 0) break;
    pairs += part * (flight.contextTokens + part / 2);
    tokens += part;
    worked.push({ flight, part });
  }
  return { tokens, contextTokens: pairs / tokens, worked };
}

/** What a step with prompts takes beyond those decoding, who get a token in it unless prompts have steps of their own. */
export function promptStep(lane: Lane, finished: (flight: Flight) => void): number {
  const { costs, demand } = lane.kind;
  const { tokens, contextTokens, worked } = takePrompts(lane);
  const alone = costs.promptsAlone > 0 || lane.decoding.length === 0;
  const drafted = 1 + demand.draftTokens;
  const beside = alone ? 0 : lane.decoding.length;
  const context = beside > 0 ? meanContext(lane.decoding) : 0;
  const plain = beside > 0 ? decodeStep(lane, beside, context) : 0;
  const stepSeconds = stepTime(costs, {
    sequences: beside * drafted,
    contextTokens: context / drafted,
    promptTokens: tokens,
    promptContextTokens: contextTokens,
  });
  const whole = promptStepSeconds({ stepSeconds, stepWithoutSeconds: plain, prefillFactor: costs.prefillFactor });
  const prefill = whole - plain;
  pass(lane, whole);
  if (beside > 0) tokensFor(lane, 1, finished);
  if (lane.decoding.length === 0) lane.lastTokens = lane.now;
  if (looksAtIntervals(lane)) lane.gathered = lane.kind.gatherSteps;
  for (const { flight, part } of worked) {
    flight.promptLeft -= part;
    flight.contextTokens += part;
    if (flight.promptLeft > 0) continue;
    if (flight.produced === 0) flight.firstToken = lane.now;
    flight.produced += 1;
    flight.contextTokens += 1;
    if (lane.kind.prefillOnly || flight.produced >= flight.outputTokens) leave(lane, flight, finished);
    else lane.decoding.push(flight);
  }
  lane.prompting = lane.prompting.filter(({ promptLeft }) => promptLeft > 0);
  return prefill;
}

/** The last to come gives up its memory and starts again, as engines do that recompute. */
function preempt(lane: Lane): void {
  let last = 0;
  lane.decoding.forEach(({ ready }, index) => {
    if (ready > (lane.decoding[last]?.ready ?? 0)) last = index;
  });
  const [flight] = lane.decoding.splice(last, 1);
  if (!flight) return;
  lane.heldBytes -= flight.bytes;
  flight.bytes = 0;
  flight.promptLeft = flight.contextTokens;
  flight.contextTokens = 0;
  lane.preempted += 1;
  lane.waiting.unshift(flight);
}

/** Steps until the pool is full, if no sequence ends before: at least so many, and exactly where few are left. */
function stepsOfRoom(lane: Lane): number {
  const { pool } = lane.kind;
  if (!pool || pool.reservesWhole) return Number.POSITIVE_INFINITY;
  const perStep = tokensPerStep(lane.kind.demand);
  const left = pool.bytes - lane.heldBytes;
  const atLeast = Math.floor(left / (lane.decoding.length * pool.mostBytesPerToken * perStep));
  if (atLeast >= 1) return atLeast;
  let growth = 0;
  for (const { contextTokens, bytes } of lane.decoding) growth += pool.sequenceBytes(contextTokens + perStep) - bytes;
  return growth <= left ? 1 : 0;
}

function gather(lane: Lane, steps: number): void {
  const { gatherSteps } = lane.kind;
  lane.gathered += steps;
  if (gatherSteps > 0 && lane.waiting.length === 0 && looksAtIntervals(lane)) lane.gathered %= gatherSteps;
}

/** As many steps at once as nothing happens between: until one is answered, a request arrives or memory is full. */
export function decodeStretch(lane: Lane, until: number, finished: (flight: Flight) => void): void {
  let room = stepsOfRoom(lane);
  while (room < 1 && lane.decoding.length > 1) {
    preempt(lane);
    room = stepsOfRoom(lane);
  }
  const perStep = tokensPerStep(lane.kind.demand);
  let fewest = Number.POSITIVE_INFINITY;
  for (const { outputTokens, produced } of lane.decoding) fewest = Math.min(fewest, outputTokens - produced);
  let steps = Math.max(1, Math.min(Math.ceil(fewest / perStep - 1e-9), Math.max(1, room)));
  const sequences = lane.decoding.length;
  const context = meanContext(lane.decoding);
  const first = decodeStep(lane, sequences, context);
  if (lane.waiting.length > 0 && isGathering(lane)) steps = Math.min(steps, lane.kind.gatherSteps - lane.gathered);
  if (lane.now + first * steps > until) steps = Math.max(1, Math.min(steps, Math.ceil((until - lane.now) / first)));
  // The time of a step grows evenly with the context, so the stretch takes the mean of its ends.
  const last = steps === 1 ? first : decodeStep(lane, sequences, context + (steps - 1) * perStep);
  pass(lane, (steps * (first + last)) / 2);
  gather(lane, steps);
  tokensFor(lane, steps, finished);
}
