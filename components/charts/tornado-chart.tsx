"use client";

import type { UncertaintyResult } from "@/lib/contract/result";
import type { PathId } from "@/lib/contract/scenario";
import { ChartFrame } from "./chart-frame";
import { TornadoDrawing } from "./drawings";
import { tornadoTitle } from "./titles";

type TornadoChartProps = { uncertainty: UncertaintyResult; path: PathId; plannedUsd: number };

/** What moves the total less than these does not decide anything; the table has it all. */
const mostBars = 10;
/** A bar shorter than this share of the longest cannot be seen. */
const leastSeen = 0.004;

/** What each uncertain input does to the total of a way on its own. */
export function TornadoChart({ uncertainty, path, plannedUsd }: TornadoChartProps) {
  const bars = uncertainty.tornado
    .flatMap(({ label, totalUsd }) => (totalUsd[path] ? [{ label, ...totalUsd[path] }] : []))
    .filter(({ low, high }) => low !== high)
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
  const reach = ({ low, high }: { low: number; high: number }) => Math.abs(high - low);
  const longest = bars[0] ? reach(bars[0]) : 0;
  const drawn = bars.slice(0, mostBars).filter((bar) => reach(bar) >= leastSeen * longest);
  const table = {
    columns: [
      { id: "label", label: "Input" },
      { id: "low", label: "Total at its lower tenth", unit: "USD" },
      { id: "high", label: "Total at its upper tenth", unit: "USD" },
    ],
    rows: bars,
  };
  return (
    <ChartFrame
      title={tornadoTitle(path, uncertainty)}
      subtitle="Total over the plan with one input at either end of its range, all others as planned"
      table={table}
      fileName={`tornado-${path}`}
      height={Math.max(160, 70 + 34 * drawn.length)}
    >
      <TornadoDrawing unit="USD" planned={plannedUsd} bars={drawn} />
    </ChartFrame>
  );
}
