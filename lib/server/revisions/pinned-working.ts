import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { WorkingNode } from "@/lib/contract/working";
import { type Figure, type FormulaWords, isFigure, type Origin } from "@/lib/engine/figure";
import { workingOf } from "@/lib/engine/working";

/**
 * The working of a whole result as a table, for keeping with a revision: every figure once, however many others used
 * it, and every formula's and origin's words once. Reading it needs no formula, so it outlives the engine that made it.
 */
export type PinnedWorking = {
  formulas: { words: FormulaWords; inputs: string[] }[];
  origins: Origin[];
  /** A value and where it came from: an origin (one number), or a formula and the nodes put into it. */
  nodes: ([unknown, number] | [unknown, number, (number | number[])[]])[];
  /** The shape of the result with the number of a node where a figure stands; null where there is none. */
  tree: Tree;
};
type Tree = number | null | Tree[] | { [key: string]: Tree };
type Inputs = Record<string, Figure<unknown> | readonly Figure<unknown>[]>;

/** Numbers things in order of first sight, told apart by a key. */
class Register<T> {
  readonly entries: T[] = [];
  private readonly indexes = new Map<unknown, number>();
  indexOf(key: unknown, make: () => T): number {
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    this.indexes.set(key, this.entries.length);
    return this.entries.push(make()) - 1;
  }
}

class Pinning {
  readonly formulas = new Register<PinnedWorking["formulas"][number]>();
  readonly origins = new Register<Origin>();
  readonly nodes: PinnedWorking["nodes"] = [];
  private readonly seen = new Map<Figure<unknown>, number>();

  node(figure: Figure<unknown>): number {
    const known = this.seen.get(figure);
    if (known !== undefined) return known;
    const index = this.nodes.push(this.entry(figure)) - 1;
    this.seen.set(figure, index);
    return index;
  }

  private entry({ value, how }: Figure<unknown>): PinnedWorking["nodes"][number] {
    if (how.kind !== "step") return [value, this.origins.indexOf(JSON.stringify(how), () => how)];
    const names = Object.keys(how.inputs);
    const { id, title, unit, reads, source } = how.formula;
    const key = JSON.stringify([id, title, unit, reads, names]);
    const formula = this.formulas.indexOf(key, () => ({ words: { id, title, unit, reads, source }, inputs: names }));
    const inputs = Object.values(how.inputs).map((input) =>
      isFigure(input) ? this.node(input) : input.map((each) => this.node(each)),
    );
    return [value, formula, inputs];
  }

  tree(result: unknown): Tree {
    if (isFigure(result)) return this.node(result);
    if (Array.isArray(result)) return result.map((each) => this.tree(each));
    if (typeof result !== "object" || result === null) return null;
    return Object.fromEntries(Object.entries(result).map(([key, child]) => [key, this.tree(child)]));
  }
}

export function pinWorking(result: unknown): PinnedWorking {
  const pinning = new Pinning();
  const tree = pinning.tree(result);
  return { formulas: pinning.formulas.entries, origins: pinning.origins.entries, nodes: pinning.nodes, tree };
}

/** Nodes follow their inputs in the table, so one pass rebuilds every figure. */
function figuresOf({ nodes, formulas, origins }: PinnedWorking): Figure<unknown>[] {
  const figures: Figure<unknown>[] = [];
  const at = (index: number): Figure<unknown> => figures[index] as Figure<unknown>;
  for (const [value, index, inputs] of nodes) {
    if (inputs === undefined) {
      figures.push({ value, how: origins[index] as Origin });
      continue;
    }
    const { words, inputs: names } = formulas[index] as PinnedWorking["formulas"][number];
    const given: Inputs = {};
    for (const [position, name] of names.entries()) {
      const input = inputs[position] ?? [];
      given[name] = Array.isArray(input) ? input.map(at) : at(input);
    }
    figures.push({ value, how: { kind: "step", formula: words, inputs: given } });
  }
  return figures;
}

/** The working of the figure at a path, as the engine of its day made it; undefined where no figure stands there. */
export function pinnedWorking(
  pinned: PinnedWorking,
  path: string,
  depth?: number,
  once?: boolean,
): WorkingNode | undefined {
  const figures = figuresOf(pinned);
  let at: Tree | undefined = pinned.tree;
  for (const key of path.split(".")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, Tree>)[key];
  }
  const figure = typeof at === "number" ? figures[at] : undefined;
  return figure && workingOf(figure, path, depth, once);
}

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** As stored: the table repeats itself a lot, so that compressed it is a tenth. */
export const packWorking = async (pinned: PinnedWorking): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await compress(JSON.stringify(pinned)));

export const unpackWorking = async (packed: Uint8Array): Promise<PinnedWorking> =>
  JSON.parse((await expand(packed)).toString()) as PinnedWorking;
