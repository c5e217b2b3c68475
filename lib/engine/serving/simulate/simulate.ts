import TinyQueue from "tinyqueue";
import { randomFrom } from "../../random";
import { type Arrivals, arrivalsOf, type SimulatedLoad } from "./arrivals";
import type { Flight } from "./flight";
import { admit, decodeStretch, emptyLane, type Lane, type LaneKind, outstanding, promptStep } from "./lane";

export type { SimulatedLoad } from "./arrivals";

/** Lanes that take requests from one queue: replicas behind a load balancer, each with its attention-data ranks. */
export type Stage = {
  kind: LaneKind;
  lanes: number;
  /** Lanes of one replica, which take their steps together. */
  lanesOfReplica: number;
};

/** One stage that does everything, or prefill workers that hand over to others that decode. */
export type Servers = {
  stages: readonly [Stage] | readonly [Stage, Stage];
  handOverSeconds: (flight: Flight) => number;
};

export type Run = { answered: Flight[]; lanes: Lane[] };

type Working = { stage: Stage; lanes: Lane[]; next: () => number; take: () => Flight };

const fewestOutstanding = (lanes: readonly Lane[]): Lane =>
  lanes.reduce((least, lane) => (outstanding(lane) < outstanding(least) ? lane : least));

function nextBusy(lanes: readonly Lane[]): Lane | null {
  let first: Lane | null = null;
  for (const lane of lanes) if (outstanding(lane) > 0 && (!first || lane.now < first.now)) first = lane;
  return first;
}

/** Ranks of a replica wait for each other, so a prompt of one holds up the others in part. */
function holdUp({ stage, lanes }: Working, lane: Lane, prefillSeconds: number): void {
  const { heldUpRanks } = stage.kind.costs;
  if (stage.lanesOfReplica <= 1 || heldUpRanks <= 1) return;
  const replica = Math.floor(lanes.indexOf(lane) / stage.lanesOfReplica);
  const share = (heldUpRanks - 1) / (stage.lanesOfReplica - 1);
  for (let rank = 0; rank < stage.lanesOfReplica; rank += 1) {
    const other = lanes[replica * stage.lanesOfReplica + rank];
    if (other && other !== lane && outstanding(other) > 0) {
      other.now += share * prefillSeconds;
      other.busySeconds += share * prefillSeconds;
    }
  }
}

function advance(working: Working, lane: Lane, until: number, finished: (flight: Flight) => void): void {
  admit(lane);
  if (lane.prompting.length > 0) holdUp(working, lane, promptStep(lane, finished));
  else decodeStretch(lane, until, finished);
}

/** Ranks of a replica gather together: the first prompt on any of them starts the clock of all. */
function startGathering({ stage: { kind, lanesOfReplica }, lanes }: Working, lane: Lane): void {
  if (kind.costs.promptsAlone > 0 || lane.waiting.length > 0) return;
  const first = Math.floor(lanes.indexOf(lane) / lanesOfReplica) * lanesOfReplica;
  const others = lanes.slice(first, first + lanesOfReplica).filter(({ waiting }) => waiting.length > 0);
  lane.gathered = Math.max(0, ...others.map(({ gathered }) => gathered));
}

/** Gives the next request to the lane with the least to do. */
function dispatch(working: Working): void {
  const flight = working.take();
  const lane = fewestOutstanding(working.lanes);
  startGathering(working, lane);
  if (outstanding(lane) === 0) {
    lane.now = Math.max(lane.now, flight.ready);
    lane.lastTokens = lane.now;
  }
  lane.waiting.push(flight);
}

const lanesOf = ({ kind, lanes }: Stage): Lane[] => Array.from({ length: lanes }, () => emptyLane(kind));

function workingOf(servers: Servers, arrivals: Arrivals, handed: TinyQueue<Flight>): Working[] {
  const queues = [
    { next: arrivals.next, take: arrivals.take },
    { next: () => handed.peek()?.ready ?? Number.POSITIVE_INFINITY, take: () => handed.pop() as Flight },
  ];
  return servers.stages.map((stage, index) => ({
    stage,
    lanes: lanesOf(stage),
    ...(queues[index] as (typeof queues)[0]),
  }));
}

/** The stage and lane in which something happens next; a lane is null where a request is given out first. */
function earliest(working: readonly Working[]): { at: Working; lane: Lane | null } | null {
  let found: { at: Working; lane: Lane | null; time: number } | null = null;
  for (const at of working) {
    const lane = nextBusy(at.lanes);
    const arrives = at.next();
    const time = Math.min(lane?.now ?? Number.POSITIVE_INFINITY, arrives);
    if (time === Number.POSITIVE_INFINITY || (found && found.time <= time)) continue;
    found = { at, lane: arrives <= (lane?.now ?? Number.POSITIVE_INFINITY) ? null : lane, time };
  }
  return found;
}

/** Requests worked on step by step until all are answered: the same seed gives the same run. */
export function simulate(servers: Servers, load: SimulatedLoad, requests: number, seed: number): Run {
  const [first] = servers.stages;
  const arrivals = arrivalsOf(first.kind, load, requests, randomFrom(seed));
  const handed = new TinyQueue<Flight>([], (a, b) => a.ready - b.ready);
  const working = workingOf(servers, arrivals, handed);
  const answered: Flight[] = [];
  for (let turn = earliest(working); turn; turn = earliest(working)) {
    const { at, lane } = turn;
    if (!lane) {
      dispatch(at);
      continue;
    }
    advance(at, lane, at.next(), (flight) => {
      if (lane.kind.prefillOnly && flight.produced < flight.outputTokens) {
        flight.ready = lane.now + servers.handOverSeconds(flight);
        handed.push(flight);
        return;
      }
      flight.lastToken = lane.now;
      answered.push(flight);
      arrivals.answered(lane.now);
    });
  }
  return { answered, lanes: working.flatMap(({ lanes }) => lanes) };
}
