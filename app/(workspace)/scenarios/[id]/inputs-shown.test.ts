import { describe, expect, it } from "vitest";
import { cases, everything, idle, shown } from "./trying-inputs";

/** Hundreds of plans are worked out for each. */
describe("the inputs shown", { timeout: 300_000 }, () => {
  it.each(cases)("all change something, with %s", async (_name, document) => {
    expect(await idle(shown(document), document, everything)).toEqual([]);
  });
});
