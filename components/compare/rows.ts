import type { ScenarioResult } from "@/lib/contract/result";
import type { PathId } from "@/lib/contract/scenario";
import type { Unit } from "@/lib/contract/unit";

/** Which path's costs stand in the columns: one for all, or each scenario's own verdict. */
export type PathChoice = "chosen" | PathId;

/** A number of a result, with the dotted path its working is asked for by; null where the working has no such figure. */
export type Reading = { value: number; low?: number; high?: number; path: string | null };

export type NumberRow = {
  kind: "number";
  id: string;
  title: string;
  hint?: string;
  unit: Unit;
  /** Which end of the row is the good one; null where neither is. */
  better: "lower" | "higher" | null;
  /** Depends on how many months the plan covers, so that unlike horizons are not ranked. */
  overHorizon?: boolean;
  read: (result: ScenarioResult, choice: PathChoice) => Reading | null;
};
export type TextRow = {
  kind: "text";
  id: string;
  title: string;
  hint?: string;
  read: (result: ScenarioResult, choice: PathChoice) => string | null;
};
export type Row = NumberRow | TextRow;
export type RowGroup = { id: string; title: string; rows: readonly Row[] };

export const pathOf = (result: ScenarioResult, choice: PathChoice): PathId | null =>
  choice === "chosen" ? result.verdict.path : choice;

type PlainCost = "runningUsdPerMonth" | "usdPerRequest" | "oneOffUsd" | "presentValueUsd" | "usdPerMillionTokens";

export const costReading =
  (name: PlainCost): NumberRow["read"] =>
  (result, choice) => {
    const path = pathOf(result, choice);
    const value = path && result.cost[path]?.[name];
    return path === null || typeof value !== "number" ? null : { value, path: `cost.${path}.${name}` };
  };

export const totalReading: NumberRow["read"] = (result, choice) => {
  const path = pathOf(result, choice);
  const total = path && result.cost[path]?.totalUsd;
  return path && total
    ? { value: total.mid, low: total.low, high: total.high, path: `cost.${path}.totalUsd.mid` }
    : null;
};

/** Month in which self-hosting has paid for itself against the API. */
export const breakEvenReading: NumberRow["read"] = ({ finance }) => {
  const index = finance.breakEven.findIndex(({ from, to }) => from === "api" && to === "selfHosted");
  const month = finance.breakEven[index]?.month;
  return typeof month === "number" ? { value: month, path: `finance.breakEven.${index}.month` } : null;
};

/** A number by its dotted path, which is also how its working is found. */
export const at =
  (path: string): NumberRow["read"] =>
  (result) => {
    let node: unknown = result;
    for (const key of path.split(".")) {
      if (typeof node !== "object" || node === null) return null;
      node = (node as Record<string, unknown>)[key];
    }
    return typeof node === "number" ? { value: node, path } : null;
  };

/** An estimate with its range, by the path of the range. */
export const rangeAt =
  (path: string): NumberRow["read"] =>
  (result, choice) => {
    const mid = at(`${path}.mid`)(result, choice);
    const low = at(`${path}.low`)(result, choice);
    const high = at(`${path}.high`)(result, choice);
    return mid && low && high ? { ...mid, low: low.value, high: high.value } : null;
  };
