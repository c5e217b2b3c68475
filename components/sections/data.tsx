"use client";

import { FunnelChart } from "../charts/funnel-chart";
import { FigureList, FigureRow } from "../figures/figure-row";
import { Group } from "./group";
import type { SectionProps } from "./section-results";

export function DataResults({ scenario, result: { data } }: SectionProps) {
  const { pipeline } = data;
  return (
    <>
      {pipeline && scenario.data.documents > 0 && (
        <Group title="Documents">
          <FunnelChart steps={pipeline.steps} />
          <FigureList>
            <FigureRow
              label="Cost of preparing them"
              value={pipeline.preparationUsd}
              unit="USD"
              path="data.pipeline.preparationUsd"
            />
            <FigureRow
              label="Identifiers that scrubbing leaves"
              value={pipeline.identifiersLeft}
              unit="1"
              path="data.pipeline.identifiersLeft"
            />
            <FigureRow
              label="Faulty ones to expect, at most"
              hint={
                scenario.data.inspectedItems === 0
                  ? "nothing inspected yet: any may be faulty"
                  : `95 % sure, from ${scenario.data.inspectedItems} inspected`
              }
              value={pipeline.expectedDefects}
              unit="item"
              path="data.pipeline.expectedDefects"
            />
          </FigureList>
        </Group>
      )}
      {pipeline && pipeline.examplesNeeded > 0 && (
        <Group title="Examples for fine-tuning">
          <FigureList>
            <FigureRow
              label="Usual for this goal"
              value={pipeline.examplesNeeded}
              unit="item"
              path="data.pipeline.examplesNeeded"
            />
            <FigureRow
              label="Still missing"
              value={pipeline.examplesMissing}
              unit="item"
              path="data.pipeline.examplesMissing"
            />
          </FigureList>
        </Group>
      )}
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
