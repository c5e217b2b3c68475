const least = 0.1;
const most = 10_000;
const near = 1 + 1e-4;

/**
 * The least noise that keeps ε at or below a target, as ε falls with noise. Range of noise: 0.1 to 10,000; null where
 * even the most is not enough. ε is close to a power of the noise, so the search follows a straight line of logarithms:
 * composed losses take tenths of a second each.
 */
export function noiseFor(epsilonAt: (noiseMultiplier: number) => number, targetEpsilon: number): number | null {
  const off = (noise: number): number => Math.log(Math.max(epsilonAt(noise), 1e-300) / targetEpsilon);
  let low = { noise: 1, off: off(1) };
  let high = low;
  while (low.off <= 0) {
    if (low.noise <= least) return least;
    high = low;
    const noise = Math.max(least, low.noise / 2);
    low = { noise, off: off(noise) };
  }
  while (high.off > 0) {
    if (high.noise >= most) return null;
    low = high;
    const noise = Math.min(most, high.noise * 2);
    high = { noise, off: off(noise) };
  }
  while (high.noise / low.noise > near) {
    const noise = between(low, high);
    const found = { noise, off: off(noise) };
    if (found.off > 0) low = found;
    else high = found;
  }
  return high.noise;
}

type Point = { noise: number; off: number };

/** Where the line crosses, a hair to the side of the farther end so that both close in; halfway where it is no line. */
function between(low: Point, high: Point): number {
  const [from, to] = [Math.log(low.noise), Math.log(high.noise)];
  const along = low.off / (low.off - high.off);
  const width = to - from;
  const margin = Math.min(0.25, 4e-5 / width);
  const share = high.off < -20 ? 0.5 : along + (along < 0.5 ? margin : -margin);
  return Math.exp(from + width * Math.min(0.99, Math.max(0.01, share)));
}
