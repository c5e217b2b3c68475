import type { Upkeep } from "@/lib/contract/result";
import { type TeamRole, upkeepKinds } from "@/lib/contract/scenario";
import { derive, type Figure, type Figured } from "../figure";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import { roleUsdPerHour } from "./roles";
import { recurringHours, recurringUsd, timesUsdPerMonth } from "./work";

export type Recurring = Figured<Upkeep["work"][number]> & {
  kind: string;
  label: string;
  on: "every" | "api" | "selfHosted";
  role: TeamRole;
};

type Item = Pick<Recurring, "kind" | "label" | "on" | "role"> & {
  timesPerYear: Figure<number>;
  hours: Figure<number>;
  usdEach?: Figure<number>;
};

/** Examples are prepared once for both models of a mix. */
const fineTunedOn = ({ paths }: ScenarioFigures, ways: { api: boolean; hosting: boolean }): Recurring["on"] => {
  if (!ways.api || !paths.api.fineTuned.value) return "selfHosted";
  return ways.hosting ? "every" : "api";
};

/** Releases, fine-tunes and the rows of recurring work, each with its hours and its money. */
export function composeWork(
  scenario: ScenarioFigures,
  roundUsd: Figure<number>,
  ways: { api: boolean; hosting: boolean },
): Recurring[] {
  const { maintenance } = scenario;
  const items: Item[] = [
    {
      kind: "release",
      label: "Releases",
      on: "every",
      role: "mlEngineer",
      timesPerYear: maintenance.releasesPerYear,
      hours: maintenance.hoursPerRelease,
    },
    {
      kind: "fineTune",
      label: "Fine-tunes",
      on: fineTunedOn(scenario, ways),
      role: "mlEngineer",
      timesPerYear: maintenance.fineTunesPerYear,
      hours: maintenance.hoursPerFineTune,
    },
    ...maintenance.work.map(({ kind, on, role, timesPerYear, hours, usdEach }) => ({
      kind: kind.value,
      label: upkeepKinds[kind.value],
      on: on.value,
      role: role.value,
      timesPerYear,
      hours,
      usdEach,
    })),
  ];
  return items
    .filter(({ on }) => (on === "api" ? ways.api : on === "selfHosted" ? ways.hosting : ways.api || ways.hosting))
    .map(({ timesPerYear, hours, usdEach, ...words }) => {
      const hoursPerMonth = derive(recurringHours, { timesPerYear, hours });
      return {
        ...words,
        timesPerYear,
        hoursPerMonth,
        workUsdPerMonth: derive(recurringUsd, {
          hoursPerMonth,
          usdPerHour: roleUsdPerHour(scenario, words.role),
          coveredShare: maintenance.coveredByTeamShare,
        }),
        evaluationUsdPerMonth:
          words.kind === "regression"
            ? derive(timesUsdPerMonth, { timesPerYear, usdEach: roundUsd })
            : assumptions.nothing,
        boughtUsdPerMonth: usdEach ? derive(timesUsdPerMonth, { timesPerYear, usdEach }) : assumptions.nothing,
      };
    });
}
