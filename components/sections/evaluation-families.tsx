import type { EvaluationPlan } from "@/lib/contract/result";
import { Figure } from "../figures/figure";
import { DataTable } from "../ui/data-table";
import { percent } from "./evaluation-words";
import { Group } from "./group";

type Row = { key: string; name: string; share: number; items: number; questions: number | null; path: string };

/** What the questions are about, how many to write of each kind, and how many to draw from the long tail. */
export function EvaluationFamilies({ plan, sampleSize }: { plan: EvaluationPlan; sampleSize: number }) {
  const { families, tailItems, coveredShare } = plan;
  if (families.length === 0) return null;
  const rows: Row[] = [
    ...families.map(({ name, trafficShare, items, questions }, at) => ({
      key: `${at}`,
      name: items === 0 ? `${name} (in the long tail)` : name,
      share: trafficShare,
      items,
      questions,
      path: `evaluation.plan.families.${at}.items`,
    })),
    {
      key: "tail",
      name: "Long tail, drawn at random",
      share: Math.max(0, 1 - coveredShare),
      items: tailItems,
      questions: null,
      path: "evaluation.plan.tailItems",
    },
  ];
  return (
    <Group
      title="What is tested"
      lead={`${percent(coveredShare)} of the volume is tested family by family; the rest of ${sampleSize} answers is sampled.`}
    >
      <DataTable
        caption="Families of questions with their answers"
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { id: "name", header: "Questions about", cell: ({ name }: Row) => name },
          { id: "share", header: "Of the volume", align: "right", cell: ({ share }: Row) => percent(share) },
          {
            id: "items",
            header: "Answers to judge",
            align: "right",
            cell: ({ items, path, name }: Row) => <Figure value={items} unit="1" path={path} label={name} />,
          },
          {
            id: "questions",
            header: "Questions to write",
            align: "right",
            cell: ({ questions }: Row) => <Figure value={questions} unit="1" />,
          },
        ]}
      />
    </Group>
  );
}
