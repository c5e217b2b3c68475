import { describe, expect, test } from "vitest";
import type { ScenarioResult, UncertaintyResult } from "@/lib/contract/result";
import { cheapestTitle, cumulativeTitle } from "./titles";

const costs = (ends: Record<string, number>) =>
  Object.fromEntries(
    ["api", "selfHosted", "hybrid", "people"].map((id) => [
      id,
      ends[id] === undefined ? null : { cumulativeUsd: [ends[id] / 2, ends[id]] },
    ]),
  ) as unknown as ScenarioResult["cost"];

describe("the title of the course of costs", () => {
  const cost = costs({ api: 100, selfHosted: 120, people: 900 });

  test("names the way that costs least", () => {
    expect(cumulativeTitle(cost, [], "2026-12")).toBe("API costs least over all 2 months");
  });

  test("says where that way may not be chosen, and which is the cheapest that may", () => {
    expect(cumulativeTitle(cost, [], "2026-12", ["api"])).toBe(
      "API costs least over 2 months but does not qualify; of those that do, Self-hosted costs least",
    );
  });
});

test("a way that lost some draws has not won all of them", () => {
  const cheapestShare = { selfHosted: [0.9, 0.9956], people: [0.1, 0.0044] };
  expect(cheapestTitle({ cheapestShare } as unknown as UncertaintyResult)).toBe(
    "Self-hosted costs least in over 99% of the draws, People in 0.44%",
  );
});
