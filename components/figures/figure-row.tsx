import type { ReactNode } from "react";
import { Figure, type FigureProps } from "./figure";

/** Figures under one another, their values in line at the right. */
export function FigureList({ children }: { children: ReactNode }) {
  return <dl className="flex flex-col">{children}</dl>;
}

type FigureRowProps = Omit<FigureProps, "label" | "size"> & { label: ReactNode; hint?: string };

export function FigureRow({ label, hint, ...figure }: FigureRowProps) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line py-1.5 first:border-t-0">
      <dt className="min-w-0">
        {label}
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </dt>
      <dd className="ml-auto text-right">
        <Figure {...figure} {...(typeof label === "string" && { label })} />
      </dd>
    </div>
  );
}
