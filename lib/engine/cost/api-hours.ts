import { formula } from "../figure";
import { hoursOfDay } from "../traffic/day";
import { hoursPerDay } from "../units";

type Windows = {
  peakToMean: number;
  busiestHour: number;
  fromHours: readonly number[];
  toHours: readonly number[];
};

/** Hours of the clock that two spans within one day have in common. */
const overlap = (from: number, to: number, start: number): number =>
  Math.max(0, Math.min(to, start + 1) - Math.max(from, start));

export const shareInHours = formula(
  {
    id: "cost.shareInHours",
    title: "Share of the requests in these hours",
    unit: "share",
    reads:
      "Σ over the hours of a day: the hour's part of the day's requests × how much of it lies between these times; the day has one hump, as steep as peak to average says",
    source: "definition",
    example: {
      of: "a flat day, 01:00 to 04:00 and 06:00 to 10:00: 7 of 24 hours",
      given: { peakToMean: 1, busiestHour: 13, fromHours: [1, 6], toHours: [4, 10] },
      gives: 7 / 24,
      within: 1e-12,
    },
  },
  ({ peakToMean, busiestHour, fromHours, toHours }: Windows) =>
    hoursOfDay(peakToMean).reduce((share, rate, after) => {
      const start = (busiestHour + after) % hoursPerDay;
      const within = fromHours.reduce((hours, from, index) => hours + overlap(from, toHours[index] ?? from, start), 0);
      return share + (rate * within) / hoursPerDay;
    }, 0),
);

export const priceOverHours = formula(
  {
    id: "cost.priceOverHours",
    title: "Price over the hours of the day",
    unit: "USD/Mtoken",
    reads: "Σ over the prices of the day: price × share of the requests in its hours",
    source: "definition",
    example: {
      of: "0.66 USD for three quarters of the requests, 1.32 for the others: 0.66 × 0.75 + 1.32 × 0.25",
      given: { usdPerMtoken: [0.66, 1.32], shares: [0.75, 0.25] },
      gives: 0.825,
      within: 1e-12,
    },
  },
  ({ usdPerMtoken, shares }: { usdPerMtoken: readonly number[]; shares: readonly number[] }) =>
    usdPerMtoken.reduce((sum, usd, index) => sum + usd * (shares[index] ?? 0), 0),
);
