import { describe, expect, it } from "vitest";
import { inputGroup, inputText, inputTitle } from "./input-value";

const amount = (value: number, unit: string) => `${value} ${unit}`;

describe("an input in the comparison", () => {
  it("reads as on the form: choices by label, switches as yes or no, empty as not set", () => {
    expect(inputText("privacy.dataClass", "personal", amount)).toBe("Personal data");
    expect(inputText("privacy.agreementSigned", false, amount)).toBe("No");
    expect(inputText("requirements.budgetUsdPerMonth", null, amount)).toBe("not set");
    expect(inputText("workload.isl", 900, amount)).toBe("900 token/request");
    expect(inputText("paths.selfHosted.model", "Qwen/Qwen3-8B", amount)).toBe("Qwen/Qwen3-8B");
  });
  it("says which part of the plan it belongs to", () => {
    expect([inputTitle("team.overheadFactor"), inputGroup("team.overheadFactor")]).toEqual(["Employer's cost", "Team"]);
    expect(inputGroup("paths.people.overheadFactor")).toBe("People");
  });
});
