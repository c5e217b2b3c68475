// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import { NuqsTestingAdapter } from "nuqs/adapters/testing";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ModelLifetime, ProviderTerms } from "@/lib/contract/catalogue";
import { CatalogueTable } from "./catalogue-table";
import { pageOf } from "./entry";

const asked = { q: "", facet: "", sort: "", page: 1 };
const source = { title: "Data controls of a maker", url: "https://example.com/terms", asOf: "2026-11-01" };
const terms: ProviderTerms = {
  id: "maker",
  name: "Maker",
  training: "unknown",
  retentionDays: 30,
  zeroRetention: "onApproval",
  regions: ["eu"],
  storedIn: "EU",
  processingAgreement: "incorporated",
  businessAssociate: "no",
  tenant: null,
  certifications: [],
  confidence: "low",
  notes: "Only for business accounts.",
  source,
  also: [
    { title: "A first reading", asOf: "2026-08" },
    { title: "A second reading", asOf: "2026-09" },
  ],
};
const lifetime: ModelLifetime = {
  provider: "Maker",
  model: "maker-1",
  releasedOn: "2025-01-15",
  announcedOn: null,
  retiresOn: "2026-12-01",
  promisedMonths: null,
  promisedNoticeDays: null,
  confidence: "high",
  notes: "Six months' notice.",
  source,
};

const show = (page: ReturnType<typeof pageOf>) =>
  render(
    <NuqsTestingAdapter>
      <CatalogueTable page={page} caption="Table" />
    </NuqsTestingAdapter>,
  );
const rowOf = (name: string) => within(screen.getByRole("row", { name: new RegExp(name) }));

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("a row of the catalogue", () => {
  it("of a provider's terms says where and when they were read, by one link and in words", () => {
    const complaints = vi.spyOn(console, "error");
    show(pageOf("terms", [terms], asked));
    const row = rowOf("Maker");
    for (const words of ["Could not be read", "30", "On application", "Low confidence"])
      expect(row.getAllByText(words).length).toBeGreaterThan(0);
    expect(row.getAllByRole("link", { name: source.title })[0]?.getAttribute("href")).toBe(source.url);
    expect(row.getAllByText(/as of 1 Nov 2026/).length).toBeGreaterThan(0);
    expect(row.getByText(/A first reading, as of 2026-08/)).toBeTruthy();
    expect(row.getByText(/A second reading, as of 2026-09/)).toBeTruthy();
    expect(complaints).not.toHaveBeenCalled();
  });

  it("holds, once opened, what a phone has no column for", () => {
    show(pageOf("lifetimes", [lifetime], asked));
    const opened = within(rowOf("maker-1").getByRole("group"));
    for (const label of ["Announced", "Released", "Stays at least", "Notice at least"])
      expect(opened.getByText(label)).toBeTruthy();
    expect(opened.getByText("15 Jan 2025")).toBeTruthy();
    expect(opened.queryByText("Retires")).toBeNull();
    expect(opened.getByText("Six months' notice.")).toBeTruthy();
  });
});
