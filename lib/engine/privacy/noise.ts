/** The least noise that keeps ε at or below a target, as ε falls with noise. Range of noise: 0.1 to 10,000. */
export function noiseFor(epsilonAt: (noiseMultiplier: number) => number, targetEpsilon: number): number | null {
  const [least, most] = [0.1, 10_000];
  if (epsilonAt(most) > targetEpsilon) return null;
  if (epsilonAt(least) <= targetEpsilon) return least;
  let [low, high] = [least, most];
  while (high / low > 1 + 1e-4) {
    const middle = Math.sqrt(low * high);
    if (epsilonAt(middle) > targetEpsilon) low = middle;
    else high = middle;
  }
  return high;
}
