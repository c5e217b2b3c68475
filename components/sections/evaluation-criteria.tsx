import type { EvaluationPlan } from "@/lib/contract/result";
import { measures } from "@/lib/contract/scenario";
import { Figure } from "../figures/figure";
import { DataTable } from "../ui/data-table";
import { percent, perspectiveName } from "./evaluation-words";
import { Group } from "./group";

type Row = EvaluationPlan["criteria"][number] & { at: number };

const figure = (
  row: Row,
  field: "items" | "labels" | "judged" | "chancePasses" | "chanceBadPasses",
  unit: "1" | "share",
) => (
  <Figure
    value={row[field]}
    unit={unit}
    path={`evaluation.plan.criteria.${row.at}.${field}`}
    label={perspectiveName(row.perspective)}
  />
);

/** What must be good, how many answers show it, who judges them, and how surely the test tells good from bad. */
export function EvaluationCriteria({ plan: { criteria } }: { plan: EvaluationPlan }) {
  if (criteria.length === 0) return null;
  const rows = criteria.map((criterion, at) => ({ ...criterion, at }));
  return (
    <Group
      title="Criterion by criterion"
      lead="Latency and cost are criteria too; the plan works them out itself, and they stand under go or no-go."
    >
      <DataTable
        caption="Criteria: how many answers they need and what their test can tell"
        rows={rows}
        rowKey={({ at }) => String(at)}
        columns={[
          {
            id: "perspective",
            header: "Perspective",
            cell: ({ perspective, measure, blocking }: Row) => (
              <>
                {perspectiveName(perspective)}
                <span className="block font-normal text-muted text-xs">
                  {blocking ? "must be passed" : "counts in the score only"}; {measures[measure].toLowerCase()}
                </span>
              </>
            ),
          },
          {
            id: "share",
            header: "Expected",
            align: "right",
            cell: ({ expectedShare }: Row) => percent(expectedShare),
          },
          { id: "limit", header: "Must reach", align: "right", cell: ({ passShare }: Row) => percent(passShare) },
          { id: "items", header: "Answers", align: "right", cell: (row: Row) => figure(row, "items", "1") },
          { id: "labels", header: "By people", align: "right", cell: (row: Row) => figure(row, "labels", "1") },
          { id: "judged", header: "By a model", align: "right", cell: (row: Row) => figure(row, "judged", "1") },
          {
            id: "passes",
            header: "Passes if as good as expected",
            align: "right",
            cell: (row: Row) => figure(row, "chancePasses", "share"),
          },
          {
            id: "bad",
            header: "Passes if just at the limit",
            align: "right",
            cell: (row: Row) => figure(row, "chanceBadPasses", "share"),
          },
        ]}
      />
    </Group>
  );
}
