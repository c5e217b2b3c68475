import { describe, expect, it } from "vitest";
import { exampleScenario, scenarioWith } from "../forms/testing/scenario";
import { dropLocalDraft, keepLocalDraft, readLocalDraft, startFrom } from "./local-draft";

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    length: 0,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const mine = scenarioWith({ "workload.isl": 4321 });
const invalid = { "workload.osl": { text: "many", message: "must be a number" } };
const server = { id: "a", version: 3, document: exampleScenario };

describe("a draft kept in the browser", () => {
  it("comes back after a reload with what was typed, valid or not, and is still to be saved", () => {
    const kept = storage();
    keepLocalDraft(kept, "a", { version: 3, unsaved: true, document: mine, invalid });
    expect(startFrom(server, readLocalDraft(kept, "a"))).toEqual({
      version: 3,
      document: mine,
      invalid,
      unsaved: true,
      kept: true,
    });
  });

  it("keeps the version it is based on when somebody saved meanwhile, so that nobody is overwritten", () => {
    const kept = storage();
    keepLocalDraft(kept, "a", { version: 2, unsaved: true, document: mine, invalid: {} });
    expect(startFrom(server, readLocalDraft(kept, "a"))).toMatchObject({ version: 2, unsaved: true, document: mine });
  });

  it("is done with when the server turns out to have it", () => {
    const kept = storage();
    keepLocalDraft(kept, "a", { version: 2, unsaved: true, document: exampleScenario, invalid: {} });
    expect(startFrom(server, readLocalDraft(kept, "a"))).toMatchObject({ version: 3, unsaved: false, kept: true });
  });

  it("gives only its texts where the document was saved", () => {
    const kept = storage();
    keepLocalDraft(kept, "a", { version: 2, unsaved: false, document: mine, invalid });
    expect(startFrom(server, readLocalDraft(kept, "a"))).toMatchObject({
      version: 3,
      document: exampleScenario,
      invalid,
    });
  });

  it("is ignored when it is gone, broken, or no scenario", () => {
    const kept = storage();
    expect(readLocalDraft(kept, "a")).toBeNull();
    kept.setItem("slipway.draft.a", "{");
    expect(readLocalDraft(kept, "a")).toBeNull();
    keepLocalDraft(kept, "a", { version: 1, unsaved: true, document: { ...mine, name: "" }, invalid: {} });
    expect(readLocalDraft(kept, "a")).toBeNull();
    dropLocalDraft(kept, "a");
    expect(startFrom(server, readLocalDraft(kept, "a"))).toMatchObject({ document: exampleScenario, kept: false });
  });

  it("does not stop typing when the browser refuses to store", () => {
    const full = {
      ...storage(),
      setItem: () => {
        throw new Error("quota");
      },
    };
    expect(() => keepLocalDraft(full, "a", { version: 1, unsaved: true, document: mine, invalid: {} })).not.toThrow();
  });
});
