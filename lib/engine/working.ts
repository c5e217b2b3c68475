import type { WorkingNode } from "@/lib/contract/working";
import { type Figure, isFigure } from "./figure";

/** The figure that stands at a dotted path of a result, e.g. `cost.paths.api.monthly.3.totalUsd`. */
export function figureAt(result: unknown, path: string): Figure<unknown> | undefined {
  let at: unknown = result;
  for (const key of path.split(".")) {
    if (typeof at !== "object" || at === null || isFigure(at) || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return isFigure(at) ? at : undefined;
}

type Value = WorkingNode["value"];

/** A figure as the tree the working panel shows, cut `depth` steps down (the panel asks again for what it opens). */
export function workingOf(figure: Figure<unknown>, name = "result", depth = 6): WorkingNode {
  const { how } = figure;
  const value = figure.value as Value;
  if (how.kind !== "step") {
    const { kind, label, unit, path, source, note } = how;
    return { kind, name, label, value, unit, path, ...(source && { source }), ...(note && { note }) };
  }
  const inputs = depth > 0 ? inputNodes(how.inputs, depth - 1) : [];
  return {
    kind: "step",
    name,
    label: how.formula.title,
    value,
    unit: how.formula.unit,
    formulaId: how.formula.id,
    reads: how.formula.reads,
    source: how.formula.source,
    inputs,
    ...(depth > 0 ? {} : { truncated: true }),
  };
}

function inputNodes(
  inputs: Record<string, Figure<unknown> | readonly Figure<unknown>[]>,
  depth: number,
): WorkingNode[] {
  return Object.entries(inputs).flatMap(([name, input]) =>
    isFigure(input)
      ? [workingOf(input, name, depth)]
      : input.map((each, index) => workingOf(each, `${name}.${index}`, depth)),
  );
}

/** The working of the figure at a path of a result; undefined where no figure stands there. */
export function working(result: unknown, path: string, depth?: number): WorkingNode | undefined {
  const figure = figureAt(result, path);
  return figure && workingOf(figure, path, depth);
}
