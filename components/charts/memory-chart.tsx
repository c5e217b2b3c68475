"use client";

import type { MemoryResult } from "@/lib/contract/result";
import { format } from "@/lib/format";
import { ChartFrame } from "./chart-frame";
import { PartKey } from "./chart-parts";
import { partColour } from "./path-colours";
import { memoryTitle } from "./titles";

/** One accelerator's memory: its parts against what is usable. Plain boxes, so it stands in the first view. */
export function MemoryChart({ memory }: { memory: MemoryResult }) {
  const { usableBytes, components } = memory;
  const used = components.reduce((sum, { bytes }) => sum + bytes, 0);
  const scale = Math.max(usableBytes, used) * 1.02;
  const share = (bytes: number) => `${(100 * bytes) / scale}%`;
  const parts = components.map(({ id, label, bytes }, index) => ({
    id,
    label,
    bytes,
    colour: partColour(index),
    value: format(bytes, "B"),
  }));
  const table = {
    columns: [
      { id: "part", label: "Part" },
      { id: "gib", label: "Memory", unit: "GiB" },
    ],
    rows: [
      ...components.map(({ label, bytes }) => ({ part: label, gib: bytes / 2 ** 30 })),
      { part: "Usable", gib: usableBytes / 2 ** 30 },
    ],
  };
  return (
    <ChartFrame
      title={memoryTitle(memory)}
      subtitle="Memory of one accelerator of a replica, as the engine divides it"
      table={table}
      fileName="memory"
      height="auto"
    >
      <div className="flex flex-col gap-3">
        <div className="relative pt-5">
          <div
            role="img"
            aria-label={parts.map(({ label, value }) => `${label} ${value}`).join(", ")}
            className="flex h-10 overflow-hidden rounded-sm bg-sunken"
          >
            {parts.map(({ id, bytes, colour }) => (
              <div
                key={id}
                style={{ width: share(bytes), background: colour }}
                className="border-r border-surface last:border-r-0"
              />
            ))}
          </div>
          <div
            aria-hidden="true"
            className="absolute top-0 bottom-0 border-l-2 border-dashed border-strong"
            style={{ left: share(usableBytes) }}
          >
            <span className="absolute top-0 right-1 whitespace-nowrap text-strong">
              usable {format(usableBytes, "B")}
            </span>
          </div>
        </div>
        <PartKey parts={parts} />
      </div>
    </ChartFrame>
  );
}
