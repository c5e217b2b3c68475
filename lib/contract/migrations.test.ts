import { describe, expect, test } from "vitest";
import { roundDocument } from "@/lib/engine/testing/scenario";
import { readScenario } from "./migrations";

describe("a document of the first version", () => {
  const { outcome: _, ...rest } = roundDocument;
  const first = { ...rest, schemaVersion: 1 };

  test("is read with nothing claimed for what its answers bring or break", () => {
    const read = readScenario(first);
    expect(read.ok && read.value.outcome).toEqual({ valueUsdPerRequest: 0, rampMonths: 0, errorShare: 0, errorUsd: 0 });
    expect(read.ok && { ...read.value, outcome: null }).toEqual({ ...roundDocument, outcome: null });
  });
});
