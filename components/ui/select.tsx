import clsx from "clsx";
import type { SelectHTMLAttributes } from "react";
import { fieldLook } from "./input";

type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, "value" | "onChange" | "children"> & {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
  invalid?: boolean;
};

/** The browser's own list: the best there is on a phone and by keyboard. */
export function Select({ value, onChange, options, invalid, className, ...rest }: SelectProps) {
  return (
    <select
      value={value}
      onChange={(event) => onChange(event.target.value)}
      aria-invalid={invalid || undefined}
      className={fieldLook(invalid, clsx("text-ellipsis", className))}
      {...rest}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
