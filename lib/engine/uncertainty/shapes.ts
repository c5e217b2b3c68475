import jstat from "jstat";
import type { RangeShape } from "@/lib/contract/scenario";

/** Factors on an input's value that 1 of 10 plans falls below, and 1 of 10 exceeds, and how what lies between is spread. */
export type Shaped = { low: number; high: number; shape: RangeShape };

/** Standard normal quantile of 90 %. */
const tenth = 1.281_551_565_5;
const least = 0.01;

type Quantile = (score: number) => number;

/** Its logarithm is normal on either side of 1: as many per cent either way. */
const logNormal =
  ({ low, high }: Shaped): Quantile =>
  (score) =>
    score < 0 ? low ** (-score / tenth) : high ** (score / tenth);

/** It is normal on either side of 1; never below a hundredth. */
const normal =
  ({ low, high }: Shaped): Quantile =>
  (score) =>
    Math.max(least, 1 + (score < 0 ? (1 - low) * (score / tenth) : (high - 1) * (score / tenth)));

/** Between two ends that leave a tenth out at either side; an end that is 1 is an end. */
function uniform({ low, high }: Shaped): Quantile {
  if (low === 1 && high === 1) return () => 1;
  const part = low === 1 || high === 1 ? 0.9 : 0.8;
  const width = (high - low) / part;
  const from = low === 1 ? 1 : Math.max(least, low - 0.1 * width);
  return (score) => from + width * share(score);
}

const share = (score: number): number => jstat.normal.cdf(score, 0, 1);

type Ends = { below: number; above: number };

/**
 * How far a distribution that is most likely at 1 reaches to either side, so that its tenths are those given. The reach
 * of one side moves the other's tenth little, so that repeating the sum settles.
 */
function endsOf({ low, high }: Shaped, rounds: number, inside: (ends: Ends, side: "below" | "above") => number): Ends {
  let ends: Ends = { below: (1 - low) * 1.6, above: (high - 1) * 1.6 };
  for (let round = 0; round < rounds; round += 1) {
    const scale = (wanted: number, side: "below" | "above") => {
      const now = inside(ends, side);
      return wanted <= 0 || now <= 0 ? (wanted <= 0 ? 0 : ends[side] * 1.3) : ends[side] * Math.min(2, wanted / now);
    };
    ends = { below: scale(1 - low, "below"), above: scale(high - 1, "above") };
  }
  return ends;
}

function triangularAt({ below, above }: Ends, p: number): number {
  const width = below + above;
  if (width === 0) return 1;
  const mode = below / width;
  return p < mode ? 1 - below + Math.sqrt(p * width * below) : 1 + above - Math.sqrt((1 - p) * width * above);
}

const triangular = (shaped: Shaped): Quantile => {
  const ends = endsOf(shaped, 2000, (now, side) =>
    side === "below" ? 1 - triangularAt(now, 0.1) : triangularAt(now, 0.9) - 1,
  );
  return (score) => Math.max(least, triangularAt(ends, share(score)));
};

/** Weight of what is most likely against the ends, as PERT has it. */
const weight = 4;

function pertAt({ below, above }: Ends, p: number): number {
  const width = below + above;
  if (width === 0) return 1;
  return 1 - below + width * jstat.beta.inv(p, 1 + (weight * below) / width, 1 + (weight * above) / width);
}

/** Its quantile is slow to work out and smooth: between these points a straight line will do. */
const points = 200;

const pert = (shaped: Shaped): Quantile => {
  const ends = endsOf(shaped, 60, (now, side) => (side === "below" ? 1 - pertAt(now, 0.1) : pertAt(now, 0.9) - 1));
  const table = Float64Array.from({ length: points + 1 }, (_, index) => pertAt(ends, index / points));
  return (score) => {
    const at = share(score) * points;
    const from = Math.min(points - 1, Math.floor(at));
    const [a = 1, b = 1] = [table[from], table[from + 1]];
    return Math.max(least, a + (b - a) * (at - from));
  };
};

const makers: Record<RangeShape, (shaped: Shaped) => Quantile> = { logNormal, normal, triangular, pert, uniform };
const known = new Map<string, Quantile>();
const knownAtMost = 200;

/** The factor at a standard normal score: rises with it, and is 1 throughout where both ends are. */
export function quantileOf({ low, high, shape }: Shaped): Quantile {
  const key = `${shape} ${low} ${high}`;
  const found = known.get(key);
  if (found) return found;
  const made = low === 1 && high === 1 ? () => 1 : makers[shape]({ low, high, shape });
  if (known.size >= knownAtMost) known.clear();
  known.set(key, made);
  return made;
}

const furthest = 8;
const halvings = 50;

/** Chance that an input lies beyond a factor, on the side away from the plan. */
export function chanceBeyond(shaped: Shaped, factor: number): number {
  const at = quantileOf(shaped);
  let [from, to] = [-furthest, furthest];
  if (at(from) > factor) return factor < 1 ? 0 : 1;
  if (at(to) < factor) return factor < 1 ? 1 : 0;
  for (let step = 0; step < halvings; step += 1) {
    const middle = (from + to) / 2;
    if (at(middle) < factor) from = middle;
    else to = middle;
  }
  const below = share((from + to) / 2);
  return factor < 1 ? below : 1 - below;
}
