"use client";

import type { ScenarioResult } from "@/lib/contract/result";
import { formatMonth } from "@/lib/format";
import { ChartFrame } from "./chart-frame";
import { LinesDrawing } from "./drawings";
import { partColours } from "./path-colours";
import { capacityTitle } from "./titles";

type Fleet = NonNullable<ScenarioResult["fleet"]>;

/** What the fleet may carry in each month against what is asked of it: it grows in whole copies. */
export function CapacityChart({ fleet }: { fleet: Fleet }) {
  const months = fleet.monthly.flatMap(({ month, requestsPerSecond, capacityRequestsPerSecond, accelerators }) =>
    requestsPerSecond === undefined || capacityRequestsPerSecond === undefined
      ? []
      : [{ month, requestsPerSecond, capacityRequestsPerSecond, accelerators }],
  );
  if (months.length === 0) return null;
  const table = {
    columns: [
      { id: "month", label: "Month" },
      { id: "demand", label: "Asked for at the peak", unit: "request/s" },
      { id: "capacity", label: "The fleet may carry", unit: "request/s" },
      { id: "accelerators", label: "Accelerators" },
    ],
    rows: months.map(({ month, requestsPerSecond, capacityRequestsPerSecond, accelerators }) => ({
      month,
      demand: requestsPerSecond,
      capacity: capacityRequestsPerSecond,
      accelerators,
    })),
  };
  return (
    <ChartFrame
      title={capacityTitle(fleet)}
      subtitle="Requests a second: the rate sized for, and what copies without spares may carry at the target utilisation"
      table={table}
      fileName="capacity"
      height={260}
    >
      <LinesDrawing
        x={{
          label: "Month of the plan",
          values: months.map(({ month }) => month),
          text: (month) => formatMonth(String(month)),
        }}
        y={{ unit: "request/s" }}
        lines={[
          {
            id: "capacity",
            label: "The fleet may carry",
            colour: partColours[0] ?? "currentColor",
            values: months.map((each) => each.capacityRequestsPerSecond),
          },
          {
            id: "demand",
            label: "Asked for at the peak",
            colour: partColours[1] ?? "currentColor",
            dash: "6 4",
            values: months.map((each) => each.requestsPerSecond),
          },
        ]}
      />
    </ChartFrame>
  );
}
