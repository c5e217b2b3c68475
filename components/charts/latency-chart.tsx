"use client";

import { useState } from "react";
import type { LoadPoint, ScenarioResult } from "@/lib/contract/result";
import { format, significant } from "@/lib/format";
import { Select } from "../ui/select";
import { ChartFrame } from "./chart-frame";
import { LinesDrawing } from "./drawings";
import { latencyTitle } from "./titles";

type Metric = "ttftSeconds" | "tpotSeconds" | "e2eSeconds";
type Percentile = "p50" | "p90" | "p95" | "p99";

const names: Record<Metric, string> = {
  ttftSeconds: "Time to first word (TTFT)",
  tpotSeconds: "Time per word after it (TPOT)",
  e2eSeconds: "Whole answer (E2E)",
};
const shown: readonly { id: Percentile; colour: string; dash?: string }[] = [
  { id: "p50", colour: "var(--path-api)" },
  { id: "p95", colour: "var(--path-self-hosted)", dash: "8 3" },
  { id: "p99", colour: "var(--path-hybrid)", dash: "2 3" },
];
const metrics = Object.keys(names) as Metric[];

function tableOf(curve: readonly LoadPoint[]) {
  return {
    columns: [
      { id: "load", label: "Load", unit: "requests/s" },
      ...metrics.flatMap((metric) =>
        shown.map(({ id }) => ({
          id: `${metric}.${id}`,
          label: `${metric.replace("Seconds", "").toUpperCase()} ${id}`,
          unit: "s",
        })),
      ),
    ],
    rows: curve.map((point) => ({
      load: point.requestsPerSecond,
      ...Object.fromEntries(metrics.flatMap((metric) => shown.map(({ id }) => [`${metric}.${id}`, point[metric][id]]))),
    })),
  };
}

/** Past its limit a copy's queue grows without end: the axis stops where the targets are long missed. */
function mostShown(curve: readonly LoadPoint[], metric: Metric, target: number | null): number | undefined {
  const kept = curve.filter(({ meetsTargets }) => meetsTargets).map((point) => point[metric].p99);
  const most = Math.max(...kept, 0) * 1.5;
  if (target === null) return most > 0 ? most : undefined;
  return Math.max(most, target * 2);
}

type LatencyChartProps = {
  serving: NonNullable<ScenarioResult["serving"]>;
  atPeak: LoadPoint | null;
  targets: { ttftSeconds: number | null; tpotSeconds: number | null; e2eSeconds?: number | null };
  /** The percentile that the targets are set for. */
  percentile: string;
};

export function LatencyChart({ serving, atPeak, targets, percentile }: LatencyChartProps) {
  const [metric, setMetric] = useState<Metric>("ttftSeconds");
  const { curve, goodputRequestsPerSecond } = serving;
  const target = targets[metric] ?? null;
  const most = mostShown(curve, metric, target);
  return (
    <ChartFrame
      title={latencyTitle(goodputRequestsPerSecond.mid, atPeak)}
      subtitle={`${names[metric]} of one replica against its load; lines that leave the drawing go on in the table`}
      table={tableOf(curve)}
      fileName="latency"
      height={340}
    >
      <div className="flex h-full flex-col gap-2">
        <Select
          aria-label="Latency shown"
          className="max-w-64"
          value={metric}
          onChange={(value) => setMetric(value as Metric)}
          options={metrics.map((id) => ({ value: id, label: names[id] }))}
        />
        <div className="min-h-0 flex-1">
          <LinesDrawing
            x={{
              label: "Requests per second on one replica",
              values: curve.map(({ requestsPerSecond }) => requestsPerSecond),
              text: (value) => significant(Number(value)),
            }}
            y={{ unit: "s", ...(most !== undefined && { most }) }}
            lines={shown.map(({ id, ...look }) => ({
              id,
              label: id,
              ...look,
              values: curve.map((point) => point[metric][id]),
            }))}
            levels={target === null ? [] : [{ label: `${percentile} target ${format(target, "s")}`, y: target }]}
            marks={atPeak ? [{ label: "busiest minute", x: atPeak.requestsPerSecond }] : []}
          />
        </div>
      </div>
    </ChartFrame>
  );
}
