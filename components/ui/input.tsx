import clsx from "clsx";
import type { InputHTMLAttributes, Ref } from "react";

export const fieldLook = (invalid: boolean | undefined, className?: string): string =>
  clsx(
    !className?.includes("w-auto") && "w-full",
    "min-h-9 rounded-md border bg-surface px-2.5 py-1.5 text-strong",
    "hover:border-strong disabled:bg-sunken disabled:text-muted",
    invalid ? "border-danger" : "border-line-strong",
    className,
  );

type InputProps = InputHTMLAttributes<HTMLInputElement> & {
  invalid?: boolean;
  /** Shown at the right end inside. */
  unit?: string;
  ref?: Ref<HTMLInputElement>;
};

export function Input({ invalid, unit, className, ...rest }: InputProps) {
  const input = (
    <input
      aria-invalid={invalid || undefined}
      className={fieldLook(
        invalid,
        clsx(unit && "min-h-8.5! min-w-0 border-0! bg-transparent! outline-none", className),
      )}
      {...rest}
    />
  );
  if (!unit) return input;
  return (
    <span
      className={clsx(
        "flex w-full items-center rounded-md border bg-surface hover:border-strong",
        "focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent",
        invalid ? "border-danger" : "border-line-strong",
      )}
    >
      {input}
      <span aria-hidden="true" className="shrink-0 pr-2.5 text-muted whitespace-nowrap">
        {unit}
      </span>
    </span>
  );
}
