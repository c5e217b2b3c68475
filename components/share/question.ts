import { fieldAt } from "@/lib/contract/field-at";
import type { Scenario } from "@/lib/contract/scenario";
import { dataClasses, useCases } from "@/lib/contract/scenario";

/** What is asked of the model, as sentences a reader without the form understands. Numbers are worded by the caller. */
export type Words = {
  count: (value: number) => string;
  percent: (share: number) => string;
  seconds: (value: number) => string;
};

const choice = (path: string, value: string): string => fieldAt(path)?.choices?.[value] ?? value;

function growth({ growthPerYear }: Scenario["workload"], words: Words): string {
  if (growthPerYear === 0) return "staying level";
  return growthPerYear > 0
    ? `growing ${words.percent(growthPerYear)} a year`
    : `shrinking ${words.percent(-growthPerYear)} a year`;
}

function traffic({ workload }: Scenario, words: Words): string {
  return (
    `${useCases[workload.useCase]}: ${words.count(workload.requestsPerDay)} requests a day, ${growth(workload, words)}; ` +
    `the busiest minutes carry ${words.count(workload.peakToMean)} times the average. A request reads ` +
    `${words.count(workload.isl)} tokens and is answered with ${words.count(workload.osl)}.`
  );
}

function speed({ requirements }: Scenario, words: Words): string {
  const { percentile, ttftSeconds, tpotSeconds, availabilityShare, budgetUsdPerMonth } = requirements;
  const served = percentile.replace("p", "");
  const money = budgetUsdPerMonth === null ? "" : ` It may cost at most $${words.count(budgetUsdPerMonth)} a month.`;
  return (
    `For ${served} of 100 requests the first word must come within ${words.seconds(ttftSeconds)} and each further token ` +
    `within ${words.seconds(tpotSeconds)}; the full peak must be served ${words.percent(availabilityShare)} of the time.${money}`
  );
}

function secrecy({ privacy }: Scenario): string {
  const place = choice("privacy.residency", privacy.residency);
  const where = place.charAt(0).toLowerCase() + place.slice(1);
  return `The most sensitive data in it: ${dataClasses[privacy.dataClass].toLowerCase()}. It may be processed ${where}.`;
}

export const questionOf = (scenario: Scenario, words: Words): string[] => [
  traffic(scenario, words),
  speed(scenario, words),
  secrecy(scenario),
];
