"use client";

import { FigureList, FigureRow } from "../figures/figure-row";
import { Badge, type Tone } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import { Group } from "./group";
import type { SectionProps } from "./section-results";

const stateWords = { met: "Met", open: "Open", failed: "Not met" } as const;
const tones: Record<keyof typeof stateWords, Tone> = { met: "good", open: "warning", failed: "danger" };

/** What must be so first, how ready the data is by what is worked out, and what to do next. */
export function DataReadiness({ result: { data } }: SectionProps) {
  const { readiness } = data;
  if (!readiness) return null;
  const points = (share: number, weight: number) => `${Math.round(share * weight * 10) / 10} of ${weight}`;
  return (
    <Group title="Readiness" lead={<>Next step: {readiness.nextStep}</>}>
      {readiness.gates.length > 0 && (
        <DataTable
          caption="What must be so before anything else"
          rows={readiness.gates}
          rowKey={({ id }) => id}
          columns={[
            { id: "what", header: "Condition", cell: ({ what }) => what },
            {
              id: "state",
              header: "State",
              cell: ({ state }) => <Badge tone={tones[state]}>{stateWords[state]}</Badge>,
            },
            { id: "why", header: "Why", cell: ({ why }) => why },
          ]}
        />
      )}
      <FigureList>
        <FigureRow
          label="Score"
          hint="of 100, over what applies to this plan"
          value={readiness.score}
          unit="1"
          digits={3}
          path="data.readiness.score"
        />
      </FigureList>
      <DataTable
        caption="Points and their reasons"
        rows={readiness.facts}
        rowKey={({ id }) => id}
        columns={[
          { id: "label", header: "What counts", cell: ({ label }) => label },
          {
            id: "points",
            header: "Points",
            align: "right",
            cell: ({ share, weight }) => <span className="whitespace-nowrap">{points(share, weight)}</span>,
          },
          { id: "why", header: "Why", cell: ({ why }) => why },
        ]}
      />
    </Group>
  );
}
