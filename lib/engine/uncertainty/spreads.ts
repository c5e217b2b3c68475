import type { Hosting } from "../cost/inputs";
import { type Lever, levers } from "../verdict/levers";

/** Factors on an input's value that 1 of 10 plans falls below, and 1 of 10 exceeds. */
export type Spread = { lever: Lever; low: number; high: number; note: string };

/** How far plans of this kind are off before launch: our assumptions, but for what was measured. */
const assumed: Record<string, { low: number; high: number; note: string }> = {
  "workload.requestsPerDay": { low: 0.6, high: 1.5, note: "Our assumption: demand before launch is a guess." },
  "paths.api.model": { low: 0.8, high: 1.15, note: "Our assumption: prices are cut more often than raised." },
  "paths.selfHosted.acquisition": {
    low: 0.8,
    high: 1.25,
    note: "Our assumption: what providers ask for one accelerator differs by a quarter around the middle.",
  },
  "team.runFteSelfHosted": { low: 0.7, high: 1.6, note: "Our assumption: work to run a system is underrated." },
  "team.engineerUsdPerYear": { low: 0.85, high: 1.2, note: "Our assumption: pay differs by place and seniority." },
  "paths.people.minutesPerRequest": { low: 0.8, high: 1.3, note: "Our assumption: handling time as first estimated." },
};

/** What a replica serves has the range that the serving model earned on measurements. Choices do not vary. */
export function spreadsOf(hosting: Hosting | null): Spread[] {
  return levers.flatMap((lever): Spread[] => {
    if (lever.path === "paths.selfHosted.model") {
      if (!hosting) return [];
      const { low, mid, high } = hosting.goodput;
      const note = "10–90 % range of the serving estimate on models and accelerators it had not seen.";
      return [{ lever, low: low.value / mid.value, high: high.value / mid.value, note }];
    }
    const spread = assumed[lever.path];
    return spread ? [{ lever, ...spread }] : [];
  });
}

/** Standard normal quantile of 90 %. */
const tenth = 1.281_551_565_5;

/** A factor whose logarithm is normal on either side of 1, with these tenths. */
export const factorAt = ({ low, high }: Pick<Spread, "low" | "high">, score: number): number =>
  score < 0 ? low ** (-score / tenth) : high ** (score / tenth);
