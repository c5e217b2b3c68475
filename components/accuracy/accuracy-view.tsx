"use client";

import type { AccuracyView as View } from "@/lib/contract/accuracy";
import { metricWords } from "@/lib/contract/accuracy-words";
import { EmptyState } from "../ui/empty-state";
import { BarTable } from "./bar-table";
import { Choices } from "./choices";
import { Excluded } from "./excluded";
import { GroupTable } from "./group-table";
import { RowTable } from "./row-table";
import { ScatterChart } from "./scatter-chart";
import { Summary } from "./summary";
import { useAccuracyAddress } from "./use-address";

/** Predicted against measured: in short, against the bars, by group, row by row. */
export function AccuracyView({ view }: { view: View }) {
  const address = useAccuracyAddress();
  const { metric, by } = address.address;
  return (
    <div className="relative flex flex-col gap-8" aria-busy={address.pending}>
      <div
        aria-hidden="true"
        className={`absolute inset-x-0 -top-3 h-0.5 rounded-full bg-accent transition-opacity delay-150 motion-reduce:transition-none ${address.pending ? "opacity-60" : "opacity-0"}`}
      />
      <Choices address={address} />
      {view.overall === null ? (
        <EmptyState title={`No measurement of this kind has been scored: ${metricWords[metric].title}`}>
          Run <code>npm run accuracy</code> to score the published measurements, or choose another figure above.
        </EmptyState>
      ) : (
        <>
          <Summary metric={metric} score={view.overall} />
          <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,7fr)_minmax(0,6fr)]">
            <ScatterChart
              metric={metric}
              by={by}
              score={view.overall}
              series={view.series}
              chosen={address.address.name}
            />
            <BarTable bars={view.bars} />
          </div>
          <GroupTable address={address} groups={view.groups} />
          <RowTable address={address} view={view} />
        </>
      )}
      {(view.overall !== null || view.excluded.length > 0) && <Excluded excluded={view.excluded} />}
    </div>
  );
}
