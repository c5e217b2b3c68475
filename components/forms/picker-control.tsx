"use client";

import { Combobox } from "../ui/combobox";
import { useForm } from "./draft-context";
import { namedOptions, nearestOptions } from "./nearest";
import type { PickerOption } from "./pickers";
import { describedBy, type Field } from "./use-field";

type Picker = {
  path: string;
  field: Field;
  options: PickerOption[];
  /** What the options are, for the sentence about one that is not among them. */
  called: string;
  /** True where the engine may know names that are not listed, so that only its word counts. */
  open?: boolean;
};

/** One of many: filtered as typed; an entry that is not in the list gets the nearest ones offered. */
export function PickerControl({ path, field, options, called, open = false }: Picker) {
  const { store } = useForm();
  const value = field.text ?? String(field.value ?? "");
  const known = options.some((option) => option.value === value);
  const set = (next: string) => store.getState().setValue(path, next);
  const listed = known ? options : [{ value, label: value }, ...options];
  const doubtful = value !== "" && options.length > 0 && !known && (!open || field.message !== undefined);
  return (
    <>
      <Combobox
        id={field.id}
        aria-describedby={describedBy(field)["aria-describedby"]}
        invalid={field.message !== undefined}
        value={value}
        onChange={set}
        options={listed}
        allowAny
      />
      {doubtful && <Nearest value={value} refusal={field.message} options={options} called={called} onPick={set} />}
    </>
  );
}

type NearestProps = {
  value: string;
  refusal: string | undefined;
  options: PickerOption[];
  called: string;
  onPick(value: string): void;
};

function Nearest({ value, refusal, options, called, onPick }: NearestProps) {
  const named = refusal === undefined ? [] : namedOptions(refusal, options);
  const near = named.length > 0 ? named : nearestOptions(value, options);
  return (
    <p className="text-sm text-warning">
      {refusal === undefined && `“${value}” is not among the ${called}. `}
      {near.length > 0 && "Did you mean "}
      {near.map((option, index) => (
        <span key={option.value}>
          {index > 0 && (index === near.length - 1 ? " or " : ", ")}
          <button
            type="button"
            className="cursor-pointer text-accent underline underline-offset-2"
            onClick={() => onPick(option.value)}
          >
            {option.value}
          </button>
          {index === near.length - 1 && "?"}
        </span>
      ))}
    </p>
  );
}
