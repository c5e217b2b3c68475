import { derive, type Figure, formula } from "../figure";
import { perThousandUsd } from "../privacy/prompts";
import { monthsPerYear } from "../units";
import type { CostInputs } from "./inputs";
import { everyMonth, everyMonthOf, type PlanLine, planLine } from "./line";

export const attackTestingUsd = formula(
  {
    id: "cost.attackTestingUsd",
    title: "Attack testing of a month",
    unit: "USD/month",
    reads: "days a year × fee of a day ÷ 12",
    source: "definition",
    example: { of: "10 days at 2,400 USD", given: { daysPerYear: 10, usdPerDay: 2400 }, gives: 2000 },
  },
  ({ daysPerYear, usdPerDay }: { daysPerYear: number; usdPerDay: number }) => (daysPerYear * usdPerDay) / monthsPerYear,
);

export const auditUsdPerMonth = formula(
  {
    id: "cost.auditUsdPerMonth",
    title: "Audits of a month",
    unit: "USD/month",
    reads: "audits a year ÷ 12",
    source: "definition",
    example: { of: "30,000 USD a year", given: { usdPerYear: 30_000 }, gives: 2500 },
  },
  ({ usdPerYear }: { usdPerYear: number }) => usdPerYear / monthsPerYear,
);

/** What scrubbing, checking, testing and audits cost: the same on every automated path. */
export function protectionLines({ scenario: { privacy, economics }, traffic }: CostInputs): PlanLine[] {
  const months = economics.horizonMonths.value;
  const words = { kind: "running", consideration: "privacy" } as const;
  const perRequest = (id: string, label: string, usdPerThousand: Figure<number>): PlanLine[] =>
    usdPerThousand.value === 0
      ? []
      : [
          planLine(
            { id, label, ...words },
            "volume",
            everyMonthOf(traffic, (requests) => derive(perThousandUsd, { requests, usdPerThousand })),
          ),
        ];
  const yearly = (id: string, label: string, usd: Figure<number>): PlanLine[] =>
    usd.value === 0 ? [] : [planLine({ id, label, ...words }, "nothing", everyMonth(usd, months))];
  return [
    ...(privacy.scrubsPrompts.value
      ? perRequest("scrubbing", "Scrubbing of prompts", privacy.scrubUsdPerThousandPrompts)
      : []),
    ...(privacy.filtersOutput.value
      ? perRequest("guard", "Checks of answers", privacy.guardUsdPerThousandRequests)
      : []),
    ...yearly(
      "attackTesting",
      "Attack testing",
      derive(attackTestingUsd, { daysPerYear: privacy.redTeamDaysPerYear, usdPerDay: privacy.redTeamUsdPerDay }),
    ),
    ...yearly("audits", "Audits", derive(auditUsdPerMonth, { usdPerYear: privacy.auditUsdPerYear })),
  ];
}
