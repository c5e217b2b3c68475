// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { evaluationRequestSchema } from "@/lib/contract/request";
import type { ScenarioResult } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import { values } from "@/lib/engine/figure";
import { evaluationKind } from "@/lib/engine/kinds/evaluation";
import { roundResult } from "@/lib/engine/testing/result";
import { DraftProvider } from "../forms/draft-context";
import { createDraftStore } from "../forms/draft-store";
import { exampleDefaults } from "../forms/testing/defaults";
import { scenarioWith } from "../forms/testing/scenario";
import { ToastProvider } from "../ui/toast";
import { EvaluationResults } from "./evaluation";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const pickers = {
  models: [],
  accelerators: [],
  offers: [],
  providers: [],
  facilityPowerPublished: [],
  pricedByLength: [],
  pricedByHour: [],
};

/** The section as it stands on the page; requests are answered by the engine, and what was sent is kept. */
function show(scenario: Scenario) {
  const store = createDraftStore({ document: scenario, invalid: {} });
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", async (_path: string, { body }: { body: string }) => {
    const input = JSON.parse(body);
    sent.push(input.question);
    const outcome = evaluationKind(evaluationRequestSchema.parse(input));
    if (!outcome.ok) throw new Error(outcome.message);
    return Response.json({ ok: true, kind: "evaluation", result: outcome.value, engineVersion: "1", elapsedMs: 1 });
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ToastProvider>
        <DraftProvider store={store} defaults={exampleDefaults} pickers={pickers} problem={null}>
          <EvaluationResults scenario={scenario} result={values(roundResult(scenario)) as ScenarioResult} />
        </DraftProvider>
      </ToastProvider>
    </QueryClientProvider>,
  );
  return { store, sent };
}

const criteria = [
  { perspective: "accuracy", measure: "people", expectedShare: 0.9, passShare: 0.6, weight: 3, blocking: true },
  { perspective: "tone", measure: "judge", expectedShare: 0.9, passShare: 0.8, weight: 1, blocking: false },
];
const plan = (more: Record<string, unknown> = {}) => scenarioWith({ "evaluation.criteria": criteria, ...more });

describe("the testing section", () => {
  it("shows each criterion, the families, both kinds of error, who judges and the suite, each chart with a table", () => {
    show(
      plan({
        "evaluation.families": [{ name: "Orders", trafficShare: 0.6, variations: 3, correlation: 0.3 }],
        "evaluation.suiteDropShare": 0.1,
        "outcome.errorShare": 0.04,
        "outcome.errorUsd": 15,
        "outcome.doubtAuc": 0.79,
      }),
    );
    const table = screen.getByRole("table", { name: /how many answers they need/ });
    expect(within(table).getByRole("rowheader", { name: /Tone.*counts in the score only/ })).toBeTruthy();
    expect(screen.getByRole("rowheader", { name: "Orders" })).toBeTruthy();
    expect(screen.getByText("Chance of a false stop")).toBeTruthy();
    expect(screen.getByText("Chance of a false go")).toBeTruthy();
    expect(screen.getByText("Chance that such a drop shows")).toBeTruthy();
    const titles = screen.getAllByRole("figure").map((figure) => figure.querySelector("figcaption")?.textContent);
    expect(titles.some((title) => title?.includes("A system as good as expected passes"))).toBe(true);
    expect(titles.some((title) => title?.match(/per answer costs? least/))).toBe(true);
    expect(titles.some((title) => title?.includes("Tone: "))).toBe(true);
    expect(titles.some((title) => title?.match(/Reading .* of the answers costs least/))).toBe(true);
    expect(screen.getAllByRole("button", { name: "Table" })).toHaveLength(titles.length);
  });

  it("says go or no-go for every way, with latency and cost as the plan has them", () => {
    show(
      plan({
        "evaluation.results": [
          { perspective: "accuracy", path: "all", items: 400, passed: 300, agreement: 0.9 },
          { perspective: "accuracy", path: "api", items: 400, passed: 100, agreement: null },
        ],
      }),
    );
    const table = screen.getByRole("table", { name: /Go or no-go by way/ });
    const row = (name: string) => within(table).getByRole("rowheader", { name }).closest("tr")?.textContent;
    expect(row("API")).toContain("No go");
    expect(row("Self-hosted")).toMatch(/^Self-hostedGo/);
    expect(row("Hybrid")).toContain("No go");
  });
});

describe("real ratings", () => {
  const paste = (text: string) =>
    fireEvent.change(screen.getByRole("textbox", { name: "Ratings" }), { target: { value: text } });
  const work = async () => {
    await act(async () => fireEvent.click(screen.getByRole("button", { name: "Work out agreement" })));
    await act(async () => new Promise((done) => setTimeout(done, 20)));
  };
  const long = (right: number) =>
    ["item,judge,score,comment"]
      .concat(
        Array.from({ length: 60 }, (_, at) =>
          ["anna", "ben"].map((name) => `q${at},${name},${at < right ? "good" : "bad"},Mrs Miller`).join("\n"),
        ),
      )
      .join("\n");

  it("give agreement and score, and are kept in the plan as a result that decides", async () => {
    const { store, sent } = show(plan());
    paste(long(50));
    expect(screen.getByText(/a rating in each row.*60 answers.*2 judges/)).toBeTruthy();
    await work();
    expect(screen.getByText(/Krippendorff's α: 1/)).toBeTruthy();
    expect(screen.getByText(/Passed: the whole interval lies above/)).toBeTruthy();
    // Neither names nor words leave the browser.
    expect(JSON.stringify(sent)).not.toMatch(/anna|Miller|"bad"/);
    fireEvent.click(screen.getByRole("button", { name: "Keep the result in the plan" }));
    expect(store.getState().document.evaluation.results).toEqual([
      { perspective: "accuracy", path: "all", items: 60, passed: 50, agreement: 1 },
    ]);
    // The same perspective and way again takes the place of the first.
    paste(long(40));
    await work();
    fireEvent.click(screen.getByRole("button", { name: "Keep the result in the plan" }));
    expect(store.getState().document.evaluation.results).toMatchObject([{ items: 60, passed: 40 }]);
  });

  it("that cannot be read are refused by row and column, and nothing is sent", async () => {
    const { sent } = show(plan());
    paste("item,judge,score\nq1,anna,1\nq2,,0");
    await work();
    expect(screen.getByText("Row 3, column “judge” is empty: must say which judge.")).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it("have a judging model's bias taken out once it is named", async () => {
    show(plan());
    const both = Array.from({ length: 40 }, (_, at) => `${at % 4 === 0 ? 0 : 1},${at % 5 === 0 ? 0 : 1}`);
    const alone = Array.from({ length: 100 }, (_, at) => `,${at % 5 === 0 ? 0 : 1}`);
    paste(["people,model", ...both, ...alone].join("\n"));
    fireEvent.change(screen.getByRole("combobox", { name: "Judging model among the judges" }), {
      target: { value: "1" },
    });
    await work();
    expect(screen.getByText(/40 judged by both, 100 by the model alone/)).toBeTruthy();
  });
});
