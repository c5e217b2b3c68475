import type { ModelLifetimes } from "@/lib/contract/catalogue";
import type { ReferenceData } from "@/lib/contract/reference";
import { derive, type Figure, given } from "../figure";
import type { ScenarioFigures } from "../resolve/document";
import { monthsLeft, monthsToRetirement, observedLifetimeMonths, observedNoticeDays } from "./migrations";

/** When models of the API retire, by the plan's own figures or the provider's published ones. */
export type Retirement = {
  provider: string;
  lifetimeMonths: Figure<number> | null;
  noticeDays: Figure<number> | null;
  /** Months from launch to the end of the chosen model; null where nothing is known. */
  firstMonth: Figure<number> | null;
  /** The day announced for the chosen model. */
  retiresOn: string | null;
};

type Known = ModelLifetimes["models"][number];

/** "-2026-08-01", "-20260801" at the end: a dated snapshot of the model named before it. */
const snapshotDate = /-(20\d{2}-\d{2}-\d{2}|20\d{6})$/;

function chosen(models: readonly Known[], name: string): Known | undefined {
  const asked = name.trim().toLowerCase();
  const undated = asked.replace(snapshotDate, "");
  return models.find(({ model }) => model === asked) ?? models.find(({ model }) => model === undated);
}

export function resolveRetirement(scenario: ScenarioFigures, reference: ReferenceData): Retirement {
  const { api } = scenario.paths;
  const published = reference.findLifetimes(api.provider.value);
  const lifetimeMonths = own(scenario.maintenance.apiModelLifetimeMonths) ?? (published && lifetimeOf(published));
  const noticeDays = own(scenario.maintenance.apiNoticeDays) ?? (published && noticeOf(published));
  const model = published ? chosen(published.models, api.model.value) : undefined;
  const at = published && model ? { published, model } : null;
  return {
    provider: published?.name ?? api.provider.value,
    lifetimeMonths,
    noticeDays,
    firstMonth: firstMonthOf(scenario, at, lifetimeMonths),
    retiresOn: model?.retiresOn ?? null,
  };
}

const own = (figure: Figure<number | null> | Figure<number> | Figure<null>): Figure<number> | null =>
  figure.value === null ? null : (figure as Figure<number>);

function firstMonthOf(
  { economics }: ScenarioFigures,
  at: { published: ModelLifetimes; model: Known } | null,
  lifetimeMonths: Figure<number> | null,
): Figure<number> | null {
  const { startMonth } = economics;
  const retires = at && dated(at.published, at.model, "retiresOn");
  if (retires) return derive(monthsToRetirement, { startMonth, retiresOn: retires });
  const released = at && dated(at.published, at.model, "releasedOn");
  if (!released || !lifetimeMonths) return lifetimeMonths;
  return derive(monthsLeft, { lifetimeMonths, releasedOn: released, startMonth });
}

const words = { releasedOn: "released", announcedOn: "retirement announced", retiresOn: "retired" } as const;

function dated({ id }: ModelLifetimes, model: Known, field: keyof typeof words): Figure<string> | null {
  const value = model[field];
  if (value === null) return null;
  return given(value, {
    kind: "catalogue",
    label: `${model.model}: ${words[field]}`,
    unit: "text",
    path: `lifetimes/${id}.${model.model}.${field}`,
    source: model.source,
  });
}

function pairs(published: ModelLifetimes, from: "releasedOn" | "announcedOn") {
  return published.models.flatMap((model) => {
    const start = dated(published, model, from);
    const end = dated(published, model, "retiresOn");
    return start && end ? [{ start, end }] : [];
  });
}

/** As observed where several models have come and gone, else as promised. */
function lifetimeOf(published: ModelLifetimes): Figure<number> | null {
  const known = pairs(published, "releasedOn");
  if (known.length >= 2) {
    return derive(observedLifetimeMonths, {
      releasedOn: known.map(({ start }) => start),
      retiresOn: known.map(({ end }) => end),
    });
  }
  return promised(published, "promisedMonths", "month", "Lifetime promised");
}

/** As promised, else the shortest that was given. */
function noticeOf(published: ModelLifetimes): Figure<number> | null {
  const stated = promised(published, "promisedNoticeDays", "day", "Notice promised");
  const known = pairs(published, "announcedOn");
  if (stated || known.length === 0) return stated;
  return derive(observedNoticeDays, {
    announcedOn: known.map(({ start }) => start),
    retiresOn: known.map(({ end }) => end),
  });
}

function promised(
  published: ModelLifetimes,
  field: "promisedMonths" | "promisedNoticeDays",
  unit: "month" | "day",
  label: string,
): Figure<number> | null {
  const value = published[field];
  if (value === null) return null;
  const { id, name, source, notes } = published;
  return given(value, {
    kind: "catalogue",
    label: `${name}: ${label.toLowerCase()}`,
    unit,
    path: `lifetimes/${id}.${field}`,
    source,
    note: notes,
  });
}
