import clsx from "clsx";
import type { UseFormRegisterReturn } from "react-hook-form";

type RadioCardsProps = {
  legend: string;
  options: readonly { value: string; label: string; note?: string }[];
  field: UseFormRegisterReturn;
  problem: string | undefined;
};

/** One answer of several, as the browser's own radio buttons: arrow keys move, a label is the whole card. */
export function RadioCards({ legend, options, field, problem }: RadioCardsProps) {
  const problemId = `${field.name}-problem`;
  return (
    <fieldset aria-describedby={problem ? problemId : undefined} className="flex min-w-0 flex-col gap-2">
      <legend className="mb-2 font-semibold text-strong">{legend}</legend>
      <div className="grid gap-1.5 sm:grid-cols-2">
        {options.map(({ value, label, note }) => (
          <label
            key={value}
            className={clsx(
              "flex min-h-10 items-start gap-2.5 rounded-md border bg-surface px-3 py-2 hover:bg-sunken",
              "has-checked:border-accent has-checked:bg-info-soft",
              problem ? "border-danger" : "border-line-strong",
            )}
          >
            <input type="radio" value={value} className="mt-0.5 size-4 shrink-0 accent-accent" {...field} />
            <span className="min-w-0">
              <span className="block text-strong">{label}</span>
              {note && <span className="block text-xs text-muted">{note}</span>}
            </span>
          </label>
        ))}
      </div>
      {problem && (
        <p id={problemId} role="alert" className="text-danger">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
