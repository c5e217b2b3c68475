import { formula } from "../figure";
import { monthsPerYear } from "../units";

/** Answers of tests and of the watch on live use, with what was judged of them. */

type Runs = { timesPerYear: readonly number[]; items: number; reviewedPerMonth: number };

export const testedPerMonth = formula(
  {
    id: "data.testedPerMonth",
    title: "Answers judged in a month",
    unit: "item/month",
    reads: "releases and regression evaluations a year × answers each ÷ 12 + live answers reviewed in a month",
    source: "definition",
    example: {
      of: "4 releases and 2 evaluations a year of 300 answers, 50 reviewed a month",
      given: { timesPerYear: [4, 2], items: 300, reviewedPerMonth: 50 },
      gives: 200,
    },
  },
  ({ timesPerYear, items, reviewedPerMonth }: Runs) => {
    let times = 0;
    for (const each of timesPerYear) times += each;
    return (times * items) / monthsPerYear + reviewedPerMonth;
  },
);

export const testsKept = formula(
  {
    id: "data.testsKept",
    title: "Tested answers kept",
    unit: "item",
    reads: "answers of the round before launch, for later ones to be compared with + answers a month × months kept",
    source: "definition",
    example: {
      of: "a round of 400, 200 a month for 6 months",
      given: { roundItems: 400, perMonth: 200, retentionMonths: 6 },
      gives: 1600,
    },
  },
  ({ roundItems, perMonth, retentionMonths }: { roundItems: number; perMonth: number; retentionMonths: number }) =>
    roundItems + perMonth * retentionMonths,
);

type Kept = { items: number; isl: number; osl: number; bytesPerToken: number; recordBytes: number };

export const testResultBytes = formula(
  {
    id: "data.testResultBytes",
    title: "Test results",
    unit: "B",
    reads: "answers × ((input + output tokens) × bytes per token + bytes of their judgements and of the run's record)",
    source: "definition",
    example: {
      of: "1,600 answers of 1,500 tokens with records of 2,000 bytes",
      given: { items: 1600, isl: 1200, osl: 300, bytesPerToken: 4, recordBytes: 2000 },
      gives: 12_800_000,
    },
  },
  ({ items, isl, osl, bytesPerToken, recordBytes }: Kept) => items * ((isl + osl) * bytesPerToken + recordBytes),
);
