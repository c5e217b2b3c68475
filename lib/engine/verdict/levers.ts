import type { RangedInput } from "@/lib/contract/scenario";
import type { PathId } from "@/lib/contract/scenario-words";
import type { CostInputs } from "../cost/inputs";
import type { PlanLine } from "../cost/line";
import { type Figure, given } from "../figure";
import type { Load } from "../finance/machines";
import { apiLevers } from "./levers-api";
import { loadLevers } from "./levers-load";
import { peopleLevers } from "./levers-people";

/** Where a lever is moved: the plan, and the path whose lines are asked for. */
export type At = { inputs: CostInputs; path: PathId };

/** An input that is moved on its own, and what that does to the lines of a path. */
export type Lever = {
  /** The field that leads to it. */
  path: string;
  label: string;
  /** The range of the document it is drawn from; without one it is a choice, which does not vary. */
  range?: RangedInput;
  /** By what a line is multiplied when the input is multiplied by `factor`. */
  multiplies: (line: PlanLine, factor: number, at: At, month: number) => number;
  /** Months before which that differs from month to month. */
  settlesIn?: (inputs: CostInputs) => number;
  /** Lines that are multiplied by factor^(years since launch) instead. */
  compounds?: (line: PlanLine, at: At) => boolean;
  /** Present where the input changes how many machines there are: then the fleet is worked out anew. */
  load?: (factor: number, inputs: CostInputs) => Partial<Load>;
  /** The input's value in the plan, where it is one number; other inputs are told by their factor. */
  planned?: (inputs: CostInputs) => Figure<number> | null;
};

/** The same figure at another value, for inputs that are moved. */
export const scaled = (figure: Figure<number>, factor: number): Figure<number> => {
  const { how } = figure;
  const value = figure.value * factor;
  return how.kind === "step" ? { value, how } : given(value, how);
};

export const levers: readonly Lever[] = [...loadLevers, ...apiLevers, ...peopleLevers];
