import { describe, expect, test } from "vitest";
import { problemOfDataClass, problemOfRequests, problemOfUseCase, startAnswers } from "./start-answers";

describe("the three questions", () => {
  test("take numbers as people write them", () => {
    const typed = { useCase: "customerSupport", requestsPerDay: "12k", dataClass: "internal" };
    expect(startAnswers(typed)).toEqual({ ...typed, requestsPerDay: 12_000 });
    expect(startAnswers({ ...typed, requestsPerDay: "1,250" })?.requestsPerDay).toBe(1250);
  });

  test("say what is wrong: field, value and what is allowed", () => {
    expect(problemOfRequests("lots")).toBe("Requests a day is “lots”: must be a number from 1 to 1,000,000,000.");
    expect(problemOfRequests("0")).toContain("is “0”: must be a number from 1");
    expect(problemOfRequests("  ")).toContain("is empty");
    expect(problemOfRequests("5,000")).toBeUndefined();
    expect(problemOfUseCase("")).toBe("Choose what it is for.");
    expect(problemOfDataClass("")).toBe("Choose how sensitive the data is.");
    expect(startAnswers({ useCase: "", requestsPerDay: "5", dataClass: "internal" })).toBeUndefined();
  });
});
