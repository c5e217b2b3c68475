import { describe, expect, it } from "vitest";
import type { ScenarioResult } from "@/lib/contract/result";
import { mostValuable } from "./next-step";

type Standing = ScenarioResult["considerations"][number];
const standing = (id: Standing["id"], state: Standing["state"], usd?: number): Standing => ({
  id,
  state,
  reason: "",
  nextStep: "",
  ...(usd !== undefined && { worth: { path: "", usd } }),
});

describe("the most valuable next step", () => {
  it("is the open consideration whose input moves the cost most", () => {
    const all = [standing("data", "open", 10), standing("cost", "open", 900), standing("privacy", "settled", 5000)];
    expect(mostValuable(all)?.id).toBe("cost");
  });
  it("is to mend what fails before anything else", () => {
    expect(mostValuable([standing("cost", "open", 900), standing("latency", "failing")])?.id).toBe("latency");
  });
  it("is nothing where all is settled", () => {
    expect(mostValuable([standing("cost", "settled", 900)])).toBeNull();
  });
});
