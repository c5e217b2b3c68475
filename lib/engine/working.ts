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

/** What a figure is, without what went into it. */
function bare({ how, value }: Figure<unknown>, name: string): WorkingNode {
  if (how.kind === "step") {
    const { id: formulaId, title: label, unit, reads, source } = how.formula;
    return { kind: "step", name, label, value: value as Value, unit, formulaId, reads, source, inputs: [] };
  }
  const { kind, label, unit, path, source, note } = how;
  return { kind, name, label, value: value as Value, unit, path, ...(source && { source }), ...(note && { note }) };
}

type Inputs = Record<string, Figure<unknown> | readonly Figure<unknown>[]>;
type Placed = { figure: Figure<unknown>; node: WorkingNode };

const placed = (figure: Figure<unknown>, name: string): Placed => ({ figure, node: bare(figure, name) });

const inputsOf = (inputs: Inputs): Placed[] =>
  Object.entries(inputs).flatMap(([name, input]) =>
    isFigure(input) ? [placed(input, name)] : input.map((each, index) => placed(each, `${name}.${index}`)),
  );

/**
 * A figure as the tree the working panel shows, cut `depth` steps down. Figures share what went into them: with `once` a
 * step has its inputs where it stands highest, and names that place wherever else it stands, as else the tree of a latency
 * has a hundred thousand steps.
 */
export function workingOf(figure: Figure<unknown>, name = "result", depth = 6, once = false): WorkingNode {
  const ids = new Map<Figure<unknown>, number>();
  const root = placed(figure, name);
  let level = [root];
  for (let left = depth; level.length > 0; left -= 1) {
    const below: Placed[] = [];
    for (const { figure, node } of level) {
      if (figure.how.kind !== "step" || node.kind !== "step") continue;
      const known = ids.get(figure);
      if (known !== undefined) node.sameAs = known;
      else if (left <= 0) node.truncated = true;
      else {
        if (once) {
          node.id = ids.size;
          ids.set(figure, node.id);
        }
        const inputs = inputsOf(figure.how.inputs);
        node.inputs = inputs.map((input) => input.node);
        below.push(...inputs);
      }
    }
    level = below;
  }
  return root.node;
}

/** The working of the figure at a path of a result; undefined where no figure stands there. */
export function working(result: unknown, path: string, depth?: number, once?: boolean): WorkingNode | undefined {
  const figure = figureAt(result, path);
  return figure && workingOf(figure, path, depth, once);
}
