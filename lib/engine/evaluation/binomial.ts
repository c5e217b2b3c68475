import jstat from "jstat";

/** The binomial distribution, from its tail inwards: terms fall from where the sum starts, so it can stop early. */

const logTerm = (right: number, items: number, share: number): number =>
  jstat.gammaln(items + 1) -
  jstat.gammaln(right + 1) -
  jstat.gammaln(items - right + 1) +
  right * Math.log(share) +
  (items - right) * Math.log1p(-share);

const negligible = 1e-18;

/** P(X ≥ fewest) of n answers, each right with the same chance. */
export function atLeast(fewest: number, items: number, share: number): number {
  if (fewest <= 0) return 1;
  if (fewest > items) return 0;
  if (share <= 0) return 0;
  if (share >= 1) return 1;
  if (fewest <= items * share) return Math.max(0, 1 - atLeast(items - fewest + 1, items, 1 - share));
  let term = Math.exp(logTerm(fewest, items, share));
  let sum = term;
  const odds = share / (1 - share);
  for (let right = fewest; right < items; right += 1) {
    term *= ((items - right) / (right + 1)) * odds;
    sum += term;
    if (term < negligible * sum) break;
  }
  return Math.min(1, sum);
}
