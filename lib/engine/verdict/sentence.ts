import type { BreakEven } from "@/lib/contract/result";
import type { Figured } from "../figure";
import type { Ranked } from "./choose";
import { about, dollars, dollarsApart, pathNames, percent } from "./words";

/** What the sentence calls each path: with the model, the hardware and the number of accelerators. */
export type Subjects = { api: string; selfHosted: string; accelerators: string };

const subjectOf = (id: Ranked["id"], { api, selfHosted, accelerators }: Subjects): string => {
  if (id === "api") return `Calling ${api}`;
  if (id === "selfHosted") return `Self-hosting ${selfHosted} on ${accelerators}`;
  if (id === "hybrid") return `A mix of ${api} and self-hosted ${selfHosted}`;
  return "Having people do it";
};

/** One-off costs spread over the horizon, as the cheapest way is chosen by its total. */
const monthlyUsd = ({ path }: Ranked): number => path.cost.totalUsd.mid.value / path.cost.monthlyUsd.length;

/** The verdict in plain words, with its numbers. */
export function verdictSentence(
  ranked: readonly Ranked[],
  subjects: Subjects,
  breakEven: readonly Figured<BreakEven>[],
): string {
  const [best, second] = ranked;
  if (!best) return "No path meets every requirement: see what stands against each.";
  const [usd, secondUsd] = dollarsApart(monthlyUsd(best), monthlyUsd(second ?? best));
  const start = `${subjectOf(best.id, subjects)} costs about ${usd} a month with what is paid once`;
  if (!second) return `${start}; no other path qualifies.`;
  const less = 1 - monthlyUsd(best) / monthlyUsd(second);
  const against = `${percent(less)} less than ${alternative(second, subjects)} (${secondUsd})`;
  const clauses = [`${start}, ${against}`, turningPoint(best, second, breakEven), peopleShare(best)];
  return `${clauses.filter((clause) => clause !== null).join("; ")}.`;
}

const alternative = (second: Ranked, subjects: Subjects): string => {
  const subject = subjectOf(second.id, subjects);
  return subject.charAt(0).toLowerCase() + subject.slice(1);
};

/** Said where people who take handed-on requests are most of the cost, as they cost the same on every automated path. */
function peopleShare({ path }: Ranked): string | null {
  const lines = path.plan.filter(({ line }) => line.id.startsWith("escalations"));
  const usd = lines.reduce((sum, { line }) => sum + line.totalUsd.value, 0);
  if (usd < path.cost.totalUsd.mid.value / 2) return null;
  return `${dollars(usd / path.cost.monthlyUsd.length)} of it pays people for the requests that are handed on`;
}

/** The nearest volume at which the two change places, if one was found. */
function turningPoint(best: Ranked, second: Ranked, breakEven: readonly Figured<BreakEven>[]): string {
  const pair = breakEven.find(({ from, to }) => [from, to].includes(best.id) && [from, to].includes(second.id));
  const volumes = pair?.requestsPerDay.map((figure) => figure.value) ?? [];
  const [volume] = volumes;
  if (volume === undefined) return `${pathNames[best.id]} stays cheaper at every volume looked at`;
  return `the two cost the same at ${volumes.length > 1 ? "several volumes, first at " : ""}about ${about(volume)} requests a day`;
}
