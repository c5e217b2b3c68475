import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { CatalogueView } from "@/components/catalogue/catalogue-view";
import { pageOf } from "@/components/catalogue/entry";
import type { NamedOffer } from "@/components/catalogue/offers";
import { type BrowsedTable, browsedTables } from "@/components/catalogue/row-types";
import { PageHeader } from "@/components/shell/page-header";
import type { CatalogueRows } from "@/lib/contract/catalogue";
import { catalogueVersion, tableRows } from "@/lib/server/catalogue/browse";

export const metadata: Metadata = { title: "Catalogue" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Whatever stands in the address: what means nothing counts as not given. */
function readAddress(given: Awaited<Props["searchParams"]>) {
  const text = (name: string) => (typeof given[name] === "string" ? (given[name] as string) : "");
  const page = Number.parseInt(text("page"), 10);
  const query = { q: text("q"), facet: text("facet"), sort: text("sort"), page: Number.isFinite(page) ? page : 1 };
  return { table: browsedTables.find((each) => each === text("table")) ?? "models", query };
}

async function namedOffers(): Promise<NamedOffer[]> {
  const names = new Map((await tableRows("accelerators", "other")).map(({ id, name }) => [id, name]));
  return (await tableRows("offers", "other")).map((offer) => {
    const acceleratorName = names.get(offer.acceleratorId);
    return acceleratorName === undefined ? offer : { ...offer, acceleratorName };
  });
}

export default async function CataloguePage({ searchParams }: Props) {
  await connection();
  const { table, query } = readAddress(await searchParams);
  const rows = (
    table === "offers" ? await namedOffers() : await tableRows(table, "other")
  ) as readonly CatalogueRows[BrowsedTable][];
  return (
    <>
      <PageHeader
        title="Catalogue"
        lead={`Models, accelerators, offers, prices, terms and defaults that every estimate draws on, each with its source and date. Version ${await catalogueVersion()}.`}
      />
      <Suspense>
        <CatalogueView page={pageOf(table, rows, query)} />
      </Suspense>
    </>
  );
}
