import type { ReferenceData } from "@/lib/contract/reference";
import type { Finding } from "@/lib/contract/result";
import { type PathId, pathIds, type Scenario } from "@/lib/contract/scenario";
import type { Facts, Handler, Hardware, Rule } from "./facts";
import { becauseOf, citedOf, rules, sourceOf, todoOf } from "./rules";
import { termsUnder } from "./terms";

type Asked = Pick<Scenario, "privacy" | "paths">;
type Known = Pick<ReferenceData, "findTerms">;

/** Slipway cannot know that a mix sends every sensitive request in-house, so both parts must be allowed. */
const handlersOf: Record<PathId, readonly Handler[]> = {
  api: ["api"],
  selfHosted: ["selfHosted"],
  hybrid: ["api", "selfHosted"],
  people: ["people"],
};

/** The plan's answers, some of them changed, with the terms that then hold. */
export function factsOf(
  { privacy, paths }: Asked,
  known: Known,
  hardware: Hardware,
  changes: Partial<Scenario["privacy"]> = {},
): Facts {
  const changed = { ...privacy, ...changes };
  return { ...changed, ...termsUnder(paths.api.provider, changed.apiTerms, known), ...hardware };
}

export type Judged = { allowed: "yes" | "withMeasures" | "no"; reasons: string[] };

/** Whether data may go where these handlers process it. */
export function judge(facts: Facts, handlers: readonly Handler[]): Judged {
  const found = rules.filter((rule) => rule.handlers.some((each) => handlers.includes(each)) && rule.applies(facts));
  const barring = found.filter((rule) => rule.effect === "no");
  const allowed = barring.length > 0 ? "no" : found.length > 0 ? "withMeasures" : "yes";
  const reasons = (barring.length > 0 ? barring : found).map((rule) => citedOf(rule, facts));
  return { allowed, reasons: reasons.length > 0 ? reasons : ["No rule that Slipway knows stands against it."] };
}

export const composeOptions = (facts: Facts) => pathIds.map((path) => ({ path, ...judge(facts, handlersOf[path]) }));

/** One finding per rule, naming every considered path it concerns. */
export function privacyFindings({ paths }: Pick<Scenario, "paths">, facts: Facts): Finding[] {
  const considered = pathIds.filter((path) => paths[path].enabled);
  return rules.flatMap((rule) => {
    const concerned = considered.filter((path) => handlersOf[path].some((handler) => rule.handlers.includes(handler)));
    if (concerned.length === 0 || !rule.applies(facts)) return [];
    return [rule.effect === "no" ? blocker(rule, facts, concerned) : measure(rule, facts)];
  });
}

const where: Record<Handler, string> = { api: "the API", selfHosted: "self-hosting", people: "people" };
const placesOf = ({ handlers }: Rule): string => handlers.map((handler) => where[handler]).join(" or ");

const blocker = (rule: Rule, facts: Facts, bars: PathId[]): Finding => ({
  id: `privacy.${rule.id}`,
  consideration: "privacy",
  severity: "blocker",
  what: `This data may not go to ${placesOf(rule)} as planned.`,
  why: citedOf(rule, facts),
  todo: todoOf(rule, facts),
  bars,
});

const measure = (rule: Rule, facts: Facts): Finding => ({
  id: `privacy.${rule.id}`,
  consideration: "privacy",
  severity: "info",
  what: `This data needs a measure on ${placesOf(rule)}.`,
  why: sourceOf(rule, facts),
  todo: becauseOf(rule, facts),
  bars: [],
});
