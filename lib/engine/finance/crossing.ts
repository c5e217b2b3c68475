import { formula } from "../figure";

export const crossingMonth = formula(
  {
    id: "finance.crossingMonth",
    title: "Month in which the sums cross",
    unit: "month",
    reads:
      "first month at whose end the path that was dearer until then is the cheaper one in sum; none within the horizon",
    source: "definition",
    example: {
      of: "100 a month against 250 at once and 20 a month",
      given: { fromUsd: [100, 200, 300, 400], toUsd: [270, 290, 310, 330] },
      gives: 4,
    },
  },
  ({ fromUsd, toUsd }: { fromUsd: readonly number[]; toUsd: readonly number[] }): number | null => {
    let side = 0;
    for (const [index, from] of fromUsd.entries()) {
      const now = Math.sign(from - (toUsd[index] ?? 0));
      if (side !== 0 && now === -side) return index + 1;
      if (side === 0) side = now;
    }
    return null;
  },
);

export const breakEvenRequestsPerDay = formula(
  {
    id: "finance.breakEvenRequestsPerDay",
    title: "Break-even volume",
    unit: "request/day",
    reads:
      "requests a day × the multiple at which both totals over the horizon are equal; found by bisection on the totals of both paths, each recomputed for the volume, whole machines included",
    source: "definition",
    example: { of: "2.5 times 4,000", given: { requestsPerDay: 4000, multiple: 2.5 }, gives: 10_000 },
  },
  ({ requestsPerDay, multiple }: { requestsPerDay: number; multiple: number }) => requestsPerDay * multiple,
);

/** Where f changes its sign between `from` and `to`, seen on a grid of equal ratios; the last bracket is narrower than `within`. */
export function signChangesOnLogGrid(
  f: (x: number) => number,
  from: number,
  to: number,
  pointsPerDecade: number,
  within = 1e-6,
): number[] {
  const points = Math.ceil(Math.log10(to / from) * pointsPerDecade);
  const ratio = (to / from) ** (1 / points);
  const found: number[] = [];
  let x = from;
  let side = Math.sign(f(x));
  for (let index = 1; index <= points; index += 1) {
    const next = from * ratio ** index;
    const nextSide = Math.sign(f(next));
    if (nextSide !== side && side !== 0) found.push(halve(f, x, next, side, within));
    x = next;
    side = nextSide;
  }
  return found;
}

function halve(f: (x: number) => number, from: number, to: number, side: number, within: number): number {
  let low = from;
  let high = to;
  while (high / low - 1 > within) {
    const middle = Math.sqrt(low * high);
    if (Math.sign(f(middle)) === side) low = middle;
    else high = middle;
  }
  return high;
}
