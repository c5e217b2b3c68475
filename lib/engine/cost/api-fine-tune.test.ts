import { describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import type { Scenario } from "@/lib/contract/scenario";
import { values } from "../figure";
import { roundInputs, roundResult } from "../testing/result";
import { roundScenario } from "../testing/scenario";
import { apiFineTuneUsd, tunedUsdPerMtoken } from "./api-fine-tune";
import { composeCost } from "./compose";
import { apiFineTuneFindings } from "./findings";

/** 1,000 examples of 2,000 tokens, two passes, at 25 USD a million: 4 million tokens, 100 USD a run. */
const tuned = (api: object = {}, maintenance: object = {}): Scenario =>
  roundScenario({
    paths: { api: { fineTuned: true, fineTuneUsdPerMtoken: 25, fineTunedPriceFactor: 1.5, ...api } },
    maintenance: { fineTunesPerYear: 2, fineTuneTokensPerExample: 2000, fineTuneEpochs: 2, ...maintenance },
  });

function linesOf(scenario: Scenario, path: "api" | "hybrid" | "selfHosted" = "api") {
  const cost = composeCost(roundInputs(scenario))[path]?.cost;
  if (!cost) throw new Error(`${path} has no cost`);
  const plain = values(cost);
  return (id: string) => plain.lines.find((each) => each.id === id)?.monthlyUsd ?? [];
}

describe("a fine-tune by the API's provider", () => {
  test("artificial-intelligence-wiki.com: 100,000 tokens and four passes of GPT-4o at 25 USD a million cost 10 USD", () => {
    // artificial-intelligence-wiki.com/ai-development/training-and-fine-tuning/openai-fine-tuning-pricing
    expect(apiFineTuneUsd({ examples: 1, tokensPerExample: 100_000, epochs: 4, usdPerMtoken: 25 })).toBeCloseTo(10, 9);
  });

  test("Ori's billing example: 5 million tokens, three passes, and 1 million to validate at 0.46 USD: 7.36 USD", () => {
    // docs.ori.co/fine-tuning/billing; what is validated is one pass over further tokens
    const run = (tokens: number, epochs: number) =>
      apiFineTuneUsd({ examples: 1, tokensPerExample: tokens, epochs, usdPerMtoken: 0.46 });
    expect(run(5e6, 3) + run(1e6, 1)).toBeCloseTo(7.36, 9);
  });

  test("OpenAI's price list of 7 February 2026: GPT-4.1 and GPT-4.1 mini, plain and fine-tuned", () => {
    // 2 in and 8 out become 3 and 12; 0.40 and 1.60 become 0.80 and 3.20
    expect([2, 8].map((usdPerMtoken) => tunedUsdPerMtoken({ usdPerMtoken, factor: 1.5 }))).toEqual([3, 12]);
    expect([0.4, 1.6].map((usdPerMtoken) => tunedUsdPerMtoken({ usdPerMtoken, factor: 2 }))).toEqual([0.8, 3.2]);
  });

  test("is paid for launch, and again as often as the plan says", () => {
    const line = linesOf(tuned());
    expect(line("apiFineTuneRuns").slice(0, 3)).toEqual([100, 0, 0]);
    // two a year: 2 ÷ 12 × 100
    expect(line("apiFineTuning")[5]).toBeCloseTo(200 / 12, 9);
    expect(line("apiFineTuneHosting")).toEqual([]);
  });

  test("is paid again when the model is retired and another one takes its place", () => {
    const runs = linesOf(tuned({}, { apiModelLifetimeMonths: 12 }))("apiFineTuneRuns");
    const due = runs.flatMap((usd, month) => (usd > 0 ? [month] : []));
    expect(due[0]).toBe(0);
    expect(due.length).toBeGreaterThan(1);
    expect(runs.every((usd) => usd === 0 || usd === 100)).toBe(true);
  });

  test("makes every token dearer, on a mix too, and the self-hosted model no different", () => {
    for (const path of ["api", "hybrid"] as const) {
      const [plain, dearer] = [linesOf(roundScenario(), path), linesOf(tuned(), path)];
      for (const id of ["apiInput", "apiCachedInput", "apiOutput"]) {
        expect(dearer(id)[0]).toBeCloseTo(1.5 * (plain(id)[0] ?? 0), 6);
      }
    }
    const same = { fineTuneTokensPerExample: 2000, fineTuneEpochs: 2 };
    const hosted = composeCost(roundInputs(roundScenario({ maintenance: same }))).selfHosted?.cost.totalUsd.mid.value;
    expect(composeCost(roundInputs(tuned())).selfHosted?.cost.totalUsd.mid.value).toBe(hosted);
  });

  test("costs 730.5 hours a month to keep ready where the provider charges for it", () => {
    expect(linesOf(tuned({ fineTuneHostingUsdPerHour: 2 }))("apiFineTuneHosting")[0]).toBeCloseTo(1461, 9);
  });

  test("leaves the price of one's own contract alone: it is that of the model called", () => {
    const ownPrice = { inputUsdPerMtoken: 2, outputUsdPerMtoken: 10, cachedInputUsdPerMtoken: 0.5 };
    expect(linesOf(tuned({ ownPrice }))("apiOutput")[0]).toBeCloseTo(2.6298 * 500 * 10, 6);
  });

  test("takes an engineer's hours on the API path too", () => {
    const hours = (scenario: Scenario) =>
      values(roundResult(scenario)).maintenance.upkeep?.hoursByRole.find(
        ({ path, role }) => path === "api" && role === "mlEngineer",
      )?.hoursPerMonth ?? 0;
    const plain = roundScenario({ maintenance: { fineTunesPerYear: 2, hoursPerFineTune: 12 } });
    // two a year of 12 hours: 2 hours a month
    expect(hours(tuned({}, { hoursPerFineTune: 12 })) - hours(plain)).toBeCloseTo(2, 9);
  });
});

describe("OpenAI's end of fine-tuning", () => {
  const ends = async (api: object, startMonth: string) => {
    const { findTerms } = await loadReferenceData();
    return apiFineTuneFindings(roundScenario({ paths: { api }, economics: { startMonth } }), findTerms);
  };
  const openai = { fineTuned: true, provider: "openai" };

  test("bars a launch after it, and warns of further runs before", async () => {
    expect(await ends(openai, "2027-02")).toMatchObject([
      { id: "cost.fineTuningEnds", severity: "blocker", bars: ["api", "hybrid"] },
    ]);
    const [before] = await ends(openai, "2026-12");
    expect(before).toMatchObject({ severity: "warning", bars: [] });
    expect(before?.what).toContain("2027-01-06");
  });

  test("is no matter without fine-tuning, or with another provider", async () => {
    expect(await ends({ provider: "openai" }, "2027-02")).toEqual([]);
    expect(await ends({ ...openai, provider: "google" }, "2027-02")).toEqual([]);
  });
});
