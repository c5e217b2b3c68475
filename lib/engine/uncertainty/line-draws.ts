import type { PathId } from "@/lib/contract/scenario";
import type { CostInputs } from "../cost/inputs";
import type { PlanLine } from "../cost/line";
import { monthsPerYear } from "../units";
import { isCall } from "../verdict/lever-parts";
import type { Factors } from "./factors";

/** Lines that move alike, summed by month, with the factor of each draw. */
export type Group = {
  monthlyUsd: Float64Array;
  isCall: boolean;
  /** Of the month it was worked out for, until `settlesIn` another one each month; null where it is 1. */
  level: Float64Array | null;
  settlesIn: number;
  levelIn: (month: number) => Float64Array | null;
  /** Grows from month to month by `step`; null where nothing compounds. */
  run: Float64Array | null;
  step: Float64Array | null;
};

/** Lines that move alike at these move alike in between: what a lever does only rises or falls. */
const probes = [0.01, 0.5, 0.8, 1.25, 2, 100];

export function groupsOf(
  inputs: CostInputs,
  plan: readonly PlanLine[],
  path: PathId,
  { spread }: Factors,
  draws: number,
): Group[] {
  const at = { inputs, path };
  const groups = new Map<string, Group>();
  for (const each of plan) {
    if (each.growsWith === "fleet" && inputs.hosting) continue;
    if (each.line.id === "apiCommitment") continue;
    const moves = spread.map(({ lever }) => ({
      lever,
      by: probes.map((probe) => lever.multiplies(each, probe, at, 0)),
      compounds: lever.compounds?.(each, at) ?? false,
    }));
    const key = JSON.stringify([isCall(each), moves.map(({ by, compounds }) => [by, compounds])]);
    const group = groups.get(key) ?? groupOf(inputs, each, path, spread, draws);
    groups.set(key, group);
    each.line.monthlyUsd.forEach(({ value }, month) => {
      group.monthlyUsd[month] = (group.monthlyUsd[month] ?? 0) + value;
    });
  }
  return [...groups.values()];
}

function groupOf(inputs: CostInputs, each: PlanLine, path: PathId, spread: Factors["spread"], draws: number): Group {
  const at = { inputs, path };
  const moving = spread.flatMap(({ lever, factors }) => {
    const by = probes.map((probe) => lever.multiplies(each, probe, at, 0));
    if (by.every((value) => value === 1)) return [];
    return [{ lever, factors, proportional: by.every((value, index) => value === probes[index]) }];
  });
  const levelIn = (month: number): Float64Array | null => {
    const [first, ...others] = moving;
    if (!first) return null;
    // The factors themselves where they are all there is to it: most lines are proportional to one input.
    if (first.proportional && others.length === 0) return first.factors;
    const level = new Float64Array(draws).fill(1);
    for (const { lever, factors, proportional } of moving) {
      if (proportional) {
        for (let draw = 0; draw < draws; draw += 1) level[draw] = (level[draw] as number) * (factors[draw] as number);
      } else {
        for (let draw = 0; draw < draws; draw += 1)
          level[draw] = (level[draw] as number) * lever.multiplies(each, factors[draw] as number, at, month);
      }
    }
    return level;
  };
  const compounding = spread.filter(({ lever }) => lever.compounds?.(each, at));
  const step = compounding.length > 0 ? new Float64Array(draws).fill(1) : null;
  for (const { factors } of compounding) {
    for (let draw = 0; step && draw < draws; draw += 1)
      step[draw] = (step[draw] as number) * (factors[draw] as number) ** (1 / monthsPerYear);
  }
  return {
    monthlyUsd: new Float64Array(each.line.monthlyUsd.length),
    isCall: isCall(each),
    level: levelIn(0),
    levelIn,
    settlesIn: Math.max(0, ...moving.map(({ lever }) => lever.settlesIn?.(inputs) ?? 0)),
    run: step && new Float64Array(draws).fill(1),
    step,
  };
}

/** Adds a month of some lines to what every draw has cost. */
export function addGroup(group: Group, month: number, sum: Float64Array): void {
  const usd = group.monthlyUsd[month] ?? 0;
  if (month > 0 && month <= group.settlesIn) group.level = group.levelIn(month);
  const { level, run, step } = group;
  if (run && step && month > 0) {
    for (let draw = 0; draw < run.length; draw += 1) run[draw] = (run[draw] as number) * (step[draw] as number);
  }
  if (usd === 0) return;
  for (let draw = 0; draw < sum.length; draw += 1) {
    const by = (level ? (level[draw] as number) : 1) * (run ? (run[draw] as number) : 1);
    sum[draw] = (sum[draw] as number) + usd * by;
  }
}
