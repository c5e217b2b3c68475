import { describe, expect, it } from "vitest";
import { cases, everything, shown, those } from "./trying-inputs";

/** Hundreds of plans are worked out for each. */
describe("the inputs shown", { timeout: 300_000 }, () => {
  it.each(cases)("all change something, with %s", async (_name, document) => {
    expect(await those(shown(document), document, everything, false)).toEqual([]);
  });
});
