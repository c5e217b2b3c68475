import { describe, expect, it } from "vitest";
import { limits, objectWithin, typeWords } from "./schema-words";

describe("a schema in words", () => {
  it("names shared schemas, choices and lists", () => {
    expect(typeWords({ $ref: "#/components/schemas/Scenario" })).toBe("Scenario");
    expect(typeWords({ anyOf: [{ type: "number" }, { type: "null" }] })).toBe("number | null");
    expect(typeWords({ type: "array", items: { type: "string" } })).toBe("list of string");
    expect(typeWords({ enum: ["a", "b"] })).toBe('"a" | "b"');
  });
  it("states limits, but not the largest integer that stands for none", () => {
    expect(limits({ minimum: 1, maximum: 200 })).toBe("1 to 200");
    expect(limits({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })).toBe("at least 0");
    expect(limits({ maxLength: 40 })).toBe("at most 40 characters");
  });
  it("opens the one object a field may hold, also within a list or beside null", () => {
    const object = { properties: { a: { type: "string" } } };
    expect(objectWithin({ anyOf: [object, { type: "null" }] })).toBe(object);
    expect(objectWithin({ type: "array", items: object })).toBe(object);
    expect(objectWithin({ $ref: "#/components/schemas/Scenario" })).toBeUndefined();
  });
});
