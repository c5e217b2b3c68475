import type { ReactNode } from "react";
import { Figure, type FigureProps } from "./figure";

/** Figures under one another, their values in line at the right. */
export function FigureList({ children }: { children: ReactNode }) {
  return <dl className="flex flex-col">{children}</dl>;
}

type FigureRowProps = Omit<FigureProps, "label" | "size"> & { label: ReactNode; hint?: string };

export function FigureRow({ label, hint, ...figure }: FigureRowProps) {
  return (
    <div className="flex items-baseline justify-between gap-x-4 border-t border-line py-1.5 first:border-t-0">
      <dt className="min-w-0">
        {label}
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </dt>
      <dd className="max-w-[60%] shrink-0 text-right">
        <Figure {...figure} {...(typeof label === "string" && { label })} />
      </dd>
    </div>
  );
}

type Field<T> = { [K in keyof T & string]: T[K] extends number | null ? K : never }[keyof T & string];

type FieldRow<T> = Pick<FigureRowProps, "label" | "hint" | "unit" | "digits"> & {
  field: Field<T>;
  /** Left out where it is nothing. */
  ifAny?: true;
};

/** Figures of one part of a result, by the names they have there; what is null is left out. */
export function FigureRows<T extends object>({
  of,
  path,
  rows,
}: {
  of: T;
  path: string;
  rows: readonly FieldRow<T>[];
}) {
  return rows.map(({ field, ifAny, ...row }) => {
    const value = of[field] as number | null;
    if (value === null || (ifAny && value === 0)) return null;
    return <FigureRow key={field} {...row} value={value} path={`${path}.${field}`} />;
  });
}
