import { describe, expect, test } from "vitest";
import { scenarioSchema, type UseCase, useCases } from "@/lib/contract/scenario";
import { buyPrefix, defaultsByPath, readDefaults } from "./defaults";
import { readTables } from "./tables";

type Words = { title?: string; unit?: string };
type Node = {
  meta?: () => Words | undefined;
  shape?: Record<string, Node>;
  options?: Node[];
  unwrap?: () => Node;
  safeParse: (value: unknown) => { success: boolean };
};
type Leaf = { path: string; node: Node };

const acquisition = "paths.selfHosted.acquisition";

/** Every field of the document, with the variant that buys under its own prefix. */
function leavesOf(node: Node, path: string): Leaf[] {
  if (node.shape) {
    return Object.entries(node.shape).flatMap(([key, child]) => leavesOf(child, path === "" ? key : `${path}.${key}`));
  }
  if (path !== acquisition) return [{ path, node }];
  const [rent, buy] = node.options ?? [];
  return [...(rent ? leavesOf(rent, path) : []), ...(buy ? leavesOf(buy, buyPrefix.slice(0, -1)) : [])];
}

/** What a person writes, and the two dates that whoever makes the document sets. */
const without = new Set("schemaVersion name notes tags confirmed economics.startMonth economics.pricedOn".split(" "));
const leaves = leavesOf(scenarioSchema as unknown as Node, "").filter(({ path }) => !without.has(path));
const defaults = readDefaults();
const everyUseCase = Object.keys(useCases) as UseCase[];
const all = [...defaults.general, ...everyUseCase.flatMap((useCase) => defaults.useCases[useCase])];

describe("defaults", () => {
  test("exist for every field of the document, in every use case, and for no field besides", () => {
    const paths = leaves.map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(80);
    expect(defaults.general.map(({ path }) => path).sort()).toEqual([...paths].sort());
    const known = new Set(paths);
    expect(all.filter(({ path }) => !known.has(path))).toEqual([]);
  });

  test("are allowed values of their field, in its unit", () => {
    for (const { path, value, unit } of all) {
      const node = leaves.find((leaf) => leaf.path === path)?.node;
      expect(node?.safeParse(value), `${path} = ${String(value)}`).toMatchObject({ success: true });
      expect([path, unit]).toEqual([path, node?.meta?.()?.unit ?? "text"]);
    }
  });

  test("name each field once per use case", () => {
    for (const rows of [defaults.general, ...everyUseCase.map((useCase) => defaults.useCases[useCase])]) {
      expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length);
    }
  });

  test("say where they come from: an assumption is called one, anything else names its source", () => {
    for (const { basis, source, why, path } of all) {
      expect(why.length, path).toBeGreaterThan(4);
      expect(source.title === "Slipway assumption", path).toBe(basis === "assumption");
    }
  });

  test("that rest on a reference value equal it, its low end, or the sum they show", () => {
    const { values } = readTables();
    const cited = all.filter(({ why }) => why.startsWith("Reference value "));
    expect(cited.length).toBeGreaterThan(12);
    for (const { value, why, path } of cited) {
      const id = /^Reference value (.+?)\.(?: |$)/.exec(why)?.[1];
      const reference = values.find((row) => row.id === id);
      // 60 minutes ÷ 20 items an hour
      const allowed = reference && [reference.value, reference.low, 60 / reference.value];
      expect(allowed, path).toContain(value);
    }
  });

  test("of a use case lie over the general ones", () => {
    const support = defaultsByPath(defaults, "customerSupport");
    expect(support.get("workload.isl")?.value).toBe(1020);
    expect(support.get("workload.growthPerYear")?.value).toBe(0.3);
  });

  test("of buying are found where a document that buys has them", () => {
    const other = defaultsByPath(defaults, "other");
    expect(other.get(`${acquisition}.usdPerAccelerator`)?.value).toBe(30_000);
    expect(other.get(`${buyPrefix}usdPerAccelerator`)?.value).toBe(30_000);
    expect(other.get(`${acquisition}.kind`)?.value).toBe("rent");
  });
});
