import jstat from "jstat";
import { formula } from "../figure";
import { minutesPerHour } from "../units";

/** What a sample of live answers, judged by people, can see of a fall in the share of right ones. */

const source = {
  title: "S. Chow, J. Shao and H. Wang, Sample Size Calculations in Clinical Research, 2nd edition, p. 85",
  url: "http://powerandsamplesize.com/Calculators/Test-1-Proportion/1-Sample-1-Sided",
  asOf: "2008",
};

/** In four of five cases a fall of this size is seen: the usual power. */
export const usualPower = 0.8;

const quantile = (share: number): number => jstat.normal.inv(share, 0, 1);
const spread = (share: number): number => Math.sqrt(share * (1 - share));

type Watch = { share: number; drop: number; items: number; confidence: number };

/** One-sided test against a known share, normal approximation. A fall below nothing is one to nothing. */
export const chanceToSeeDrop = formula(
  {
    id: "maintenance.chanceToSeeDrop",
    title: "Chance that reviewed answers show the drop",
    unit: "share",
    reads:
      "Φ((drop × √n − z(confidence) × √(p(1−p))) ÷ √(p′(1−p′))), p the share right before, p′ after, n the answers",
    source,
    example: {
      of: "from 90 % to 80 %, 100 answers, 95 % sure",
      given: { share: 0.9, drop: 0.1, items: 100, confidence: 0.95 },
      gives: 0.897_307_848,
      within: 1e-8,
    },
  },
  ({ share, drop, items, confidence }: Watch) => {
    const after = Math.max(0, share - drop);
    const beyond = (share - after) * Math.sqrt(items) - quantile(confidence) * spread(share);
    if (after === 0) return beyond > 0 ? 1 : 0;
    return jstat.normal.cdf(beyond / spread(after), 0, 1);
  },
);

type Wanted = { share: number; drop: number; confidence: number; months: number };

export const itemsToSeeDrop = formula(
  {
    id: "maintenance.itemsToSeeDrop",
    title: "Answers to review a month to see the drop",
    unit: "item",
    reads: "((z(confidence) × √(p(1−p)) + z(0.8) × √(p′(1−p′))) ÷ drop)² ÷ months, rounded up",
    source,
    example: {
      of: "from 98 % to 95 %, 95 % sure: 191 in all, in one month",
      given: { share: 0.98, drop: 0.03, confidence: 0.95, months: 1 },
      gives: 191,
    },
  },
  ({ share, drop, confidence, months }: Wanted) => {
    const after = Math.max(0, share - drop);
    const root = quantile(confidence) * spread(share) + quantile(usualPower) * spread(after);
    return Math.ceil((root / (share - after)) ** 2 / months - 1e-9);
  },
);

/** Null where nothing is reviewed, or where even a fall to nothing would not be sure to show. */
export const visibleDrop = formula(
  {
    id: "maintenance.visibleDrop",
    title: "Smallest drop that the reviewed answers show",
    unit: "share",
    reads: "the drop whose chance to be seen is 0.8, found by halving",
    source,
    example: {
      of: "100 answers of a system right in 90 %, 95 % sure",
      given: { share: 0.9, items: 100, confidence: 0.95 },
      gives: 0.081_805_613,
      within: 1e-8,
    },
  },
  ({ share, items, confidence }: Omit<Watch, "drop">): number | null => {
    const seen = (drop: number) => chanceToSeeDrop({ share, drop, items, confidence }) >= usualPower;
    if (items <= 0 || !seen(share)) return null;
    let low = 0;
    let high = share;
    for (let step = 0; step < 60; step += 1) {
      const middle = (low + high) / 2;
      if (seen(middle)) high = middle;
      else low = middle;
    }
    return high;
  },
);

/** Null where nothing is reviewed. */
export const alarmBelow = formula(
  {
    id: "maintenance.alarmBelow",
    title: "Raise the alarm below this share of right answers",
    unit: "share",
    reads: "p − z(confidence) × √(p(1−p) ÷ n): by chance alone so few are right in one of so many looks at most",
    source,
    example: {
      of: "100 answers of a system right in 90 %, 95 % sure: 0.9 − 1.645 × 0.03",
      given: { share: 0.9, items: 100, confidence: 0.95 },
      gives: 0.850_654_391,
      within: 1e-8,
    },
  },
  ({ share, items, confidence }: Omit<Watch, "drop">): number | null =>
    items > 0 ? Math.max(0, share - (quantile(confidence) * spread(share)) / Math.sqrt(items)) : null,
);

export const answersSeenTogether = formula(
  {
    id: "maintenance.answersSeenTogether",
    title: "Reviewed answers looked at together",
    unit: "item",
    reads: "answers reviewed a month × months",
    source: "definition",
    example: { of: "50 a month over 3", given: { perMonth: 50, months: 3 }, gives: 150 },
  },
  ({ perMonth, months }: { perMonth: number; months: number }) => perMonth * months,
);

export const monitoringUsd = formula(
  {
    id: "maintenance.monitoringUsd",
    title: "Answers reviewed in a month",
    unit: "USD/month",
    reads: "answers × minutes ÷ 60 × cost of an hour of judging",
    source: "definition",
    example: { of: "100 of 3 minutes at 45 USD", given: { items: 100, minutes: 3, usdPerHour: 45 }, gives: 225 },
  },
  ({ items, minutes, usdPerHour }: { items: number; minutes: number; usdPerHour: number }) =>
    ((items * minutes) / minutesPerHour) * usdPerHour,
);
