import type { AccuracyBar } from "@/lib/contract/accuracy";
import { metricWords, scoringWords } from "@/lib/contract/accuracy-words";
import { Badge } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import { barFigure, barLimit } from "./words";

function Verdict({ bar: { met } }: { bar: AccuracyBar }) {
  if (met === null) return <Badge>No rows</Badge>;
  return met ? <Badge tone="good">Met</Badge> : <Badge tone="danger">Not met</Badge>;
}

/** What had to be reached on rows that were not fitted, and what was. */
export function BarTable({ bars }: { bars: readonly AccuracyBar[] }) {
  return (
    <section aria-labelledby="accuracy-bars" className="flex min-w-0 flex-col gap-2">
      <h2 id="accuracy-bars">Against the bars</h2>
      <p className="max-w-prose text-muted">
        Set before the model was fitted, each for rows left out as it says; a bar that is missed is shown as missed.
      </p>
      <DataTable
        caption="Bars, what was reached, and whether it is enough"
        rows={bars}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "what",
            header: "What",
            cell: ({ title, metric, scoring }) => (
              <>
                {title}
                {metricWords[metric].area !== "memory" && (
                  <span className="block text-xs font-normal text-muted">
                    {scoringWords[scoring].title.toLowerCase()}
                  </span>
                )}
              </>
            ),
          },
          {
            id: "bar",
            header: "Bar",
            align: "right",
            cell: (bar) => <span className="whitespace-nowrap">{barLimit(bar)}</span>,
          },
          {
            id: "reached",
            header: "Reached",
            align: "right",
            cell: (bar) => (bar.reached === null ? "–" : barFigure(bar, bar.reached)),
          },
          { id: "verdict", header: "Verdict", cell: (bar) => <Verdict bar={bar} /> },
          {
            id: "rows",
            header: "Rows",
            align: "right",
            hideOnPhone: true,
            cell: ({ rows }) => rows.toLocaleString("en-US"),
          },
        ]}
      />
    </section>
  );
}
