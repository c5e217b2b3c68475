"use client";

import type { FineTune } from "@/lib/contract/result";
import { format } from "@/lib/format";
import { ChartFrame } from "./chart-frame";
import { PartKey } from "./chart-parts";
import { partColour } from "./path-colours";

type Choice = FineTune["choices"][number];

const recomputing = {
  none: "nothing recomputed",
  selective: "half of each layer recomputed",
  full: "layers recomputed",
} as const;
const dividing: Record<string, string> = {
  none: "each holds all",
  zero2: "optimizer divided",
  fsdp: "weights divided",
};
const gib = 2 ** 30;

type Way = Pick<Choice, "accelerators" | "sharding" | "checkpointing">;

const dividedOver = ({ accelerators, sharding }: Way): string[] => [
  format(accelerators, "accelerator"),
  ...(accelerators > 1 ? [dividing[sharding] ?? sharding] : []),
];

export const wayName = (way: Way): string => [...dividedOver(way), recomputing[way.checkpointing]].join(", ");

/** Of ways that do not fit the least one stands for all. */
const rowName = (choice: Choice): string =>
  choice.fits || choice.checkpointing === "none"
    ? wayName(choice)
    : [...dividedOver(choice), `even with ${recomputing[choice.checkpointing]}`].join(", ");

export function fineTuneTitle({ choices, cheapest }: FineTune): string {
  const best = cheapest === null ? undefined : choices[cheapest];
  if (!best) return "A fine-tune does not fit on any number of these accelerators";
  return `Cheapest here that fits: ${wayName(best)}, ${format(best.hours, "h")}`;
}

/** Of a result kept before the parts were told apart, the peak alone. */
const partsOf = ({ components, peakGib }: Choice) => components ?? [{ id: "peak", label: "Peak", gib: peakGib }];

/** One accelerator, and several: as many as the cheapest takes, or the fewest that fit, or a machine's eight. */
export function shownChoices({ choices, cheapest }: FineTune): Choice[] {
  const best = cheapest === null ? undefined : choices[cheapest];
  const several = best && best.accelerators > 1 ? best.accelerators : 8;
  const all = choices.filter(({ accelerators }) => accelerators === 1 || accelerators === several);
  // Where no way of recomputing fits, the one that needs least says it for the others.
  return all.filter((choice) => {
    const alike = all.filter(
      ({ accelerators, sharding }) => accelerators === choice.accelerators && sharding === choice.sharding,
    );
    if (alike.some(({ fits }) => fits)) return true;
    return choice === alike.reduce((least, each) => (each.peakGib < least.peakGib ? each : least));
  });
}

function tableOf({ choices }: FineTune) {
  const labels = [...new Map(choices.flatMap(partsOf).map(({ id, label }) => [id, label]))];
  return {
    columns: [
      { id: "accelerators", label: "Accelerators" },
      { id: "sharding", label: "Divided" },
      { id: "way", label: "Recomputed" },
      ...labels.map(([id, label]) => ({ id: `part-${id}`, label, unit: "GiB" })),
      { id: "peak", label: "Peak on each", unit: "GiB" },
      { id: "usable", label: "Usable", unit: "GiB" },
      { id: "fits", label: "Fits" },
      { id: "hours", label: "Run", unit: "h" },
      { id: "acceleratorHours", label: "Accelerator-hours" },
    ],
    rows: choices.map((choice) => ({
      accelerators: choice.accelerators,
      sharding: dividing[choice.sharding] ?? choice.sharding,
      way: recomputing[choice.checkpointing],
      ...Object.fromEntries(partsOf(choice).map((part) => [`part-${part.id}`, part.gib])),
      peak: choice.peakGib,
      usable: choice.usableGib,
      fits: choice.fits ? "yes" : "no",
      hours: choice.hours,
      acceleratorHours: choice.acceleratorHours,
    })),
  };
}

function Row({ choice, scaleGib, cheapest }: { choice: Choice; scaleGib: number; cheapest: boolean }) {
  const parts = partsOf(choice);
  const words = parts.map((part) => `${part.label} ${format(part.gib * gib, "B")}`).join(", ");
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-0.5 md:grid-cols-[15rem_minmax(0,1fr)_11rem]">
      <span className={`min-w-0 text-xs ${cheapest ? "font-semibold text-strong" : "text-body"}`}>
        {rowName(choice)}
        {cheapest && " (cheapest here)"}
      </span>
      <div
        role="img"
        aria-label={`${wayName(choice)}: ${words}; usable ${format(choice.usableGib * gib, "B")}`}
        className="relative order-3 col-span-2 flex h-5 overflow-hidden rounded-sm bg-sunken md:order-none md:col-span-1"
      >
        {parts.map((part, index) => (
          <div
            key={part.id}
            style={{ width: `${(100 * part.gib) / scaleGib}%`, background: partColour(index) }}
            className="shrink-0 border-r border-surface last:border-r-0"
          />
        ))}
        <div
          aria-hidden="true"
          className="absolute top-0 bottom-0 border-l-2 border-dashed border-strong"
          style={{ left: `${(100 * choice.usableGib) / scaleGib}%` }}
        />
      </div>
      <span className="tabular text-right text-xs text-body">
        {choice.fits ? format(choice.hours, "h") : `needs ${format(choice.peakGib * gib, "B")}: does not fit`}
      </span>
    </li>
  );
}

/** Peak memory of a fine-tune by what holds it, against what an accelerator can hold, beside its time. */
export function FineTuneChart({ fineTune }: { fineTune: FineTune }) {
  const shown = shownChoices(fineTune);
  const best = fineTune.cheapest === null ? undefined : fineTune.choices[fineTune.cheapest];
  const usable = shown[0]?.usableGib ?? 0;
  // A bar far above what fits is cut where it says enough.
  const scaleGib = Math.min(Math.max(usable, ...shown.map(({ peakGib }) => peakGib)), 2 * usable) * 1.02;
  const parts = (shown[0] ? partsOf(shown[0]) : []).map(({ id, label }, index) => ({
    id,
    label,
    colour: partColour(index),
  }));
  return (
    <ChartFrame
      title={fineTuneTitle(fineTune)}
      subtitle={`Memory of one accelerator at the peak, with the time of a run; the dashed line is what it can hold, ${format(usable * gib, "B")}. All ways are in the table`}
      table={tableOf(fineTune)}
      fileName="fine-tune"
      height="auto"
    >
      <div className="flex flex-col gap-3">
        <ul className="flex flex-col gap-2">
          {shown.map((choice) => (
            <Row key={wayName(choice)} choice={choice} scaleGib={scaleGib} cheapest={choice === best} />
          ))}
        </ul>
        <PartKey parts={parts} />
      </div>
    </ChartFrame>
  );
}
