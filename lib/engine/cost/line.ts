import type { CostLine } from "@/lib/contract/result";
import { derive, type Figure, type Figured } from "../figure";
import { assumptions } from "../resolve/assumptions";
import { lineTotalUsd } from "./sums";

type Words = Pick<CostLine, "id" | "label" | "kind" | "consideration">;
export type Line = Figured<CostLine> & Words;

/** A line and what it grows with: that is what break-even volumes need to know. */
export type PlanLine = {
  line: Line;
  growsWith: "volume" | "fleet" | "nothing";
  /** Its total at a multiple of the volume, where none of the three says it. */
  totalAt?: (multiple: number) => number;
  /** Of a line for people who run a path: how many the two ways of serving need, as a mix takes the larger team. */
  people?: { api: number; selfHosted: number };
};

export const planLine = (
  words: Words,
  growsWith: PlanLine["growsWith"],
  monthlyUsd: readonly Figure<number>[],
): PlanLine => ({
  line: { ...words, totalUsd: derive(lineTotalUsd, { monthsUsd: monthlyUsd }), monthlyUsd: [...monthlyUsd] },
  growsWith,
});

export const everyMonth = (usd: Figure<number>, months: number): Figure<number>[] => Array(months).fill(usd);

export const everyMonthOf = (
  traffic: { monthly: readonly { requests: Figure<number> }[] },
  usd: (requests: Figure<number>) => Figure<number>,
): Figure<number>[] => traffic.monthly.map(({ requests }) => usd(requests));

export const inMonth = (usd: Figure<number>, month: number, months: number): Figure<number>[] =>
  everyMonth(assumptions.nothing, months).with(month, usd);
