import type { CorrectionMethod, TeamRole } from "@/lib/contract/scenario";
import type { Source } from "@/lib/contract/source";
import { formula } from "../figure";
import { daysPerMonth, monthsPerYear } from "../units";

/** Requests to correct or remove: what each method takes, how long it takes, what it may leave. */

type Way = {
  role: TeamRole;
  hours: number;
  days: number;
  residualShare: number;
  checkItems: number;
  /** Share of a fine-tune's accelerator-hours; "shards" where it follows from shards and slices, null without training. */
  share: number | "shards" | null;
};

/** Our assumptions, but for the shares that are said to have a source. */
export const correctionWays: Record<CorrectionMethod, Way> = {
  promptPatch: { role: "mlEngineer", hours: 1, days: 1, residualShare: 0.3, checkItems: 5, share: null },
  retrieval: { role: "dataEngineer", hours: 0.5, days: 1, residualShare: 0.1, checkItems: 3, share: null },
  fineTune: { role: "mlEngineer", hours: 6, days: 5, residualShare: 0.2, checkItems: 50, share: 0.2 },
  preference: { role: "mlEngineer", hours: 8, days: 7, residualShare: 0.2, checkItems: 50, share: 0.3 },
  unlearning: { role: "mlEngineer", hours: 12, days: 7, residualShare: 0.21, checkItems: 100, share: 0.1 },
  shards: { role: "mlEngineer", hours: 4, days: 5, residualShare: 0, checkItems: 50, share: "shards" },
  retraining: { role: "mlEngineer", hours: 8, days: 14, residualShare: 0, checkItems: 100, share: 1 },
};

/** Of unlearning in 4-bit weights, which bring back what was removed. */
export const residualShareAt4Bits = 0.83;

export const unlearningSource: Source = {
  title:
    "Z. Zhang et al., Catastrophic failure of LLM unlearning via quantization, ICLR 2025 (21 % kept, 83 % at 4 bits)",
  url: "https://arxiv.org/abs/2410.16454",
  asOf: "2025",
};

const sisa: Source = {
  title: "L. Bourtoule et al., Machine Unlearning, IEEE Symposium on Security and Privacy (2021)",
  url: "https://arxiv.org/abs/1912.03817",
  asOf: "2021",
};

export const correctionHours = formula(
  {
    id: "maintenance.correctionHours",
    title: "Hours on corrections",
    unit: "h/month",
    reads: "requests a month × hours of one",
    source: "definition",
    example: { of: "10 patches of an hour", given: { perMonth: 10, hours: 1 }, gives: 10 },
  },
  ({ perMonth, hours }: { perMonth: number; hours: number }) => perMonth * hours,
);

export const correctionRuns = formula(
  {
    id: "maintenance.correctionRuns",
    title: "Training runs for corrections",
    unit: "1",
    reads: "the fewer of requests a month and runs a month, as requests are gathered",
    source: "definition",
    example: { of: "10 requests, 4 runs", given: { perMonth: 10, runsPerMonth: 4 }, gives: 4 },
  },
  ({ perMonth, runsPerMonth }: { perMonth: number; runsPerMonth: number }) => Math.min(perMonth, runsPerMonth),
);

export const requestsOfRun = formula(
  {
    id: "maintenance.requestsOfRun",
    title: "Requests met by one run",
    unit: "1",
    reads: "requests a month ÷ runs a month",
    source: "definition",
    example: { of: "10 requests in 4 runs", given: { perMonth: 10, runs: 4 }, gives: 2.5 },
  },
  ({ perMonth, runs }: { perMonth: number; runs: number }) => (runs > 0 ? perMonth / runs : 0),
);

/**
 * Step i of a shard trains on slices 1 to i, so it costs i parts of R(R+1)/2, and is run again where one of the
 * requests lies in the first i slices. One request: (2R+1) ÷ 3R ÷ S, which falls to ⅔ ÷ S for many slices.
 */
export const retrainedShare = formula(
  {
    id: "maintenance.retrainedShare",
    title: "Share of the training run again",
    unit: "share",
    reads:
      "Σ over the R steps of a shard: cost of step i, 2i ÷ (R(R+1)) × chance that a request lies in its slices, 1 − (1 − i ÷ (R × S))^requests",
    source: sisa,
    example: {
      of: "one request, 10 shards of 10 slices: (2 × 10 + 1) ÷ (3 × 10) ÷ 10",
      given: { shards: 10, slices: 10, requests: 1 },
      gives: 0.07,
    },
  },
  ({ shards, slices, requests }: { shards: number; slices: number; requests: number }) => {
    let share = 0;
    for (let step = 1; step <= slices; step += 1) {
      const cost = (2 * step) / (slices * (slices + 1));
      share += cost * (1 - (1 - step / (slices * shards)) ** requests);
    }
    return share;
  },
);

export const correctionAcceleratorHours = formula(
  {
    id: "maintenance.correctionAcceleratorHours",
    title: "Accelerator-hours for corrections, a month",
    unit: "accelerator·h",
    reads: "runs a month × accelerator-hours of a fine-tune × share of it",
    source: "definition",
    example: {
      of: "4 runs of a tenth of 100 hours",
      given: { runs: 4, acceleratorHours: 100, shareOfFineTune: 0.1 },
      gives: 40,
    },
  },
  (given: { runs: number; acceleratorHours: number; shareOfFineTune: number }) =>
    given.runs * given.acceleratorHours * given.shareOfFineTune,
);

export const correctionRunsUsd = formula(
  {
    id: "maintenance.correctionRunsUsd",
    title: "Accelerators for corrections",
    unit: "USD/month",
    reads: "accelerator-hours × price of one",
    source: "definition",
    example: { of: "40 hours at 2 USD", given: { acceleratorHours: 40, usdPerAcceleratorHour: 2 }, gives: 80 },
  },
  ({ acceleratorHours, usdPerAcceleratorHour }: { acceleratorHours: number; usdPerAcceleratorHour: number }) =>
    acceleratorHours * usdPerAcceleratorHour,
);

export const answersChecked = formula(
  {
    id: "maintenance.answersChecked",
    title: "Answers checked after corrections",
    unit: "item",
    reads: "requests (or runs, where it is trained) a month × answers checked after one",
    source: "definition",
    example: { of: "4 runs, 50 each", given: { times: 4, items: 50 }, gives: 200 },
  },
  ({ times, items }: { times: number; items: number }) => times * items,
);

export const correctionWorkUsd = formula(
  {
    id: "maintenance.correctionWorkUsd",
    title: "Work on corrections and checks after them",
    unit: "USD/month",
    reads: "hours × cost of an hour + hours of judging × cost of an hour of judging",
    source: "definition",
    example: {
      of: "16 hours at 140 USD, 2 hours of judging at 45",
      given: { hours: 16, usdPerHour: 140, judgingHours: 2, judgeUsdPerHour: 45 },
      gives: 2330,
    },
  },
  (given: { hours: number; usdPerHour: number; judgingHours: number; judgeUsdPerHour: number }) =>
    given.hours * given.usdPerHour + given.judgingHours * given.judgeUsdPerHour,
);

export const daysUntilGone = formula(
  {
    id: "maintenance.daysUntilGone",
    title: "Days until it is gone, at the latest",
    unit: "day",
    reads: "days of work + the whole time between two runs, where it waits for one (30.4 ÷ runs a month)",
    source: "definition",
    example: {
      of: "5 days of work, 4 runs a month",
      given: { days: 5, waits: true, runsPerMonth: 4 },
      gives: 12.609_375,
    },
  },
  ({ days, waits, runsPerMonth }: { days: number; waits: boolean; runsPerMonth: number }) =>
    days + (waits ? daysPerMonth / runsPerMonth : 0),
);

export const leftPerYear = formula(
  {
    id: "maintenance.leftPerYear",
    title: "Requests a year after which something is left",
    unit: "1",
    reads: "requests a month × 12 × share after which something is left",
    source: "definition",
    example: { of: "2 a month, 21 %", given: { perMonth: 2, residualShare: 0.21 }, gives: 5.04 },
  },
  ({ perMonth, residualShare }: { perMonth: number; residualShare: number }) =>
    perMonth * monthsPerYear * residualShare,
);

export const legalSlackDays = formula(
  {
    id: "maintenance.legalSlackDays",
    title: "Days to spare before the legal deadline",
    unit: "day",
    reads: "legal deadline − days until the slowest removal by legal right is gone; below 0 it is late",
    source: {
      title: "Regulation (EU) 2016/679 (GDPR), article 12(3): within one month of receipt",
      url: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
      asOf: "2016",
    },
    example: {
      of: "30 days allowed, gone after 12.6 and 1",
      given: { deadlineDays: 30, days: [12.6, 1] },
      gives: 17.4,
    },
  },
  ({ deadlineDays, days }: { deadlineDays: number; days: readonly number[] }) => deadlineDays - Math.max(...days),
);
