"use client";

import { FigureList, FigureRow } from "../figures/figure-row";
import { Group } from "./group";
import type { SectionProps } from "./section-results";

export function DataResults({ result: { data } }: SectionProps) {
  return (
    <>
      <Group title="Labelling">
        <FigureList>
          <FigureRow label="Examples to label" value={data.labels} unit="item" path="data.labels" />
          <FigureRow label="Cost of labelling" value={data.labellingUsd} unit="USD" path="data.labellingUsd" />
          <FigureRow label="Time it takes" value={data.labellingDays} unit="day" path="data.labellingDays" />
          <FigureRow
            label="Keeping the examples fresh"
            value={data.upkeepUsdPerMonth}
            unit="USD/month"
            path="data.upkeepUsdPerMonth"
          />
        </FigureList>
      </Group>
      <Group title="What is logged and kept">
        <FigureList>
          <FigureRow label="Logs written a month" value={data.logBytesPerMonth} unit="B" path="data.logBytesPerMonth" />
          <FigureRow
            label="Storage"
            hint="once the retention time is filled"
            value={data.storageUsdPerMonth}
            unit="USD/month"
            path="data.storageUsdPerMonth"
          />
        </FigureList>
      </Group>
    </>
  );
}
