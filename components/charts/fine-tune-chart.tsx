"use client";

import type { FineTune } from "@/lib/contract/result";
import { format } from "@/lib/format";
import { ChartFrame } from "./chart-frame";
import { LinesDrawing } from "./drawings";
import { partColours } from "./path-colours";

const names = { none: "Nothing recomputed", selective: "Attention recomputed", full: "Layers recomputed" } as const;
const dashes = { none: undefined, selective: "8 3", full: "2 3" } as const;
const ways = ["none", "selective", "full"] as const;

function title({ choices, cheapest }: FineTune): string {
  const best = cheapest === null ? undefined : choices[cheapest];
  if (!best) return "A fine-tune does not fit on any number of these accelerators";
  return `Cheapest that fits: ${format(best.accelerators, "accelerator")}, ${names[best.checkpointing].toLowerCase()}, ${format(best.hours, "h")}`;
}

/** Peak memory of a fine-tune by accelerators and by what is recomputed, against what one can hold. */
export function FineTuneChart({ fineTune }: { fineTune: FineTune }) {
  const { choices } = fineTune;
  const counts = [...new Set(choices.map(({ accelerators }) => accelerators))];
  const peak = (way: (typeof ways)[number], count: number) =>
    choices.find((choice) => choice.checkpointing === way && choice.accelerators === count);
  const table = {
    columns: [
      { id: "accelerators", label: "Accelerators" },
      { id: "way", label: "Recomputing" },
      { id: "peak", label: "Peak on each", unit: "GiB" },
      { id: "fits", label: "Fits" },
      { id: "hours", label: "Run", unit: "h" },
      { id: "acceleratorHours", label: "Accelerator-hours" },
    ],
    rows: choices.map((choice) => ({
      accelerators: choice.accelerators,
      way: names[choice.checkpointing],
      peak: choice.peakGib,
      fits: choice.fits ? "yes" : "no",
      hours: choice.hours,
      acceleratorHours: choice.acceleratorHours,
    })),
  };
  return (
    <ChartFrame
      title={title(fineTune)}
      subtitle="Peak memory of a fine-tune on each accelerator; the table has the time beside it"
      table={table}
      fileName="fine-tune"
      height={280}
    >
      <LinesDrawing
        x={{ label: "Accelerators", values: counts.map(String), text: String }}
        y={{ unit: "B" }}
        lines={ways.map((way, index) => ({
          id: way,
          label: names[way],
          colour: partColours[index] ?? "currentColor",
          dash: dashes[way],
          values: counts.map((count) => {
            const choice = peak(way, count);
            return choice ? choice.peakGib * 2 ** 30 : null;
          }),
        }))}
        levels={[{ label: "Usable", y: (choices[0]?.usableGib ?? 0) * 2 ** 30 }]}
      />
    </ChartFrame>
  );
}
