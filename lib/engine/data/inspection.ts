import { normalQuantile } from "../evaluation/sample-size";
import { formula } from "../figure";
import { sources } from "../sources";

/** What a sample says of faults in the whole. */

type Inspected = { inspected: number; defective: number; end: "low" | "high" };

const confidence = 0.95;

/** Range: defective ≤ inspected; with nothing inspected, anything may be. */
export const defectShareBound = formula(
  {
    id: "data.defectShareBound",
    title: "Faulty share, end of its range",
    unit: "share",
    reads: "end of Wilson's interval at 95 % for faulty ones among those inspected",
    source: sources.wilson,
    example: {
      of: "4 of 20, upper end (Brown, Cai and DasGupta 2001)",
      given: { inspected: 20, defective: 4, end: "high" },
      gives: 0.416,
      within: 1e-3,
    },
  },
  ({ inspected, defective, end }: Inspected) => {
    if (inspected === 0) return end === "low" ? 0 : 1;
    const z = normalQuantile(confidence);
    const share = Math.min(1, defective / inspected);
    const centre = (share + (z * z) / (2 * inspected)) / (1 + (z * z) / inspected);
    const half =
      (z / (1 + (z * z) / inspected)) * Math.sqrt((share * (1 - share)) / inspected + (z * z) / (4 * inspected ** 2));
    return end === "low" ? Math.max(0, centre - half) : Math.min(1, centre + half);
  },
);

export const expectedDefects = formula(
  {
    id: "data.expectedDefects",
    title: "Faulty ones to expect, at most",
    unit: "item",
    reads: "items kept × upper end of the faulty share",
    source: "definition",
    example: { of: "9,000 at 10 %", given: { items: 9000, share: 0.1 }, gives: 900 },
  },
  ({ items, share }: { items: number; share: number }) => items * share,
);
