import { describe, expect, it } from "vitest";
import { answer, cases, hidden, moving } from "./trying-inputs";

/** Hundreds of plans are worked out for each. */
describe("the inputs not shown", { timeout: 300_000 }, () => {
  it.each(cases)("change no answer, with %s", async (_name, document) => {
    expect(await moving(hidden(document), document, answer)).toEqual([]);
  });
});
