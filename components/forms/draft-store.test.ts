import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDraftStore } from "./draft-store";
import { exampleDefaults } from "./testing/defaults";
import { exampleScenario } from "./testing/scenario";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const draft = () => createDraftStore({ document: exampleScenario, invalid: {} });
const pause = () => vi.advanceTimersByTime(2000);

describe("a draft", () => {
  it("takes values, and gives them back one step at a time", () => {
    const store = draft();
    store.getState().setAmount("workload.isl", "2,000");
    pause();
    store.getState().setValue("requirements.percentile", "p99");
    expect(store.getState().document.workload.isl).toBe(2000);
    store.getState().undo();
    expect(store.getState().document.requirements.percentile).toBe("p95");
    expect(store.getState().document.workload.isl).toBe(2000);
    store.getState().undo();
    expect(store.getState().document).toEqual(exampleScenario);
    store.getState().redo();
    store.getState().redo();
    expect(store.getState().document.requirements.percentile).toBe("p99");
  });

  it("undoes a number typed without a pause as one step", () => {
    const store = draft();
    for (const text of ["5", "50", "500"]) store.getState().setAmount("workload.isl", text);
    pause();
    store.getState().setAmount("workload.isl", "600");
    store.getState().undo();
    expect(store.getState().document.workload.isl).toBe(500);
    store.getState().undo();
    expect(store.getState().document.workload.isl).toBe(exampleScenario.workload.isl);
  });

  it("starts a new step after an undo, so that nothing typed is swallowed", () => {
    const store = draft();
    store.getState().setAmount("workload.isl", "500");
    store.getState().undo();
    store.getState().setAmount("workload.isl", "700");
    store.getState().undo();
    expect(store.getState().document.workload.isl).toBe(exampleScenario.workload.isl);
  });

  it("keeps a text that is no value beside the document, which stays valid", () => {
    const store = draft();
    store.getState().setAmount("workload.requestsPerDay", "lots");
    expect(store.getState().document).toBe(exampleScenario);
    expect(store.getState().invalid["workload.requestsPerDay"]).toEqual({
      text: "lots",
      message: "Requests a day is “lots”: must be a number from 1 to 1,000,000,000 a day.",
    });
    store.getState().setAmount("workload.requestsPerDay", "900");
    expect(store.getState().invalid).toEqual({});
    expect(store.getState().document.workload.requestsPerDay).toBe(900);
  });

  it("names field, value and allowed range in the unit that is typed", () => {
    const store = draft();
    const message = (path: string, text: string) => {
      store.getState().setAmount(path, text);
      return store.getState().invalid[path]?.message;
    };
    expect(message("workload.batchableShare", "120")).toBe("Can wait is 120%: must be a number from 0 to 100%.");
    expect(message("data.annotators", "2.5")).toMatch(/^Annotators is 2.5 people: must be a whole number from 1 to/);
    expect(message("workload.isl", "")).toMatch(/^Prompt length \(ISL\) is empty: must be a number/);
    expect(message("requirements.budgetUsdPerMonth", "-5")).toMatch(/, or empty\.$/);
    expect(message("requirements.ttftSeconds", "1,5")).toMatch(/write decimals with a point\.$/);
  });

  it("lets a field be empty where that means not known", () => {
    const store = draft();
    store.getState().setAmount("requirements.budgetUsdPerMonth", "9000");
    store.getState().setAmount("requirements.budgetUsdPerMonth", "");
    expect(store.getState().document.requirements.budgetUsdPerMonth).toBeNull();
    expect(store.getState().invalid).toEqual({});
  });

  it("goes back to a default, and undo brings the own value back", () => {
    const store = draft();
    store.getState().reset("workload.isl", exampleDefaults);
    expect(store.getState().document.workload.isl).toBe(1500);
    store.getState().undo();
    expect(store.getState().document.workload.isl).toBe(exampleScenario.workload.isl);
  });
});

describe("a list of rows", () => {
  const role = { role: "platform", usdPerYear: 1e5, buildMonthsApi: 0, buildMonthsSelfHosted: 0, runFteApi: 0 };
  const rows = [1, 2, 3].map((runFteSelfHosted) => ({ ...role, runFteSelfHosted }));
  const listed = () => {
    const store = draft();
    store.getState().setValue("team.roles", rows);
    pause();
    return store;
  };
  const people = (store: ReturnType<typeof draft>) =>
    store.getState().document.team.roles.map(({ runFteSelfHosted }) => runFteSelfHosted);

  it("changes in one cell and leaves its neighbours", () => {
    const store = listed();
    store.getState().setAmount("team.roles.1.runFteSelfHosted", "7");
    expect(people(store)).toEqual([1, 7, 3]);
    store.getState().undo();
    expect(people(store)).toEqual([1, 2, 3]);
  });

  it("loses a row as one step, and what was typed in the rows after it moves up with them", () => {
    const store = listed();
    store.getState().setAmount("team.roles.0.usdPerYear", "little");
    store.getState().setAmount("team.roles.1.usdPerYear", "much");
    store.getState().setAmount("team.roles.2.usdPerYear", "more");
    store.getState().removeRow("team.roles", 1);
    expect(people(store)).toEqual([1, 3]);
    const texts = Object.entries(store.getState().invalid).map(([path, { text }]) => [path, text]);
    expect(texts).toEqual([
      ["team.roles.0.usdPerYear", "little"],
      ["team.roles.1.usdPerYear", "more"],
    ]);
    store.getState().undo();
    expect(people(store)).toEqual([1, 2, 3]);
    expect(store.getState().invalid["team.roles.2.usdPerYear"]?.text).toBe("more");
  });
});
