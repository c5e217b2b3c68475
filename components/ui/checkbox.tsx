import clsx from "clsx";
import type { ReactNode } from "react";

type CheckboxProps = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ReactNode;
  hideLabel?: boolean;
  disabled?: boolean;
  id?: string;
};

export function Checkbox({ checked, onChange, label, hideLabel = false, disabled, id }: CheckboxProps) {
  return (
    <label className={clsx("inline-flex min-h-6 min-w-6 items-center gap-2", disabled && "opacity-60")}>
      <input
        id={id}
        type="checkbox"
        className="size-4 shrink-0 accent-accent"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={hideLabel ? "sr-only" : ""}>{label}</span>
    </label>
  );
}
