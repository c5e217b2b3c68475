import type { Hosting } from "../cost/inputs";
import type { ScenarioFigures } from "../resolve/document";
import { type Lever, levers } from "../verdict/levers";

/** Factors on an input's value that 1 of 10 plans falls below, and 1 of 10 exceeds. */
export type Spread = { lever: Lever; low: number; high: number; note: string };

type Ranges = ScenarioFigures["ranges"];

/** The range of the document that a lever is drawn from. */
const rangeOf: Record<string, keyof Ranges> = {
  "workload.requestsPerDay": "requestsPerDay",
  "paths.api.model": "apiPrice",
  "paths.selfHosted.acquisition": "acceleratorPrice",
  "team.roles": "runFteSelfHosted",
  "team.engineerUsdPerYear": "pay",
  "paths.people.minutesPerRequest": "minutesPerRequest",
};

/** Why a range is as it is: our reason where it is the default, else that somebody entered it. */
function noteOf({ low, high }: Ranges[keyof Ranges]): string {
  const { how } = low;
  if (how.kind !== "default" || high.how.kind !== "default") return "Entered for this plan.";
  return `Our assumption: ${how.note ?? "a usual spread."}`;
}

/** What a replica serves has the range that the serving model earned on measurements. Choices do not vary. */
export function spreadsOf(ranges: Ranges, hosting: Hosting | null): Spread[] {
  return levers.flatMap((lever): Spread[] => {
    if (lever.path === "paths.selfHosted.model") {
      if (!hosting) return [];
      const { low, mid, high } = hosting.goodput;
      const note = "10–90 % range of the serving estimate on models and accelerators it had not seen.";
      return [{ lever, low: low.value / mid.value, high: high.value / mid.value, note }];
    }
    const name = rangeOf[lever.path];
    if (!name) return [];
    const range = ranges[name];
    return [{ lever, low: range.low.value, high: range.high.value, note: noteOf(range) }];
  });
}

/** Standard normal quantile of 90 %. */
const tenth = 1.281_551_565_5;

/** A factor whose logarithm is normal on either side of 1, with these tenths. */
export const factorAt = ({ low, high }: Pick<Spread, "low" | "high">, score: number): number =>
  score < 0 ? low ** (-score / tenth) : high ** (score / tenth);
