// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ToastProvider } from "../ui/toast";
import { DraftProvider, type EngineProblem } from "./draft-context";
import { createDraftStore } from "./draft-store";
import { ScenarioField } from "./scenario-field";
import { exampleDefaults } from "./testing/defaults";
import { exampleScenario, scenarioWith } from "./testing/scenario";

/** No catalogue answers here: what is typed is taken as it is. */
beforeEach(() => {
  vi.stubGlobal("fetch", async () => Response.json({ prices: [], total: 0 }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const pickers = {
  models: [{ value: "org/round-30b", label: "org/round-30b" }],
  accelerators: [],
  offers: [],
  providers: [],
};

function show(path: string, problem: EngineProblem | null = null, document = exampleScenario) {
  const store = createDraftStore({ document, invalid: {} });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ToastProvider>
        <DraftProvider
          store={store}
          defaults={exampleDefaults}
          pickers={{ ...pickers, facilityPowerPublished: [], pricedByLength: [], pricedByHour: [] }}
          problem={problem}
        >
          <ScenarioField path={path} />
        </DraftProvider>
      </ToastProvider>
    </QueryClientProvider>,
  );
  return store;
}

const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

describe("a number's field", () => {
  it("says at once what is wrong, keeps what was typed, and is content once it is put right", () => {
    const store = show("workload.requestsPerDay");
    const field = screen.getByLabelText("Requests a day") as HTMLInputElement;
    type(field, "0");
    expect(screen.getByRole("alert").textContent).toBe(
      "Requests a day is 0 a day: must be a number from 1 to 1,000,000,000 a day.",
    );
    expect(field.value).toBe("0");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(field.getAttribute("aria-describedby")).toBe(screen.getByRole("alert").id);
    expect(store.getState().document.workload.requestsPerDay).toBe(86_400);
    type(field, "12k");
    expect(screen.queryByRole("alert")).toBeNull();
    expect(field.value).toBe("12k");
    expect(store.getState().document.workload.requestsPerDay).toBe(12_000);
    fireEvent.blur(field);
    expect(field.value).toBe("12,000");
  });

  it("shows shares as percent", () => {
    const store = show("workload.growthPerYear");
    const field = screen.getByLabelText("Growth a year") as HTMLInputElement;
    expect(field.value).toBe("0");
    type(field, "25");
    expect(store.getState().document.workload.growthPerYear).toBe(0.25);
  });

  it("marks a changed default and puts it back", () => {
    const store = show("workload.isl");
    const field = screen.getByLabelText("Prompt length (ISL)") as HTMLInputElement;
    fireEvent.click(screen.getByRole("button", { name: "Reset Prompt length (ISL) to default" }));
    expect(store.getState().document.workload.isl).toBe(1500);
    expect(field.value).toBe("1,500");
    expect(screen.queryByText("Changed")).toBeNull();
  });

  it("follows undo while it is in focus", () => {
    const store = show("workload.isl");
    const field = screen.getByLabelText("Prompt length (ISL)") as HTMLInputElement;
    type(field, "77");
    fireEvent.focus(field);
    act(() => store.getState().undo());
    expect((screen.getByLabelText("Prompt length (ISL)") as HTMLInputElement).value).toBe("1,000");
  });
});

describe("other fields", () => {
  it("offer the contract's choices", () => {
    const store = show("privacy.dataClass");
    type(screen.getByLabelText("How sensitive is the data?"), "payment");
    expect(store.getState().document.privacy.dataClass).toBe("payment");
  });

  it("show what the engine refused beside the field it names, with the nearest entry to take instead", () => {
    const store = show("paths.selfHosted.model", { path: "paths.selfHosted.model", message: "not in the catalogue" });
    expect(screen.getByRole("alert").textContent).toBe("not in the catalogue");
    fireEvent.click(screen.getByRole("button", { name: "org/round-30b" }));
    expect(store.getState().document.paths.selfHosted.model).toBe("org/round-30b");
  });

  it("offer what the refusal itself names before what is merely spelt alike", () => {
    const message = 'is "x": not in the catalogue; the nearest are "org/round-30b"';
    show("paths.selfHosted.model", { path: "paths.selfHosted.model", message });
    expect(screen.getByText(/Did you mean/).textContent).toBe("Did you mean org/round-30b?");
  });

  it("draw nothing for a place the document does not have", () => {
    show("paths.selfHosted.acquisition.lifeYears");
    expect(screen.queryByLabelText("Useful life")).toBeNull();
  });
});

describe("a list of rows", () => {
  const document = scenarioWith({
    "team.roles": [
      {
        role: "platform",
        usdPerYear: 190_000,
        buildMonthsApi: 0,
        buildMonthsSelfHosted: 2,
        runFteApi: 0,
        runFteSelfHosted: 0.5,
      },
      {
        role: "security",
        usdPerYear: 120_000,
        buildMonthsApi: 0,
        buildMonthsSelfHosted: 1,
        runFteApi: 0,
        runFteSelfHosted: 0.1,
      },
    ],
  });

  it("has a line for each, fields for each cell, and says what is wrong in the cell and on its line", () => {
    const store = show("team.roles", null, document);
    expect(screen.getAllByRole("listitem")).toHaveLength(2);
    const pay = screen.getByLabelText("Pay a year role 2") as HTMLInputElement;
    type(pay, "-1");
    expect(screen.getByRole("alert").textContent).toMatch(/^Pay a year is -1 \$ a year: must be a number from 0 /);
    expect(screen.getByText("needs correcting")).toBeTruthy();
    type(pay, "130k");
    expect(store.getState().document.team.roles[1]?.usdPerYear).toBe(130_000);
    expect(screen.queryByText("needs correcting")).toBeNull();
  });

  it("lets provider and model of a row be picked like those of the main model", () => {
    const otherModels = [{ provider: "openai", model: "gpt-6-luna", share: 0.2, failedShare: 0.1 }];
    const store = show("paths.api.otherModels", null, scenarioWith({ "paths.api.otherModels": otherModels }));
    const model = screen.getByLabelText("Model model 1");
    expect(model.getAttribute("role")).toBe("combobox");
    type(model, "gpt-6-sol");
    fireEvent.blur(model);
    type(screen.getByLabelText("Share of requests model 1"), "35");
    expect(store.getState().document.paths.api.otherModels).toEqual([
      { ...otherModels[0], model: "gpt-6-sol", share: 0.35 },
    ]);
  });

  it("says which sum is wrong where a number is in its own range but not beside the others", () => {
    const first = { provider: "openai", model: "gpt-6-luna", share: 0.6, failedShare: 0.1 };
    const otherModels = [first, { ...first, share: 0.2 }];
    show("paths.api.otherModels", null, scenarioWith({ "paths.api.otherModels": otherModels }));
    type(screen.getByLabelText("Share of requests model 2"), "50");
    expect(screen.getByRole("alert").textContent).toBe(
      "Share of requests is 50%: must not bring the shares of the other models above 1: together they are 1.1.",
    );
  });

  it("grows by a row that is open to be filled in, and loses the one that is removed", () => {
    const store = show("team.roles", null, document);
    fireEvent.click(screen.getByRole("button", { name: "Add role" }));
    expect(screen.getAllByRole("listitem")).toHaveLength(3);
    expect(screen.getAllByRole("listitem")[2]?.querySelector("details")?.open).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "Remove role 1" }));
    expect(store.getState().document.team.roles[0]?.role).toBe("security");
    act(() => store.getState().undo());
    expect(store.getState().document.team.roles[0]?.role).toBe("platform");
  });
});
