/** A stream of numbers from a seed: the same seed gives the same run. */
export type Random = { uniform: () => number; exponential: (mean: number) => number; length: LengthDraw };
type LengthDraw = (mean: number, variation: number) => number;

/** Mulberry32: 32 bits of state, good enough for queues and repeatable everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const exponential = (mean: number): number => -mean * Math.log(1 - uniform());
  /** Box and Muller's normal number, for lengths that are log-normal with this mean and variation. */
  const length: LengthDraw = (mean, variation) => {
    if (variation <= 0) return Math.max(1, Math.round(mean));
    const variance = Math.log(1 + variation ** 2);
    const normal = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    return Math.max(1, Math.round(mean * Math.exp(normal * Math.sqrt(variance) - variance / 2)));
  };
  return { uniform, exponential, length };
}
