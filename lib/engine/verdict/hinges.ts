import type { z } from "zod";
import type { verdictSchema } from "@/lib/contract/result";
import type { Flip, Moved } from "./thresholds";
import { changeBy, pathNames } from "./words";

type Hinge = z.infer<typeof verdictSchema>["hinges"][number];

/** An input is a hinge when a change by up to half of it, alone, changes the answer. */
const least = 0.5;
const most = 1.5;

/** The inputs on which the answer hinges, nearest first. */
export function hingesOf(moved: readonly Moved[]): Hinge[] {
  return moved.flatMap(({ lever, below, above }) => {
    const flips = [below, above].filter((flip) => flip !== null && flip.factor >= least && flip.factor <= most);
    return flips.length === 0 ? [] : [{ path: lever.path, label: lever.label, why: sentence(flips as Flip[]) }];
  });
}

function sentence(flips: readonly Flip[]): string {
  const parts = flips.map(({ factor, instead }) => {
    const change = changeBy(factor);
    return instead ? `${change}, ${pathNames[instead]} would be cheapest` : `${change}, no path would meet the budget`;
  });
  return `At about ${parts.join("; ")}.`;
}
