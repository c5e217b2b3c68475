import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { StoredScenario } from "@/lib/contract/http-scenarios";
import type { Scenario } from "@/lib/contract/scenario";
import { DraftSaver } from "./draft-saver";
import { RequestError } from "./request";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const draft = (name: string) => ({ name }) as Scenario;
const stored = (name: string, version: number) => ({ version, document: draft(name) }) as StoredScenario;

/** A server with one scenario, that compares versions as the real one does and can be switched off. */
function server(version = 1) {
  const state = { name: "start", version, away: false, requests: [] as string[] };
  const send = async ({ name }: Scenario, basedOn: number): Promise<StoredScenario> => {
    await new Promise((done) => setTimeout(done, 50));
    state.requests.push(`${name} on ${basedOn}`);
    if (state.away) throw new RequestError(503, "UNAVAILABLE", "the database does not answer");
    if (name === "") throw new RequestError(422, "INVALID_INPUT", "`name` is empty", "document.name");
    if (basedOn !== state.version) {
      const current = stored(state.name, state.version);
      const problem = { type: "", title: "", status: 412, detail: "", code: "VERSION_CONFLICT", current } as const;
      throw new RequestError(412, "VERSION_CONFLICT", "changed", undefined, [], problem);
    }
    Object.assign(state, { name, version: state.version + 1 });
    return stored(name, state.version);
  };
  return { state, send };
}

describe("saving a draft", () => {
  test("sends the latest state once typing pauses", async () => {
    const { state, send } = server();
    const saver = new DraftSaver(1, send);
    for (const name of ["a", "ab", "abc"]) saver.save(draft(name));
    expect(saver.read().kind).toBe("saving");
    await vi.runAllTimersAsync();
    expect(state.requests).toEqual(["abc on 1"]);
    expect(saver.read()).toEqual({ kind: "saved", version: 2 });
  });

  test("sends what was typed meanwhile, based on the version just saved", async () => {
    const { state, send } = server();
    const saver = new DraftSaver(1, send);
    saver.save(draft("first"));
    await vi.advanceTimersByTimeAsync(420);
    saver.save(draft("second"));
    await vi.runAllTimersAsync();
    expect(state.requests).toEqual(["first on 1", "second on 2"]);
    expect(saver.read()).toEqual({ kind: "saved", version: 3 });
  });

  test("keeps the draft while the server is away, and saves it when it is back", async () => {
    const { state, send } = server();
    state.away = true;
    const saver = new DraftSaver(1, send);
    saver.save(draft("typed offline"));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(saver.read()).toMatchObject({ kind: "waiting", error: { code: "UNAVAILABLE" } });
    state.away = false;
    await vi.runAllTimersAsync();
    expect(state.name).toBe("typed offline");
    expect(saver.read().kind).toBe("saved");
  });

  test("shows both sides of a conflict, and neither is lost", async () => {
    const { state, send } = server(4);
    const saver = new DraftSaver(3, send);
    saver.save(draft("mine"));
    await vi.runAllTimersAsync();
    expect(saver.read()).toMatchObject({ kind: "conflict", mine: { name: "mine" }, current: { version: 4 } });
    saver.save(draft("mine, longer"));
    await vi.runAllTimersAsync();
    expect(state.name).toBe("start");
    saver.resolve("mine");
    await vi.runAllTimersAsync();
    expect(state.name).toBe("mine, longer");
    expect(saver.read()).toEqual({ kind: "saved", version: 5 });
  });

  test("its own save, whose answer never came, is no conflict", async () => {
    const { state, send } = server(4);
    state.name = "typed while leaving";
    const saver = new DraftSaver(3, send);
    saver.save(draft("typed while leaving"));
    await vi.runAllTimersAsync();
    expect(saver.read()).toEqual({ kind: "saved", version: 4 });
  });

  test("taking the other's version drops the draft", async () => {
    const { state, send } = server(4);
    const seen: StoredScenario[] = [];
    const saver = new DraftSaver(3, send, (each) => seen.push(each));
    saver.save(draft("mine"));
    await vi.runAllTimersAsync();
    saver.resolve("theirs");
    await vi.runAllTimersAsync();
    expect(state.requests).toHaveLength(1);
    expect(seen.at(-1)?.document.name).toBe("start");
    expect(saver.read()).toEqual({ kind: "saved", version: 4 });
  });

  test("says what was refused, and saves once it is put right", async () => {
    const { state, send } = server();
    const saver = new DraftSaver(1, send);
    saver.save(draft(""));
    await vi.runAllTimersAsync();
    expect(saver.read()).toMatchObject({ kind: "refused", error: { path: "document.name" } });
    saver.save(draft("named"));
    await vi.runAllTimersAsync();
    expect(state.name).toBe("named");
  });

  test("leaving the page sends at once", async () => {
    const { state, send } = server();
    const saver = new DraftSaver(1, send);
    saver.save(draft("last words"));
    void saver.flush(true);
    await vi.advanceTimersByTimeAsync(60);
    expect(state.name).toBe("last words");
  });
});
