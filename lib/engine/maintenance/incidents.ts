import { formula } from "../figure";
import { monthsPerYear } from "../units";

export const incidentHoursPerMonth = formula(
  {
    id: "maintenance.incidentHoursPerMonth",
    title: "Hours on incidents",
    unit: "h/month",
    reads: "incidents a month × hours for one",
    source: "definition",
    example: { of: "2 incidents of 5 hours", given: { incidentsPerMonth: 2, hoursPerIncident: 5 }, gives: 10 },
  },
  ({ incidentsPerMonth, hoursPerIncident }: { incidentsPerMonth: number; hoursPerIncident: number }) =>
    incidentsPerMonth * hoursPerIncident,
);

export const engineerUsdPerHour = formula(
  {
    id: "maintenance.engineerUsdPerHour",
    title: "An engineer's hour",
    unit: "USD/h",
    reads: "pay a year × employer's cost ÷ working hours a year",
    source: "definition",
    example: {
      of: "180,000 USD at 1.4 for 1,800 hours",
      given: { usdPerYear: 180_000, overheadFactor: 1.4, workingHoursPerYear: 1800 },
      gives: 140,
    },
  },
  (given: { usdPerYear: number; overheadFactor: number; workingHoursPerYear: number }) =>
    (given.usdPerYear * given.overheadFactor) / given.workingHoursPerYear,
);

export const incidentUsdPerMonth = formula(
  {
    id: "maintenance.incidentUsdPerMonth",
    title: "Cost of incidents",
    unit: "USD/month",
    reads: "hours × cost of an engineer's hour",
    source: "definition",
    example: { of: "10 hours at 140 USD", given: { hoursPerMonth: 10, usdPerHour: 140 }, gives: 1400 },
  },
  ({ hoursPerMonth, usdPerHour }: { hoursPerMonth: number; usdPerHour: number }) => hoursPerMonth * usdPerHour,
);

type FineTunes = { fineTunesPerYear: number; acceleratorHours: number; usdPerAcceleratorHour: number };

export const fineTuneUsdPerYear = formula(
  {
    id: "maintenance.fineTuneUsdPerYear",
    title: "Fine-tuning a year",
    unit: "USD/year",
    reads: "fine-tunes a year × accelerator-hours of one × price of an accelerator-hour",
    source: "definition",
    example: {
      of: "4 runs of 64 accelerator-hours at 2.50 USD",
      given: { fineTunesPerYear: 4, acceleratorHours: 64, usdPerAcceleratorHour: 2.5 },
      gives: 640,
    },
  },
  ({ fineTunesPerYear, acceleratorHours, usdPerAcceleratorHour }: FineTunes) =>
    fineTunesPerYear * acceleratorHours * usdPerAcceleratorHour,
);

type OneFineTune = { acceleratorHours: number; usdPerAcceleratorHour: number; hours: number; usdPerHour: number };

export const fineTuneUsdEach = formula(
  {
    id: "maintenance.fineTuneUsdEach",
    title: "A fine-tune",
    unit: "USD",
    reads: "accelerator-hours × price of one + hours × cost of an hour",
    source: "definition",
    example: {
      of: "100 accelerator-hours at 2 USD and 16 hours at 140",
      given: { acceleratorHours: 100, usdPerAcceleratorHour: 2, hours: 16, usdPerHour: 140 },
      gives: 2440,
    },
  },
  ({ acceleratorHours, usdPerAcceleratorHour, hours, usdPerHour }: OneFineTune) =>
    acceleratorHours * usdPerAcceleratorHour + hours * usdPerHour,
);

export const fineTuneUsdPerMonth = formula(
  {
    id: "maintenance.fineTuneUsdPerMonth",
    title: "Fine-tuning a month",
    unit: "USD/month",
    reads: "fine-tuning a year ÷ 12",
    source: "definition",
    example: { of: "600 USD a year", given: { usdPerYear: 600 }, gives: 50 },
  },
  ({ usdPerYear }: { usdPerYear: number }) => usdPerYear / monthsPerYear,
);

export const bothIncidents = formula(
  {
    id: "maintenance.bothIncidents",
    title: "Incidents of a mix",
    unit: "USD/month",
    reads: "incidents of one way + of the other, as both are in use",
    source: "definition",
    example: { of: "280 and 1,400 USD", given: { apiUsd: 280, selfHostedUsd: 1400 }, gives: 1680 },
  },
  ({ apiUsd, selfHostedUsd }: { apiUsd: number; selfHostedUsd: number }) => apiUsd + selfHostedUsd,
);
