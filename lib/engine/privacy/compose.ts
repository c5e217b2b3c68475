import type { z } from "zod";
import type { Finding, privacyResultSchema } from "@/lib/contract/result";
import { type PathId, pathIds, type Scenario } from "@/lib/contract/scenario";
import { type Facts, type Handler, type Rule, rules } from "./rules";

export type PrivacyResult = z.infer<typeof privacyResultSchema>;

/** Slipway cannot know that a mix sends every sensitive request in-house, so both parts must be allowed. */
const handlers: Record<PathId, readonly Handler[]> = {
  api: ["api"],
  selfHosted: ["selfHosted"],
  hybrid: ["api", "selfHosted"],
  people: ["people"],
};

const applying = (facts: Facts, path: PathId): Rule[] =>
  rules.filter((rule) => handlers[path].includes(rule.handler) && rule.applies(facts));

const cited = ({ because, source }: Rule): string =>
  `${because} (${source === "own requirement" ? "your own requirement" : source.title})`;

export function composePrivacy({ privacy }: Pick<Scenario, "privacy">): PrivacyResult {
  const options = pathIds.map((path) => {
    const found = applying(privacy, path);
    const barring = found.filter((rule) => rule.effect === "no");
    const allowed = barring.length > 0 ? "no" : found.length > 0 ? "withMeasures" : "yes";
    const reasons = (barring.length > 0 ? barring : found).map(cited);
    return { path, allowed, reasons: reasons.length > 0 ? reasons : ["No rule that Slipway knows stands against it."] };
  });
  return { options: options as PrivacyResult["options"] };
}

/** One finding per rule, naming every considered path it concerns. */
export function privacyFindings(scenario: Pick<Scenario, "privacy" | "paths">): Finding[] {
  const considered = pathIds.filter((path) => scenario.paths[path].enabled);
  return rules.flatMap((rule) => {
    const paths = considered.filter((path) => handlers[path].includes(rule.handler));
    if (paths.length === 0 || !rule.applies(scenario.privacy)) return [];
    return [rule.effect === "no" ? blocker(rule, paths) : measure(rule)];
  });
}

const where: Record<Handler, string> = { api: "the API", selfHosted: "self-hosting", people: "people" };

const blocker = (rule: Rule, bars: PathId[]): Finding => ({
  id: `privacy.${rule.id}`,
  consideration: "privacy",
  severity: "blocker",
  what: `This data may not go to ${where[rule.handler]} as planned.`,
  why: cited(rule),
  todo: rule.todo,
  bars,
});

const measure = (rule: Rule): Finding => ({
  id: `privacy.${rule.id}`,
  consideration: "privacy",
  severity: "info",
  what: `This data needs a measure on ${where[rule.handler]}.`,
  why: cited(rule),
  todo: rule.because,
  bars: [],
});
