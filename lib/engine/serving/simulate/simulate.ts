import type { System } from "../steady/moment";
import { stepTime } from "../step/step";
import { type Random, randomFrom } from "./random";

/** Loads of one lane: random arrivals, so many users who send again when answered, or everything at once. */
export type SimulatedLoad =
  | { kind: "open"; requestsPerSecond: number }
  | { kind: "closed"; users: number }
  | { kind: "offline" };

export type Answered = { arrived: number; firstToken: number; lastToken: number; outputTokens: number };

type Request = {
  arrived: number;
  promptLeft: number;
  contextTokens: number;
  outputTokens: number;
  produced: number;
  firstToken: number;
};

type State = {
  now: number;
  /** Requests that have arrived and hold no place yet, then those whose prompts are worked on, then those decoding. */
  waiting: Request[];
  prompting: Request[];
  decoding: Request[];
  answered: Answered[];
};

type Source = { next: () => number; take: () => Request; leave: (now: number) => void };

/** Arrival times still to come, and the requests that come with them. */
function sourceOf({ demand }: System, load: SimulatedLoad, requests: number, random: Random): Source {
  const { promptTokens, promptVariation, outputTokens, outputVariation, cachedTokens } = demand;
  const times: number[] = [];
  let made = 0;
  const schedule = (time: number) => {
    if (made >= requests) return;
    made += 1;
    times.push(time);
  };
  const atOnce = load.kind === "closed" ? load.users : load.kind === "offline" ? requests : 0;
  for (let user = 0; user < atOnce; user += 1) schedule(0);
  const arrive = (after: number) => {
    if (load.kind === "open") schedule(after + random.exponential(1 / load.requestsPerSecond));
  };
  arrive(0);
  return {
    next: () => times[0] ?? Number.POSITIVE_INFINITY,
    take: () => {
      const arrived = times.shift() ?? 0;
      arrive(arrived);
      return {
        arrived,
        promptLeft: random.length(promptTokens, promptVariation),
        contextTokens: cachedTokens,
        outputTokens: random.length(outputTokens, outputVariation),
        produced: 0,
        firstToken: 0,
      };
    },
    leave: (now) => {
      if (load.kind === "closed") schedule(now);
    },
  };
}

/** Prompt tokens of this step, first come first served, and what they look at on average. */
function takePrompts({ prompting }: State, budget: number) {
  let tokens = 0;
  let pairs = 0;
  const worked: [Request, number][] = [];
  for (const request of prompting) {
    const part = Math.min(request.promptLeft, budget - tokens);
    if (part <= 0) break;
    pairs += part * (request.contextTokens + part / 2);
    tokens += part;
    worked.push([request, part]);
  }
  return { tokens, contextTokens: tokens > 0 ? pairs / tokens : 0, worked };
}

function finish(state: State, request: Request, source: Source): void {
  const { arrived, firstToken, outputTokens } = request;
  state.answered.push({ arrived, firstToken, lastToken: state.now, outputTokens });
  source.leave(state.now);
}

function step({ costs, demand }: System, state: State, source: Source): void {
  const { tokens, contextTokens, worked } = takePrompts(state, Math.max(1, demand.chunkTokens));
  const held = state.decoding.reduce((sum, request) => sum + request.contextTokens, 0);
  const sequences = state.decoding.length;
  state.now += stepTime(costs, {
    sequences,
    contextTokens: sequences > 0 ? held / sequences : 0,
    promptTokens: tokens,
    promptContextTokens: contextTokens,
  });
  const going: Request[] = [];
  for (const request of state.decoding) {
    request.produced += 1;
    request.contextTokens += 1;
    if (request.produced >= request.outputTokens) finish(state, request, source);
    else going.push(request);
  }
  for (const [request, part] of worked) {
    request.promptLeft -= part;
    request.contextTokens += part;
    if (request.promptLeft > 0) continue;
    request.firstToken = state.now + costs.hostSecondsPerRequest;
    request.produced = 1;
    if (request.outputTokens <= 1) finish(state, request, source);
    else going.push(request);
  }
  state.prompting = state.prompting.filter((request) => request.promptLeft > 0);
  state.decoding = going;
}

/** One lane worked step by step until so many requests are answered. Speculation is not simulated. */
export function simulate(system: System, load: SimulatedLoad, requests: number, seed: number): Answered[] {
  const source = sourceOf(system, load, requests, randomFrom(seed));
  const state: State = { now: 0, waiting: [], prompting: [], decoding: [], answered: [] };
  const places = Math.max(1, Math.floor(system.mostSequences));
  while (state.answered.length < requests) {
    while (source.next() <= state.now) state.waiting.push(source.take());
    while (state.waiting.length > 0 && state.prompting.length + state.decoding.length < places) {
      const [request] = state.waiting.splice(0, 1);
      if (request) state.prompting.push(request);
    }
    if (state.prompting.length + state.decoding.length === 0) state.now = source.next();
    else step(system, state, source);
  }
  return state.answered;
}

/** Means over the middle of a run: its start is empty and its end drains. */
export function summary(answered: readonly Answered[], from = 0.25, to = 0.9) {
  const byArrival = answered.toSorted((a, b) => a.arrived - b.arrived);
  const kept = byArrival.slice(Math.floor(byArrival.length * from), Math.ceil(byArrival.length * to));
  const mean = (of: (each: Answered) => number) => kept.reduce((sum, each) => sum + of(each), 0) / kept.length;
  const long = kept.filter(({ outputTokens }) => outputTokens > 1);
  const tpot = (each: Answered) => (each.lastToken - each.firstToken) / (each.outputTokens - 1);
  const ttfts = kept.map((each) => each.firstToken - each.arrived).toSorted((a, b) => a - b);
  const tpots = long.map(tpot).toSorted((a, b) => a - b);
  const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  const tokens = long.reduce((sum, each) => sum + each.outputTokens - 1, 0);
  return {
    ttft: { mean: mean((each) => each.firstToken - each.arrived), p95: at(ttfts, 0.95) },
    /** Over all tokens, as a rate is; requests weigh by their length. */
    tpot: {
      mean: long.reduce((sum, each) => sum + each.lastToken - each.firstToken, 0) / tokens,
      p95: at(tpots, 0.95),
    },
    requestsPerSecond: kept.length / ((kept.at(-1)?.arrived ?? 0) - (kept[0]?.arrived ?? 0)),
  };
}
