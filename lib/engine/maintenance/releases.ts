import { formula } from "../figure";
import { hoursPerDay, hoursPerMonth, monthsPerYear } from "../units";

/** A release meets a small share of the requests first, and the versions before it are kept to go back to. */

export const canaryRequests = formula(
  {
    id: "maintenance.canaryRequests",
    title: "Requests a release answers before all",
    unit: "request",
    reads: "requests a day × share × hours ÷ 24",
    source: "definition",
    example: {
      of: "10,000 a day, 5 % for 24 hours",
      given: { requestsPerDay: 10_000, canaryShare: 0.05, canaryHours: 24 },
      gives: 500,
    },
  },
  (given: { requestsPerDay: number; canaryShare: number; canaryHours: number }) =>
    (given.requestsPerDay * given.canaryShare * given.canaryHours) / hoursPerDay,
);

/** Null where it answers nothing first. */
export const visibleFailureShare = formula(
  {
    id: "maintenance.visibleFailureShare",
    title: "Rate of failures that would have shown",
    unit: "share",
    reads:
      "1 − (1 − confidence)^(1 ÷ requests): a rate at which at least one would have failed; about 3 ÷ requests at 95 %",
    source: {
      title: "J. A. Hanley and A. Lippman-Hand, If nothing goes wrong, is everything all right?, JAMA 249 (1983)",
      url: "https://doi.org/10.1001/jama.1983.03330370053031",
      asOf: "1983",
    },
    example: {
      of: "299 requests at 95 %",
      given: { requests: 299, confidence: 0.95 },
      gives: 0.009_969_2,
      within: 1e-5,
    },
  },
  ({ requests, confidence }: { requests: number; confidence: number }): number | null =>
    requests > 0 ? 1 - (1 - confidence) ** (1 / requests) : null,
);

export const canaryAccelerators = formula(
  {
    id: "maintenance.canaryAccelerators",
    title: "Accelerators of the version on trial",
    unit: "accelerator",
    reads: "share of the requests × replicas at launch, rounded up × accelerators per replica",
    source: "definition",
    example: {
      of: "5 % of 10 replicas of 2 accelerators: one replica",
      given: { canaryShare: 0.05, replicas: 10, acceleratorsPerReplica: 2 },
      gives: 2,
    },
  },
  (given: { canaryShare: number; replicas: number; acceleratorsPerReplica: number }) =>
    Math.ceil(given.canaryShare * given.replicas - 1e-9) * given.acceleratorsPerReplica,
);

type Canary = { accelerators: number; canaryHours: number; releasesPerYear: number; usdPerAcceleratorHour: number };

/** Never more than all hours: where releases come faster than a trial lasts, one is always on. */
export const canaryUsdPerMonth = formula(
  {
    id: "maintenance.canaryUsdPerMonth",
    title: "Accelerators for versions on trial",
    unit: "USD/month",
    reads: "accelerators × hours of a trial × releases a year ÷ 12 (at most all hours) × price of an accelerator-hour",
    source: "definition",
    example: {
      of: "2 accelerators, 24 hours, 12 releases a year at 2 USD",
      given: { accelerators: 2, canaryHours: 24, releasesPerYear: 12, usdPerAcceleratorHour: 2 },
      gives: 96,
    },
  },
  ({ accelerators, canaryHours, releasesPerYear, usdPerAcceleratorHour }: Canary) =>
    accelerators * Math.min(hoursPerMonth, (canaryHours * releasesPerYear) / monthsPerYear) * usdPerAcceleratorHour,
);
