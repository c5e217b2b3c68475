import type { Source } from "@/lib/contract/source";
import type { Unit } from "@/lib/contract/unit";
import type { originKinds } from "@/lib/contract/working";

/**
 * A number and how it came about. Formulas are plain functions of plain values and never see a figure; `derive` calls
 * one and remembers what went in. The links are real objects, so the working cannot disagree with the value.
 */
export type Scalar = number | string | boolean | null;

export type Origin = {
  kind: (typeof originKinds)[number];
  /** What it is, in words. */
  label: string;
  unit: Unit;
  /** Where it stands: a path of the document, or `table/id.field` of the catalogue. */
  path: string;
  source?: Source;
  note?: string;
};

export type Step = { kind: "step"; formula: FormulaWords; inputs: Inputs };
export type Figure<T = number> = { readonly value: T; readonly how: Origin | Step };

type Input = Figure<unknown> | readonly Figure<unknown>[];
type Inputs = Record<string, Input>;

export type FormulaWords = {
  /** `folder.name`, checked by a test. */
  id: string;
  title: string;
  unit: Unit;
  /** The formula as people read it. */
  reads: string;
  source: Source | "definition";
};

export type FormulaSpec<A, R> = FormulaWords & {
  example: { of: string; given: A; gives: R; within?: number };
};

export type Formula<A extends object, R> = ((given: A) => R) & { readonly spec: FormulaSpec<A, R> };

/** Gives a pure function its words and its worked example. The function is still called bare. */
export function formula<A extends object, R>(
  spec: FormulaSpec<NoInfer<A>, NoInfer<R>>,
  compute: (given: A) => R,
): Formula<A, R> {
  return Object.assign(compute, { spec });
}

export const isFormula = (candidate: unknown): candidate is Formula<object, unknown> =>
  typeof candidate === "function" && "spec" in candidate;

/** An argument as figures: one for a value, a list for a list. */
export type AsFigures<A> = {
  [K in keyof A]: A[K] extends readonly (infer E)[] ? readonly Figure<E>[] : Figure<A[K]>;
};

const plainValue = (input: Input): unknown =>
  Array.isArray(input) ? input.map((each: Figure<unknown>) => each.value) : (input as Figure<unknown>).value;

/** Applies a formula to figures; the result knows the formula and its inputs. */
export function derive<A extends object, R>(applied: Formula<A, R>, inputs: AsFigures<A>): Figure<R> {
  const given: Record<string, unknown> = {};
  for (const name in inputs) given[name] = plainValue(inputs[name] as Input);
  return { value: applied(given as A), how: { kind: "step", formula: applied.spec, inputs: inputs as Inputs } };
}

/** A value that comes from outside the engine. */
export const given = <T>(value: T, how: Origin): Figure<T> => ({ value, how });

export const isFigure = (candidate: unknown): candidate is Figure<unknown> =>
  typeof candidate === "object" && candidate !== null && "how" in candidate && "value" in candidate;

/** The shape of a result while it still carries its working: every number is a figure. */
export type Figured<T> = T extends number
  ? Figure<number>
  : T extends string | boolean | null | undefined
    ? T | Figure<T>
    : T extends readonly (infer E)[]
      ? Figured<E>[]
      : T extends object
        ? { [K in keyof T]: Figured<T[K]> }
        : T;

type Plain<T> =
  T extends Figure<infer V>
    ? V
    : T extends readonly (infer E)[]
      ? Plain<E>[]
      : T extends object
        ? { [K in keyof T]: Plain<T[K]> }
        : T;

/** The plain values of a result, as the contract words them. */
export function values<T>(result: T): Plain<T> {
  if (isFigure(result)) return result.value as Plain<T>;
  if (Array.isArray(result)) return result.map(values) as Plain<T>;
  if (typeof result === "object" && result !== null) {
    const plain: Record<string, unknown> = {};
    for (const key in result) plain[key] = values((result as Record<string, unknown>)[key]);
    return plain as Plain<T>;
  }
  return result as Plain<T>;
}
