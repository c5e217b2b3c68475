"use client";

import clsx from "clsx";
import { useEffect, useState } from "react";
import { useDebounced } from "@/lib/client/debounced";
import { Input } from "../ui/input";
import { Pager } from "../ui/pager";
import { Select } from "../ui/select";
import { useCatalogueAddress } from "./address";
import { CatalogueTable } from "./catalogue-table";
import type { Page } from "./entry";
import { browsedTables } from "./row-types";
import { tables } from "./tables";

function Filters({ page }: { page: Page }) {
  const { address, setAddress } = useCatalogueAddress();
  const [typed, setTyped] = useState(address.q);
  const q = useDebounced(typed, 250);
  useEffect(() => void setAddress({ q: q === "" ? null : q, page: null }), [q, setAddress]);
  const all = { value: "", label: `${page.facetTitle}: any` };
  return (
    <search className="flex flex-wrap gap-2">
      <div className="w-full sm:w-64">
        <Input
          type="search"
          aria-label="Search the catalogue"
          placeholder="Search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Select
        aria-label={page.facetTitle}
        className="w-auto max-w-60"
        value={address.facet}
        onChange={(facet) => void setAddress({ facet: facet === "" ? null : facet, page: null })}
        options={[all, ...page.facets.map(({ value, count }) => ({ value, label: `${value} (${count})` }))]}
      />
    </search>
  );
}

/** What every estimate draws on, table by table. */
export function CatalogueView({ page }: { page: Page }) {
  const { address, setAddress } = useCatalogueAddress();
  return (
    <div className="flex flex-col gap-4">
      <nav aria-label="Tables" className="overflow-x-auto">
        <ul className="flex gap-1 border-b border-line">
          {browsedTables.map((table) => (
            <li key={table}>
              <button
                type="button"
                aria-current={address.table === table ? "true" : undefined}
                onClick={() => void setAddress({ table, q: address.q, facet: null, sort: null, page: null })}
                className={clsx(
                  "min-h-10 border-b-2 px-3 whitespace-nowrap",
                  address.table === table
                    ? "border-accent font-medium text-strong"
                    : "border-transparent text-muted hover:text-strong",
                )}
              >
                {tables[table].title}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <Filters page={page} />
      <CatalogueTable page={page} caption={tables[address.table].title} />
      <Pager
        count={`${page.total} ${page.total === 1 ? "entry" : "entries"}`}
        page={page.page}
        pages={page.pages}
        onPage={(to) => void setAddress({ page: to })}
      />
    </div>
  );
}
