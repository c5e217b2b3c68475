import { describe, expect, test } from "vitest";
import { roundReference } from "../testing/reference";
import { apiCostKind } from "./api-cost";

const context = { reference: roundReference() };
const request = { kind: "api-cost", model: "round-large", inputTokens: 100_000, outputTokens: 10_000 } as const;

function answer(changes: Partial<Parameters<typeof apiCostKind>[0]> = {}) {
  const outcome = apiCostKind({ ...request, ...changes }, context);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

describe("the cost of a call", () => {
  test("100,000 tokens in at 2 USD and 10,000 out at 10 USD a million: 0.30 USD", () => {
    expect(answer().costUsd).toBeCloseTo(0.3, 12);
  });

  test("cached input is a part of the input: 60,000 at 2, 40,000 at 0.5", () => {
    const { costUsd, lines } = answer({ cachedInputTokens: 40_000 });
    expect(costUsd).toBeCloseTo(0.12 + 0.02 + 0.1, 12);
    expect(lines.map(({ id, tokens }) => [id, tokens])).toEqual([
      ["input", 60_000],
      ["cachedInput", 40_000],
      ["output", 10_000],
    ]);
  });

  test("above the threshold every token costs the higher price: 300,000 at 4, 10,000 at 15", () => {
    expect(answer({ inputTokens: 300_000 }).costUsd).toBeCloseTo(1.2 + 0.15, 12);
  });

  test("a batch costs half, and the note says that this is usual rather than listed", () => {
    const { costUsd, price } = answer({ batch: true });
    expect(costUsd).toBeCloseTo(0.15, 12);
    expect(price.note).toMatch(/batch: 0.5/);
  });

  test("more cached than input is refused with the field, the value and what is allowed", () => {
    expect(apiCostKind({ ...request, cachedInputTokens: 200_000 }, context)).toEqual({
      ok: false,
      code: "INVALID_INPUT",
      path: "cachedInputTokens",
      message:
        "`cachedInputTokens` + `cacheWriteTokens` is 200000: must not exceed inputTokens (100000), of which they are a part",
    });
  });

  test("an unknown model has no price rather than none to pay", () => {
    expect(apiCostKind({ ...request, model: "unheard-of" }, context)).toMatchObject({
      ok: false,
      code: "UNKNOWN_PRICE",
    });
  });
});
