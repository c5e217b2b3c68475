import type { Facts, Rule } from "./facts";
import { apiRules } from "./rules-api";
import { dataRules } from "./rules-basis";
import { protectionRules, selfHostedRules } from "./rules-hosting";
import { termsRules } from "./rules-terms";

export type { Facts, Handler, Hardware, Rule } from "./facts";

/** In the order in which reasons are given. Own staff handle data under the company's own rules. */
export const rules: readonly Rule[] = [
  ...apiRules,
  ...termsRules,
  ...selfHostedRules,
  ...protectionRules,
  ...dataRules,
];

const worded = (words: Rule["because"], facts: Facts): string => (typeof words === "string" ? words : words(facts));

export const todoOf = (rule: Rule, facts: Facts): string => worded(rule.todo, facts);

/** Why, with where it is written. */
export function citedOf(rule: Rule, facts: Facts): string {
  const because = worded(rule.because, facts);
  if (rule.source === "own requirement") return `${because} (your own requirement)`;
  const source = rule.source === "terms" ? facts.terms?.source : rule.source;
  return source ? `${because} (${source.title}, ${source.asOf})` : because;
}

export const becauseOf = (rule: Rule, facts: Facts): string => worded(rule.because, facts);
