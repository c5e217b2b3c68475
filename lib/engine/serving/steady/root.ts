const rounds = 80;
const closeEnough = 1e-10;

/**
 * Largest number between two bounds at which a rising function is at most 0, to ten digits unless fewer will do:
 * false position with the kept side's value halved (Illinois), and halving wherever that fails to close in.
 */
export function largestWithin(
  low: number,
  high: number,
  excess: (value: number) => number,
  within = closeEnough,
): number {
  const above = excess(high);
  if (above <= 0) return high;
  const below = excess(low);
  if (!(below <= 0)) return low;
  let good = { at: low, is: below };
  let bad = { at: high, is: above };
  let moved: "good" | "bad" | null = null;
  for (let round = 0; round < rounds && bad.at - good.at > within * Math.abs(bad.at); round += 1) {
    const guess = (good.at * bad.is - bad.at * good.is) / (bad.is - good.is);
    const halve = round % 3 === 2 || !(guess > good.at && guess < bad.at);
    const at = halve ? (good.at + bad.at) / 2 : guess;
    const is = excess(at);
    if (is <= 0) {
      good = { at, is };
      if (moved === "good") bad = { at: bad.at, is: bad.is / 2 };
      moved = "good";
    } else {
      bad = { at, is: Number.isFinite(is) ? is : Number.MAX_VALUE };
      if (moved === "bad") good = { at: good.at, is: good.is / 2 };
      moved = "bad";
    }
  }
  return good.at;
}
