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

/** Where it is written. */
function writtenIn(rule: Rule, facts: Facts): string | undefined {
  if (rule.source === "own requirement") return "your own requirement";
  const source = rule.source === "terms" ? facts.terms?.source : rule.source;
  return source && `${source.title}, ${source.asOf}`;
}

/** Why, with where it is written. */
export function citedOf(rule: Rule, facts: Facts): string {
  const because = worded(rule.because, facts);
  const source = writtenIn(rule, facts);
  return source ? `${because.replace(/\.$/, "")} (${source}).` : because;
}

/** Where it is written alone, where what it says stands beside it; what it says where nothing is known of that. */
export function sourceOf(rule: Rule, facts: Facts): string {
  const source = writtenIn(rule, facts);
  return source ? `${source.charAt(0).toUpperCase()}${source.slice(1)}.` : worded(rule.because, facts);
}

export const becauseOf = (rule: Rule, facts: Facts): string => worded(rule.because, facts);
