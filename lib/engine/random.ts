/** A stream of numbers from a seed: the same seed gives the same run. */
export type Random = {
  uniform: () => number;
  /** Time between arrivals: exponential for burstiness 1, in bunches below, evenly spaced far above. */
  gap: (mean: number, burstiness: number) => number;
  length: (mean: number, variation: number) => number;
};

/** Mulberry32: 32 bits of state, good enough for queues and repeatable everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** Box and Muller. */
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  /** Marsaglia and Tsang (2000), of mean `shape`; below 1 through shape + 1. */
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const gap = (mean: number, burstiness: number): number =>
    burstiness === 1 ? -mean * Math.log(1 - uniform()) : (mean * gamma(burstiness)) / burstiness;
  /** Log-normal with this mean and variation, in whole tokens. */
  const length = (mean: number, variation: number): number => {
    if (variation <= 0) return Math.max(1, Math.round(mean));
    const variance = Math.log(1 + variation ** 2);
    return Math.max(1, Math.round(mean * Math.exp(normal() * Math.sqrt(variance) - variance / 2)));
  };
  return { uniform, gap, length };
}
