"use client";

import { FunnelChart } from "../charts/funnel-chart";
import { Figure } from "../figures/figure";
import { FigureList, FigureRow } from "../figures/figure-row";
import { DataTable } from "../ui/data-table";
import { Group } from "./group";
import type { SectionProps } from "./section-results";

/** Sources, what is left of them after each step, and what that takes. */
export function DataDocuments({ result: { data } }: SectionProps) {
  const { pipeline } = data;
  if (!pipeline || pipeline.read.documents === 0) return null;
  const sources = pipeline.sources.map((source, at) => ({ ...source, at }));
  return (
    <Group title="Documents">
      <FunnelChart read={pipeline.read} steps={pipeline.steps} />
      <DataTable
        caption="What becomes of each source"
        rows={sources}
        rowKey={({ at }) => String(at)}
        columns={[
          { id: "name", header: "Source", cell: ({ name }) => name },
          { id: "owner", header: "Owner", hideOnPhone: true, cell: ({ owner }) => owner || "nobody yet" },
          {
            id: "kept",
            header: "Kept",
            align: "right",
            cell: ({ at, kept, name }) => (
              <Figure value={kept} unit="1" path={`data.pipeline.sources.${at}.kept`} label={`${name}, kept`} />
            ),
          },
          {
            id: "tokens",
            header: "Tokens",
            align: "right",
            hideOnPhone: true,
            cell: ({ at, tokens, name }) => (
              <Figure
                value={tokens}
                unit="token"
                path={`data.pipeline.sources.${at}.tokens`}
                label={`${name}, tokens`}
              />
            ),
          },
          {
            id: "usd",
            header: "Cost",
            align: "right",
            cell: ({ at, usd, name }) => (
              <Figure value={usd} unit="USD" path={`data.pipeline.sources.${at}.usd`} label={`${name}, cost`} />
            ),
          },
          {
            id: "stale",
            header: "Out of date at any time",
            align: "right",
            cell: ({ at, staleShare, name }) => (
              <Figure
                value={staleShare}
                unit="share"
                digits={2}
                path={`data.pipeline.sources.${at}.staleShare`}
                label={`${name}, out of date`}
              />
            ),
          },
        ]}
      />
      <FigureList>
        <FigureRow
          label="Preparing them"
          value={pipeline.preparationUsd}
          unit="USD"
          path="data.pipeline.preparationUsd"
        />
        <FigureRow label="Time it takes" value={pipeline.days} unit="day" digits={2} path="data.pipeline.days" />
        <FigureRow
          label="Hours of reviewers and annotators"
          value={pipeline.annotatorHours}
          unit="h"
          digits={3}
          path="data.pipeline.annotatorHours"
        />
        <FigureRow
          label="Hours of engineers"
          value={pipeline.engineerHours}
          unit="h"
          digits={3}
          path="data.pipeline.engineerHours"
        />
        <FigureRow
          label="Identifiers that scrubbing leaves"
          value={pipeline.identifiersLeft}
          unit="1"
          path="data.pipeline.identifiersLeft"
        />
        <FigureRow
          label="New and changed documents"
          hint="through the same steps, index included"
          value={pipeline.upkeepUsdPerMonth}
          unit="USD/month"
          path="data.pipeline.upkeepUsdPerMonth"
        />
        <FigureRow
          label="People's hours for them"
          value={pipeline.upkeepHoursPerMonth}
          unit="h/month"
          digits={2}
          path="data.pipeline.upkeepHoursPerMonth"
        />
      </FigureList>
    </Group>
  );
}

/** What inspections say of the whole, and what it takes to be within the target. */
export function DataQuality({ scenario, result: { data } }: SectionProps) {
  const { quality, pipeline } = data;
  if (!quality || !pipeline || pipeline.read.documents === 0) return null;
  const percent = `${Math.round(scenario.data.toleratedDefectShare * 1000) / 10}%`;
  const rows = quality.dimensions.map((each, at) => ({ ...each, at }));
  return (
    <Group title="Quality" lead={`What a random sample says of all documents kept; ${percent} faulty are tolerated.`}>
      {rows.length > 0 && (
        <DataTable
          caption="Faults to expect by side of quality"
          rows={rows}
          rowKey={({ at }) => String(at)}
          columns={[
            { id: "dimension", header: "Side of quality", cell: ({ label }) => label },
            {
              id: "found",
              header: "Faulty",
              align: "right",
              cell: ({ at, found, low, high, label }) => (
                <Figure
                  value={found}
                  unit="share"
                  digits={2}
                  range={{ low, mid: found, high }}
                  path={`data.quality.dimensions.${at}.found`}
                  label={label}
                />
              ),
            },
            {
              id: "expected",
              header: "Documents",
              align: "right",
              cell: ({ at, expectedDefects, label }) => (
                <Figure
                  value={expectedDefects}
                  unit="1"
                  path={`data.quality.dimensions.${at}.expectedDefects`}
                  label={`${label}, documents`}
                />
              ),
            },
            {
              id: "most",
              header: "At most",
              align: "right",
              hideOnPhone: true,
              cell: ({ at, mostDefects, label }) => (
                <Figure
                  value={mostDefects}
                  unit="1"
                  path={`data.quality.dimensions.${at}.mostDefects`}
                  label={`${label}, at most`}
                />
              ),
            },
          ]}
        />
      )}
      <FigureList>
        <FigureRow
          label="Still to inspect, to be 95% sure"
          value={quality.toInspect}
          unit="1"
          path="data.quality.toInspect"
        />
        <FigureRow
          label="To go through to clean"
          value={quality.toGoThrough}
          unit="1"
          path="data.quality.toGoThrough"
        />
        <FigureRow label="To mend" value={quality.toMend} unit="1" path="data.quality.toMend" />
        <FigureRow label="Inspecting and cleaning" value={quality.usd} unit="USD" path="data.quality.usd" />
      </FigureList>
    </Group>
  );
}
