import TinyQueue from "tinyqueue";
import type { Random } from "../../random";
import type { Demand } from "../steady/demand";
import type { StepCosts } from "../step/costs";
import type { Flight } from "./flight";

/** Random arrivals, so many users who send again when answered, or everything at once. */
export type SimulatedLoad =
  | { kind: "open"; requestsPerSecond: number; burstiness: number }
  | { kind: "closed"; users: number }
  | { kind: "offline" };

export type Arrivals = {
  /** When the next request is ready to be worked on; infinity where none will come of itself. */
  next: () => number;
  take: () => Flight;
  /** A user has been answered and sends again. */
  answered: (now: number) => void;
};

/** Requests in the order in which they are ready; taking one in costs the host some time. */
export function arrivalsOf(
  { demand, costs }: { demand: Demand; costs: StepCosts },
  load: SimulatedLoad,
  requests: number,
  random: Random,
): Arrivals {
  const { promptTokens, promptVariation, outputTokens, outputVariation, cachedTokens } = demand;
  const queue = new TinyQueue<Flight>([], (a, b) => a.ready - b.ready);
  let made = 0;
  const make = (arrived: number) => {
    if (made >= requests) return;
    made += 1;
    const promptLeft = random.length(promptTokens, promptVariation);
    const contextTokens = Math.round((cachedTokens * promptLeft) / promptTokens);
    queue.push({
      arrived,
      ready: arrived + costs.hostSecondsPerRequest + (promptLeft + contextTokens) * costs.hostSecondsPerPromptToken,
      promptLeft,
      contextTokens,
      outputTokens: random.length(outputTokens, outputVariation),
      produced: 0,
      firstToken: 0,
      lastToken: 0,
      bytes: 0,
    });
  };
  if (load.kind === "open") {
    let now = 0;
    for (let request = 0; request < requests; request += 1) {
      now += random.gap(1 / load.requestsPerSecond, load.burstiness);
      make(now);
    }
  } else {
    const atOnce = load.kind === "closed" ? load.users : requests;
    for (let user = 0; user < atOnce; user += 1) make(0);
  }
  return {
    next: () => queue.peek()?.ready ?? Number.POSITIVE_INFINITY,
    take: () => {
      const flight = queue.pop();
      if (!flight) throw new Error("no request is ready");
      return flight;
    },
    answered: (now) => {
      if (load.kind === "closed") make(now);
    },
  };
}
