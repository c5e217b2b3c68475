"use client";

import { formatMonth } from "@/lib/format";
import { FigureList, FigureRow } from "../figures/figure-row";
import { DataDocuments, DataQuality } from "./data-documents";
import { DataExamples } from "./data-examples";
import { DataReadiness } from "./data-readiness";
import { DataStorage } from "./data-storage";
import { Group } from "./group";
import type { SectionProps } from "./section-results";

export function DataResults(props: SectionProps) {
  const { data } = props.result;
  return (
    <>
      <DataReadiness {...props} />
      {data.leadDays !== undefined && data.leadDays > 0 && (
        <Group title="Before launch">
          <FigureList>
            <FigureRow
              label="Working days until the data is ready"
              {...(data.beginBy !== undefined && {
                hint: `one kind of work after another: begin in ${formatMonth(data.beginBy)}`,
              })}
              value={data.leadDays}
              unit="day"
              path="data.leadDays"
            />
          </FigureList>
        </Group>
      )}
      <DataDocuments {...props} />
      <DataQuality {...props} />
      <DataExamples {...props} />
      <DataStorage {...props} />
    </>
  );
}
