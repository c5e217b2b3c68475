"use client";

import clsx from "clsx";
import type { Range } from "@/lib/contract/result";
import type { Unit } from "@/lib/contract/unit";
import { format, formatSpan } from "@/lib/format";
import { useShowWorking } from "./working-context";

export type FigureProps = {
  value: number | null;
  unit: Unit;
  /** Dotted path in the result: the figure can then be asked how it came about. */
  path?: string;
  label?: string;
  range?: Range;
  digits?: number;
  size?: "inline" | "large";
};

/** The only way a number reaches the screen. */
export function Figure({ value, unit, path, label, range, digits, size = "inline" }: FigureProps) {
  const show = useShowWorking();
  const look = clsx("tabular", size === "large" ? "text-xl font-semibold text-strong" : "text-strong");
  if (value === null) {
    return (
      <span className={look}>
        <span aria-hidden="true">–</span>
        <span className="sr-only">not known</span>
      </span>
    );
  }
  const text = format(value, unit, digits === undefined ? {} : { digits });
  const apart = range && format(range.low, unit) !== format(range.high, unit);
  const span = range && apart && (
    <>
      {" "}
      <span className={clsx("whitespace-nowrap font-normal text-muted", size === "large" && "text-sm")}>
        ({formatSpan(range, unit)})
      </span>
    </>
  );
  // A number and its unit stay in one line; a range may go to the next.
  const number = <span className="whitespace-nowrap">{text}</span>;
  if (!path || !show) {
    return (
      <span className={look}>
        {number}
        {span}
      </span>
    );
  }
  return (
    <button
      type="button"
      onClick={() => show(path, label)}
      title="How did this come about?"
      className={clsx(
        look,
        "-my-0.5 min-h-6 min-w-6 rounded align-baseline [text-align:inherit] decoration-line-strong decoration-dotted underline-offset-4 hover:underline focus-visible:underline",
      )}
    >
      {number}
      {span}
      <span className="sr-only">{label ? `, ${label}` : ""}: how did this come about?</span>
    </button>
  );
}
