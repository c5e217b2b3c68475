import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fail, succeed } from "@/lib/contract/errors";
import { readScenario } from "@/lib/contract/migrations";
import type { ReferenceData } from "@/lib/contract/reference";
import type { Scenario } from "@/lib/contract/scenario";
import { figuresOf } from "../resolve/document";
import { resolveApiTerms } from "../resolve/price";
import { roundPrice, roundReference } from "../testing/reference";
import { roundInputs, roundResult } from "../testing/result";
import { roundDocument, roundScenario } from "../testing/scenario";
import { composeTraffic } from "../traffic/compose";
import { apiLevers } from "../verdict/levers-api";
import { apiLines } from "./api";
import { composeCost } from "./compose";

type Row = Scenario["paths"]["api"]["otherModels"][number];

const flat = (usdPerMtoken: number) => ({ usdPerMtoken, tiers: [] });
const priced = (model: string, input: number, cached: number, output: number) => ({
  ...roundPrice,
  id: `maker/${model}`,
  model,
  name: model,
  input: flat(input),
  cachedInput: flat(cached),
  output: flat(output),
});
const prices = [
  priced("round-large", 2, 0.5, 10),
  priced("round-small", 0.2, 0.05, 1),
  priced("round-tiny", 0.1, 0.1, 0.4),
];
const reference: ReferenceData = {
  ...roundReference(),
  findPrice: ({ model }) => {
    const price = prices.find((each) => each.model === model);
    return price ? succeed(price) : fail("UNKNOWN_PRICE", `\`model\` is "${model}": not in the price list`, "model");
  },
};

const row = (model: string, share: number, failedShare = 0): Row => ({ provider: "maker", model, share, failedShare });
const routed = (...otherModels: Row[]): Scenario => roundScenario({ paths: { api: { otherModels } } });

function launchOf(scenario: Scenario) {
  const figures = figuresOf(scenario, reference);
  const found = resolveApiTerms(figures, reference);
  if (!found.ok) throw new Error(found.failure.message);
  const lines = apiLines(figures, found.terms, composeTraffic(figures));
  const usd = new Map(lines.map(({ line }) => [line.id, line.monthlyUsd[0]?.value ?? Number.NaN]));
  return { usd, totalUsd: [...usd.values()].reduce((sum, each) => sum + each, 0), lines };
}

describe("requests routed among several models", () => {
  test("60 % to a small one with a tenth asked again, 20 % to a tiny one: the main model answers 26 %", () => {
    const { usd, lines } = launchOf(routed(row("round-small", 0.6, 0.1), row("round-tiny", 0.2)));
    // 2.6298 million requests a month of 600 + 400 cached + 500 tokens; 1 − 0.6 × 0.9 − 0.2 = 0.26
    expect(usd.get("apiInput")).toBeCloseTo(2.6298 * 0.26 * 600 * 2, 6);
    expect(usd.get("apiOutput")).toBeCloseTo(2.6298 * 0.26 * 500 * 10, 6);
    expect(usd.get("apiOutputEasy")).toBeCloseTo(2.6298 * 0.6 * 500 * 1, 6);
    expect(usd.get("apiCachedInputEasy2")).toBeCloseTo(2.6298 * 0.2 * 400 * 0.1, 6);
    expect(usd.get("apiOutputEasy2")).toBeCloseTo(2.6298 * 0.2 * 500 * 0.4, 6);
    expect(lines.find(({ line }) => line.id === "apiOutputEasy2")?.line.label).toBe("API, round-tiny: output tokens");
  });

  test("cost what one model costs where all of them are the same and nothing is asked again", () => {
    const { totalUsd } = launchOf(routed());
    const thirds = fc.array(fc.double({ min: 0, max: 0.12, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(thirds, (shares) => {
        const rows = shares.map((share) => row("round-large", share));
        expect(launchOf(routed(...rows)).totalUsd / totalUsd).toBeCloseTo(1, 9);
      }),
      { numRuns: 30 },
    );
  });

  test("leave out a model that nothing is sent to, priced or not", () => {
    const { usd, totalUsd } = launchOf(routed(row("unheard-of", 0), row("round-small", 0.5)));
    expect(usd.has("apiOutputEasy2")).toBe(false);
    expect(totalUsd).toBeCloseTo(launchOf(routed(row("round-small", 0.5))).totalUsd, 9);
  });

  test("move with the length of prompts by the tiers of the model each is sent to", () => {
    const inputs = roundInputs(
      roundScenario({
        workload: { isl: 150_000, cachedInputShare: 0 },
        paths: { api: { otherModels: [row("round-large", 0.5)] } },
      }),
    );
    const line = composeCost(inputs).api?.plan.find((each) => each.line.id === "apiInputEasy");
    const lever = apiLevers.find(({ path }) => path === "workload.isl");
    if (!line || !lever) throw new Error("no such line or lever");
    // Twice the tokens, at 4 instead of 2 USD above 200,000.
    expect(lever.multiplies(line, 2, { inputs, path: "api" }, 0)).toBeCloseTo(4, 9);
  });
});

describe("what is wrong with a list of models", () => {
  const read = (...otherModels: unknown[]) => {
    const { api } = roundDocument.paths;
    return readScenario({ ...roundDocument, paths: { ...roundDocument.paths, api: { ...api, otherModels } } });
  };

  test("shares above 1 name the row that passes it, and the sum", () => {
    expect(read(row("a", 0.7), row("b", 0.5))).toMatchObject({
      ok: false,
      path: "paths.api.otherModels.1.share",
      message: expect.stringContaining("together they are 1.2"),
    });
    expect(read(row("a", 0.7), row("b", 0.2), row("c", 0.1)).ok).toBe(true);
  });

  test("a share or name that cannot be is refused by its cell", () => {
    expect(read(row("a", -0.1))).toMatchObject({ ok: false, path: "paths.api.otherModels.0.share" });
    expect(read(row("", 0.1))).toMatchObject({ ok: false, path: "paths.api.otherModels.0.model" });
  });

  test("a model that is not in the price list is named with its row, and bars what needs it", () => {
    const scenario = routed(row("round-small", 0.3), row("round-smal", 0.2));
    const found = resolveApiTerms(figuresOf(scenario, reference), reference);
    expect(found).toMatchObject({
      ok: false,
      failure: {
        code: "UNKNOWN_PRICE",
        path: "paths.api.otherModels.1.model",
        message: '`paths.api.otherModels.1.model` is "round-smal": not in the price list',
      },
    });
    const { findings } = roundResult(routed(row("round-smal", 0.2)));
    expect(findings.find(({ id }) => id === "cost.apiPriceUnknown")?.why).toContain("otherModels.0.model");
  });
});
