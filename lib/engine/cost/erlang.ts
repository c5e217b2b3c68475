import { formula } from "../figure";
import { sources } from "../sources";

/** Erlang's formulas for requests that arrive at random and people who take them up one at a time. */

type Offered = { erlangs: number; agents: number };

/** Range: agents whole and ≥ 0, erlangs ≥ 0. Worked out by the recursion on agents, which never overflows. */
export const erlangB = formula(
  {
    id: "cost.erlangB",
    title: "Share that finds everyone busy and is lost (Erlang B)",
    unit: "share",
    reads: "B(0) = 1; B(n) = erlangs × B(n − 1) ÷ (n + erlangs × B(n − 1))",
    source: sources.erlang,
    example: { of: "one erlang, one agent: half", given: { erlangs: 1, agents: 1 }, gives: 0.5 },
  },
  ({ erlangs, agents }: Offered) => {
    let blocked = 1;
    for (let n = 1; n <= agents; n += 1) blocked = (erlangs * blocked) / (n + erlangs * blocked);
    return blocked;
  },
);

/** 1 where the load exceeds the agents: the queue then grows without end. */
export const erlangC = formula(
  {
    id: "cost.erlangC",
    title: "Share that has to wait (Erlang C)",
    unit: "share",
    reads: "B ÷ (1 − erlangs ÷ agents × (1 − B)), B by Erlang B",
    source: sources.erlang,
    example: { of: "one erlang, two agents: a third", given: { erlangs: 1, agents: 2 }, gives: 1 / 3, within: 1e-12 },
  },
  ({ erlangs, agents }: Offered) => {
    if (agents <= erlangs) return 1;
    const blocked = erlangB({ erlangs, agents });
    return blocked / (1 - (erlangs / agents) * (1 - blocked));
  },
);

type Level = Offered & { handlingSeconds: number; answerSeconds: number };

export const serviceLevel = formula(
  {
    id: "cost.serviceLevel",
    title: "Share taken up in time",
    unit: "share",
    reads: "1 − Erlang C × e^(−(agents − erlangs) × time to answer ÷ handling time)",
    source: sources.erlang,
    example: {
      of: "10 erlangs, 14 agents, 180 s each, within 20 s: 1 − 0.1741 × e^(−4 × 20 ÷ 180)",
      given: { erlangs: 10, agents: 14, handlingSeconds: 180, answerSeconds: 20 },
      gives: 0.8884,
      within: 5e-4,
    },
  },
  ({ erlangs, agents, handlingSeconds, answerSeconds }: Level) =>
    agents <= erlangs
      ? 0
      : 1 - erlangC({ erlangs, agents }) * Math.exp((-(agents - erlangs) * answerSeconds) / handlingSeconds),
);

type Wanted = {
  erlangs: number;
  handlingSeconds: number;
  answerSeconds: number;
  answerShare: number;
  occupancyShare: number;
};

/** Less load than this in an hour is nobody's post. */
const hardlyAny = 1e-3;

/** B only falls with more agents, so that one pass over them finds the fewest. */
export const agentsFor = formula(
  {
    id: "cost.agentsFor",
    title: "People at work in an hour",
    unit: "person",
    reads: "the fewest who take up the share wanted in time and are busy no more than the occupancy allows",
    source: sources.erlang,
    example: {
      of: "10 erlangs of 180 s, 80 % within 20 s, busy 85 % at most",
      given: { erlangs: 10, handlingSeconds: 180, answerSeconds: 20, answerShare: 0.8, occupancyShare: 0.85 },
      gives: 14,
    },
  },
  ({ erlangs, handlingSeconds, answerSeconds, answerShare, occupancyShare }: Wanted) => {
    if (erlangs < hardlyAny) return 0;
    const least = Math.ceil((erlangs / occupancyShare) * (1 - 1e-12));
    let blocked = 1;
    for (let n = 1; ; n += 1) {
      blocked = (erlangs * blocked) / (n + erlangs * blocked);
      if (n < least || n <= erlangs) continue;
      const waits = blocked / (1 - (erlangs / n) * (1 - blocked));
      const inTime = 1 - waits * Math.exp((-(n - erlangs) * answerSeconds) / handlingSeconds);
      if (inTime >= answerShare) return n;
    }
  },
);
