// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { ScenarioResult } from "@/lib/contract/result";
import { scenarioResultSchema } from "@/lib/contract/result";
import { values } from "@/lib/engine/figure";
import { roundResult } from "@/lib/engine/testing/result";
import { roundScenario } from "@/lib/engine/testing/scenario";
import { MaintenanceResults } from "./maintenance";

afterEach(cleanup);

const removal = { hours: null, days: null, residualShare: null, checkItems: null };
const scenario = roundScenario({
  maintenance: {
    work: [
      { kind: "securityPatches", timesPerYear: 26, hours: 3, role: "platform", on: "selfHosted", usdEach: 0 },
      { kind: "refresh", timesPerYear: 4, hours: 8, role: "dataEngineer", on: "every", usdEach: 0 },
    ],
    corrections: [{ kind: "legal", perMonth: 2, method: "shards", ...removal }],
    canaryShare: 0.05,
    monitoredPerMonth: 60,
    stalenessUsdPerMonth: 50,
    hoursPerApiMigration: 40,
    roundsPerApiMigration: 2,
  },
});
const result = values(roundResult(scenario)) as ScenarioResult;
const show = () => render(<MaintenanceResults scenario={scenario} result={result} />);
const tableOf = (name: RegExp) => {
  const figure = screen.getByRole("figure", { name });
  fireEvent.click(within(figure).getByRole("button", { name: "Table" }));
  return within(figure).getByRole("table");
};

describe("the results of maintenance", () => {
  it("are as the contract words them", () => {
    expect(scenarioResultSchema.shape.maintenance.safeParse(result.maintenance).error).toBeUndefined();
  });

  it("give each date of the calendar in a table", () => {
    show();
    const table = tableOf(/^The API's model must be replaced in/);
    const rows = within(table).getAllByRole("row");
    expect(rows).toHaveLength((result.maintenance.upkeep?.calendar.length ?? 0) + 1);
    expect(within(table).getAllByText("Security patches (26 times a year): platform engineer")).toHaveLength(36);
    expect(within(table).getAllByText("API model retired")).toHaveLength(1);
  });

  it("give the hours of each role on each way in a table, with their sum", () => {
    show();
    const table = tableOf(/of upkeep/);
    const data = within(table).getByText("Data engineer").closest("tr");
    // Four a year of 8 hours: 2.667 a month on every way
    expect(within(data as HTMLElement).getAllByText("2.667")).toHaveLength(3);
    expect(within(table).getByText("Together")).toBeTruthy();
  });

  it("say how each correction is made where, and what stands in for training behind an API", () => {
    show();
    const table = screen.getByRole("table", { name: "Corrections" });
    expect(within(table).getAllByText("Removal by legal right")).toHaveLength(2);
    expect(within(table).getByText("in place of training")).toBeTruthy();
    expect(screen.getByText("Days to spare before the legal deadline")).toBeTruthy();
  });

  it("show retirement, drift, trials and the best cadence with yours beside it", () => {
    show();
    for (const label of [
      "Forced moves to expect",
      "Notice given",
      "Smallest drop that shows",
      "Requests a release answers before all",
      "Time between renewals that costs least",
      "Yours costs more by",
    ]) {
      expect(screen.getByText(label)).toBeTruthy();
    }
  });
});
