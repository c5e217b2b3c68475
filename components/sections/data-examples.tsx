"use client";

import { ExamplesFunnel } from "../charts/funnel-chart";
import { FigureList, FigureRow } from "../figures/figure-row";
import { Group } from "./group";
import type { SectionProps } from "./section-results";

/** Labels and how far they agree; what fine-tuning needs and still lacks. */
export function DataExamples({ scenario, result: { data } }: SectionProps) {
  const { examples } = data;
  const several = scenario.data.ratingsPerExample > 1 && scenario.data.labelledExamples > 0;
  return (
    <>
      {examples && examples.needed > 0 && (
        <Group title="Examples for fine-tuning">
          <ExamplesFunnel steps={examples.steps} needed={examples.needed} />
          <FigureList>
            <FigureRow label="Needed" value={examples.needed} unit="1" path="data.examples.needed" />
            <FigureRow
              label="Left to train on"
              hint="without those held out, and without those that repeat one held out"
              value={examples.trainable}
              unit="1"
              path="data.examples.trainable"
            />
            <FigureRow label="Held out to test with" value={examples.heldOut} unit="1" path="data.examples.heldOut" />
            <FigureRow label="Still missing" value={examples.missing} unit="1" path="data.examples.missing" />
            <FigureRow label="Getting those" value={examples.missingUsd} unit="USD" path="data.examples.missingUsd" />
          </FigureList>
        </Group>
      )}
      <Group title="Labelling">
        <FigureList>
          <FigureRow label="Labels" value={data.labels} unit="1" path="data.labels" />
          {examples && several && (
            <>
              <FigureRow
                label="Agreement beyond chance"
                hint="0.8 is called reliable, 0.667 tentative"
                value={examples.agreementBeyondChance}
                unit="1"
                digits={2}
                path="data.examples.agreementBeyondChance"
              />
              <FigureRow
                label="Examples on which they differ"
                hint="one more person decides"
                value={examples.disagreeingShare}
                unit="share"
                digits={2}
                path="data.examples.disagreeingShare"
              />
              <FigureRow
                label="Labels of the majority that are right"
                value={examples.accuracy}
                unit="share"
                digits={3}
                path="data.examples.accuracy"
              />
            </>
          )}
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
    </>
  );
}
