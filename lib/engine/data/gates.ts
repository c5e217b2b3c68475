import { dataClasses, type PathId, pathIds, type Scenario } from "@/lib/contract/scenario";
import { becauseOf, type Facts, type Handler, rules, todoOf } from "../privacy/rules";
import { isAbove } from "./sensitivity";

/** What must be so before a source may be used at all. */

export type Gate = { id: "rights" | "class" | "paths"; state: "met" | "open" | "failed"; what: string; why: string };

type Source = Scenario["data"]["sources"][number];

const handlers: Record<PathId, readonly Handler[]> = {
  api: ["api"],
  selfHosted: ["selfHosted"],
  hybrid: ["api", "selfHosted"],
  people: ["people"],
};

/** Sources of one sensitivity that a way considered may not have, with the rule that says so. */
export type Barred = { sources: Source[]; paths: PathId[]; because: string; todo: string; id: string };

/** Only sources of another class than the plan's: for that one the privacy findings say it already. */
export function barredSources({ data, paths }: Pick<Scenario, "data" | "paths">, facts: Facts): Barred[] {
  const considered = pathIds.filter((path) => paths[path].enabled);
  const other = data.sources.filter(({ sensitivity, documents }) => documents > 0 && sensitivity !== facts.dataClass);
  return rules.flatMap((rule) => {
    if (rule.effect !== "no" || rule.applies(facts)) return [];
    const sources = other.filter(({ sensitivity }) => rule.applies({ ...facts, dataClass: sensitivity }));
    const concerned = considered.filter((path) => handlers[path].some((handler) => rule.handlers.includes(handler)));
    const [first] = sources;
    if (!first || concerned.length === 0) return [];
    const judged = { ...facts, dataClass: first.sensitivity };
    return [{ id: rule.id, sources, paths: concerned, because: becauseOf(rule, judged), todo: todoOf(rule, judged) }];
  });
}

export const named = (sources: readonly Source[]): string => sources.map(({ name }) => `“${name}”`).join(", ");

const holding = ({ data }: Pick<Scenario, "data">): Source[] => data.sources.filter(({ documents }) => documents > 0);

export const withRights = (scenario: Pick<Scenario, "data">, rights: Source["rights"]): Source[] =>
  holding(scenario).filter((source) => source.rights === rights);

export const aboveClass = (scenario: Pick<Scenario, "data" | "privacy">): Source[] =>
  holding(scenario).filter(({ sensitivity }) => isAbove(sensitivity, scenario.privacy.dataClass));

export function gatesOf(scenario: Pick<Scenario, "data" | "privacy" | "paths">, facts: Facts): Gate[] {
  if (holding(scenario).length === 0) return [];
  const [refused, unclear] = [withRights(scenario, "none"), withRights(scenario, "unclear")];
  const above = aboveClass(scenario);
  const barred = barredSources(scenario, facts);
  const planned = dataClasses[scenario.privacy.dataClass].toLowerCase();
  return [
    {
      id: "rights",
      state: refused.length > 0 ? "failed" : unclear.length > 0 ? "open" : "met",
      what: "The right to use every source",
      why:
        refused.length > 0
          ? `Not given for ${named(refused)}.`
          : unclear.length > 0
            ? `Not clear yet for ${named(unclear)}.`
            : "Settled for all.",
    },
    {
      id: "class",
      state: above.length > 0 ? "open" : "met",
      what: "No source more sensitive than the plan says",
      why: above.length > 0 ? `${named(above)}: more sensitive than “${planned}”.` : `All within “${planned}”.`,
    },
    {
      id: "paths",
      state: barred.length > 0 ? "failed" : "met",
      what: "Every way considered may have every source",
      why: barred[0] ? `${named(barred[0].sources)}: ${barred[0].because}` : "No rule stands against one.",
    },
  ];
}
