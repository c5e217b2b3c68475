import { formula } from "../figure";
import { sources } from "../sources";
import { itemsWithoutFailure, wilsonEnds } from "../statistics/intervals";
import { minutesPerHour } from "../units";

/** What a sample says of faults in the whole, how large it must be, and what cleaning to a target takes. */

type Inspected = { inspected: number; defective: number; end: "low" | "high" };

const confidence = 0.95;

/** Range: with nothing inspected, anything may be. More faulty than inspected counts as all. */
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
    return wilsonEnds({ share: Math.min(1, defective / inspected), items: inspected, confidence })[end];
  },
);

export const defectShare = formula(
  {
    id: "data.defectShare",
    title: "Faulty share found",
    unit: "share",
    reads: "faulty ÷ inspected",
    source: "definition",
    example: { of: "4 of 20", given: { inspected: 20, defective: 4 }, gives: 0.2 },
  },
  ({ inspected, defective }: { inspected: number; defective: number }) =>
    inspected === 0 ? 0 : Math.min(1, defective / inspected),
);

export const expectedDefects = formula(
  {
    id: "data.expectedDefects",
    title: "Faulty ones to expect",
    unit: "item",
    reads: "documents kept × faulty share",
    source: "definition",
    example: { of: "9,000 at 10 %", given: { items: 9000, share: 0.1 }, gives: 900 },
  },
  ({ items, share }: { items: number; share: number }) => items * share,
);

const mostItems = 1e7;

/** Where the share found is above what is tolerated, no sample can show otherwise: 0, and cleaning is due instead. */
export const sampleToBeSure = formula(
  {
    id: "data.sampleToBeSure",
    title: "Inspected in all, to be sure",
    unit: "item",
    reads:
      "no fault found so far: ln 0.05 ÷ ln(1 − share tolerated); else the fewest for which the upper end of Wilson's interval is within it",
    source: sources.ruleOfThree,
    example: {
      of: "no fault, 5 % tolerated: 59, as zero-defect sampling plans have it",
      given: { foundShare: 0, toleratedShare: 0.05 },
      gives: 59,
    },
  },
  ({ foundShare, toleratedShare }: { foundShare: number; toleratedShare: number }) => {
    if (toleratedShare >= 1 || foundShare >= toleratedShare) return 0;
    if (foundShare === 0) return Math.ceil(itemsWithoutFailure({ maxFailureRate: toleratedShare, confidence }));
    let low = 1;
    let high = mostItems;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (wilsonEnds({ share: foundShare, items: middle, confidence }).high <= toleratedShare) high = middle;
      else low = middle + 1;
    }
    return low;
  },
);

export const leftToInspect = formula(
  {
    id: "data.leftToInspect",
    title: "Documents still to inspect",
    unit: "item",
    reads: "largest of: needed to be sure − inspected; never more than there are",
    source: "definition",
    example: { of: "59 and 100 needed", given: { needed: [59, 100], inspected: [20, 90], documents: 1e4 }, gives: 39 },
  },
  ({ needed, inspected, documents }: { needed: readonly number[]; inspected: readonly number[]; documents: number }) =>
    Math.min(documents, Math.max(0, ...needed.map((each, at) => each - (inspected[at] ?? 0)))),
);

type Cleaning = { foundShares: readonly number[]; toleratedShare: number };

/** Rectifying inspection: what is inspected leaves without faults, so the rest may have them. */
export const shareToClean = formula(
  {
    id: "data.shareToClean",
    title: "Documents to go through to clean",
    unit: "share",
    reads:
      "largest of: 1 − share tolerated ÷ share found (what is left faulty is share found × share not gone through)",
    source: {
      title: "NIST/SEMATECH e-Handbook of Statistical Methods, 6.2.3.2 (average outgoing quality, p(N − n) ÷ N)",
      url: "https://www.itl.nist.gov/div898/handbook/pmc/section2/pmc232.htm",
      asOf: "2012",
    },
    example: { of: "10 % found, 5 % tolerated", given: { foundShares: [0.1, 0.02], toleratedShare: 0.05 }, gives: 0.5 },
  },
  ({ foundShares, toleratedShare }: Cleaning) =>
    Math.max(0, ...foundShares.map((found) => (found > toleratedShare ? 1 - toleratedShare / found : 0))),
);

export const itemsOfShare = formula(
  {
    id: "data.itemsOfShare",
    title: "Documents gone through",
    unit: "item",
    reads: "documents × share",
    source: "definition",
    example: { of: "half of 9,000", given: { items: 9000, share: 0.5 }, gives: 4500 },
  },
  ({ items, share }: { items: number; share: number }) => items * share,
);

export const itemsToMend = formula(
  {
    id: "data.itemsToMend",
    title: "Documents to mend",
    unit: "item",
    reads: "documents gone through × faulty shares together, never more than all",
    source: "definition",
    example: {
      of: "4,500 at 10 % and 2 %",
      given: { items: 4500, foundShares: [0.1, 0.02] },
      gives: 540,
      within: 1e-12,
    },
  },
  ({ items, foundShares }: { items: number; foundShares: readonly number[] }) => {
    let together = 0;
    for (const share of foundShares) together += share;
    return items * Math.min(1, together);
  },
);

type Hours = {
  toInspect: number;
  toGoThrough: number;
  toMend: number;
  minutesPerInspection: number;
  minutesPerRepair: number;
};

export const cleaningHours = formula(
  {
    id: "data.cleaningHours",
    title: "Hours to inspect and clean",
    unit: "h",
    reads: "((to inspect + to go through) × minutes to inspect + to mend × minutes to mend) ÷ 60",
    source: "definition",
    example: {
      of: "100 and 4,500 at 3 minutes, 540 at 10",
      given: { toInspect: 100, toGoThrough: 4500, toMend: 540, minutesPerInspection: 3, minutesPerRepair: 10 },
      gives: 320,
    },
  },
  ({ toInspect, toGoThrough, toMend, minutesPerInspection, minutesPerRepair }: Hours) =>
    ((toInspect + toGoThrough) * minutesPerInspection + toMend * minutesPerRepair) / minutesPerHour,
);
