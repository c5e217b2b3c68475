"use client";

import { useState } from "react";
import type { AccuracyView } from "@/lib/contract/accuracy";
import { dimensionWords } from "@/lib/contract/accuracy-words";
import { Button } from "../ui/button";
import { type Column, DataTable, type Sort } from "../ui/data-table";
import type { Address } from "./use-address";
import { biasWords, share } from "./words";

type Group = AccuracyView["groups"][number];

const shownAtFirst = 12;

const figures: Column<Group>[] = [
  {
    id: "rows",
    header: "Rows",
    align: "right",
    sortable: true,
    cell: ({ score }) => score.rows.toLocaleString("en-US"),
  },
  {
    id: "medianError",
    header: "Typical error",
    align: "right",
    sortable: true,
    cell: ({ score }) => share(score.medianError),
  },
  {
    id: "p90Error",
    header: "9 of 10 within",
    align: "right",
    sortable: true,
    cell: ({ score }) => share(score.p90Error),
  },
  {
    id: "medianRatio",
    header: "Leaning",
    align: "right",
    sortable: true,
    hideOnPhone: true,
    cell: ({ score }) => biasWords(score.medianRatio),
  },
  {
    id: "within20",
    header: "Within ±20%",
    align: "right",
    sortable: true,
    hideOnPhone: true,
    cell: ({ score }) => share(score.within20),
  },
  {
    id: "coverage",
    header: "Inside the range",
    align: "right",
    sortable: true,
    hideOnPhone: true,
    cell: ({ score }) => share(score.coverage),
  },
];

function ordered(groups: readonly Group[], { column, descending }: Sort): Group[] {
  const sign = descending ? -1 : 1;
  return [...groups].sort((a, b) => {
    if (column === "name") return sign * a.name.localeCompare(b.name, "en", { numeric: true });
    const key = column as keyof Group["score"];
    return sign * (a.score[key] - b.score[key]);
  });
}

/** The same figures group by group; a group's name shows its rows alone. */
export function GroupTable({ address, groups }: { address: Address; groups: readonly Group[] }) {
  const { by, name } = address.address;
  const [sort, setSort] = useState<Sort>({ column: "rows", descending: true });
  const [all, setAll] = useState(false);
  const rows = ordered(groups, sort);
  const choose = (group: string) => void address.setAddress({ name: group === name ? null : group, page: null });
  return (
    <section aria-labelledby="accuracy-groups" className="flex flex-col gap-2">
      <h2 id="accuracy-groups">By group: {dimensionWords[by].toLowerCase()}</h2>
      {groups.length === 0 ? (
        <p className="text-muted">These rows have nothing of the kind: choose another grouping above.</p>
      ) : (
        <DataTable
          caption={`Scores by ${dimensionWords[by].toLowerCase()}`}
          rows={all ? rows : rows.slice(0, shownAtFirst)}
          rowKey={(group) => group.name}
          sort={sort}
          onSort={(column) =>
            setSort({ column, descending: sort.column === column ? !sort.descending : column !== "name" })
          }
          columns={[
            {
              id: "name",
              header: dimensionWords[by],
              sortable: true,
              cell: (group) => (
                <button
                  type="button"
                  aria-pressed={group.name === name}
                  onClick={() => choose(group.name)}
                  className="link -my-0.5 min-h-6 max-w-md text-left break-words aria-pressed:font-semibold aria-pressed:no-underline"
                >
                  {group.name}
                </button>
              ),
            },
            ...figures,
          ]}
        />
      )}
      {rows.length > shownAtFirst && (
        <div className="print-hidden">
          <Button size="sm" onClick={() => setAll(!all)}>
            {all ? "Show fewer groups" : `Show all ${rows.length} groups`}
          </Button>
        </div>
      )}
    </section>
  );
}
