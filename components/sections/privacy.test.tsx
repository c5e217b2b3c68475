// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { ScenarioResult } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import { values } from "@/lib/engine/figure";
import { roundResult } from "@/lib/engine/testing/result";
import { roundScenario } from "@/lib/engine/testing/scenario";
import { WorkingProvider } from "../figures/working-panel";
import { PrivacyResults } from "./privacy";

afterEach(cleanup);

function show(privacy: Partial<Scenario["privacy"]>) {
  const scenario = roundScenario({ privacy });
  const result = values(roundResult(scenario)) as unknown as ScenarioResult;
  render(
    <QueryClientProvider client={new QueryClient()}>
      <WorkingProvider load={() => Promise.reject(new Error("not asked for"))}>
        <PrivacyResults scenario={scenario} result={result} />
      </WorkingProvider>
    </QueryClientProvider>,
  );
}

describe("the results under privacy", () => {
  it("show every class of data against eight ways, and mark this plan's cells", () => {
    show({ dataClass: "personal", agreementSigned: true });
    const table = screen.getByRole("table", { name: "Classes of data against ways to run a model" });
    expect(within(table).getAllByRole("columnheader")).toHaveLength(7);
    expect(within(table).getAllByRole("row")).toHaveLength(9);
    expect(within(table).getAllByText("This plan")).toHaveLength(2);
    const personal = within(table)
      .getAllByRole("columnheader")
      .findIndex(({ textContent }) => textContent === "Personal");
    for (const row of within(table).getAllByRole("row").slice(1)) {
      const cells = within(row).getAllByRole("cell");
      cells.forEach((cell, at) => {
        if (at !== personal - 1) expect(within(cell).queryByText("This plan")).toBeNull();
      });
    }
    expect(screen.getByText(/Why: Personal data/)).toBeDefined();
  });

  it("say what the provider says of itself, where it was read and what could not be read", () => {
    show({});
    expect(screen.getByRole("heading", { name: "What Maker says of itself" })).toBeDefined();
    expect(screen.getByText("30 days")).toBeDefined();
    expect(screen.getByText(/^Made up for tests, as of/)).toBeDefined();
  });

  it("offer the policy as Markdown and PDF, with the notice to users", () => {
    show({});
    expect(screen.getByRole("button", { name: "Download (Markdown)" })).toBeDefined();
    expect(screen.getByRole("button", { name: "Download (PDF)" })).toBeDefined();
    expect(screen.getAllByText(/You are talking to a machine/)).toHaveLength(2);
  });

  it("hold a calculator that starts with the plan's own fine-tune", () => {
    show({ dpEpsilon: 8 });
    expect((screen.getByLabelText("ε at most") as HTMLInputElement).value).toBe("8");
    // 1,000 examples in batches of 256, three passes: 12 steps
    expect((screen.getByLabelText("Share of the examples in a batch") as HTMLInputElement).value).toBe("0.256");
    expect((screen.getByLabelText("Steps of training") as HTMLInputElement).value).toBe("12");
  });

  it("say how long an answer takes under multi-party computation", () => {
    show({ protection: "mpc" });
    expect(screen.getByRole("heading", { name: /an answer takes .* at best/ })).toBeDefined();
  });
});
