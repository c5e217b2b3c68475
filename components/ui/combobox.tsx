"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { useMemo } from "react";
import { Icon } from "./icons";
import { fieldLook } from "./input";

export type ComboboxOption = { value: string; label: string; note?: string };
type ComboboxProps = {
  value: string;
  onChange: (value: string) => void;
  options: readonly ComboboxOption[];
  id?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  invalid?: boolean;
  placeholder?: string;
  /** What is typed counts even where no option bears it; the caller then says what is wrong with it. */
  allowAny?: boolean;
};

/** A list to search by typing. */
export function Combobox({ value, onChange, options, invalid, allowAny = false, ...input }: ComboboxProps) {
  const chosen = useMemo(
    () => options.find((option) => option.value === value) ?? (value === "" ? null : { value, label: value }),
    [options, value],
  );
  const leave = (text: string) => {
    const typed = text.trim();
    if (!allowAny || typed === "" || typed === chosen?.label) return;
    const known = options.find((option) => option.label === typed || option.value === typed);
    onChange(known?.value ?? typed);
  };
  return (
    <Base.Root
      items={options}
      value={chosen}
      onValueChange={(option: ComboboxOption | null) => option && onChange(option.value)}
      itemToStringLabel={(option: ComboboxOption) => option.label}
      isItemEqualToValue={(a: ComboboxOption, b: ComboboxOption) => a.value === b.value}
      limit={60}
    >
      <div className="relative">
        <Base.Input
          className={fieldLook(invalid, "pr-9")}
          aria-invalid={invalid || undefined}
          onBlur={(event) => leave(event.target.value)}
          {...input}
        />
        <Base.Trigger
          aria-label="Show the list"
          className="absolute inset-y-0 right-0 grid w-9 place-items-center text-muted"
        >
          <Icon name="chevronDown" />
        </Base.Trigger>
      </div>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50">
          <Base.Popup className="max-h-[min(22rem,var(--available-height))] w-(--anchor-width) min-w-64 max-w-(--available-width) overflow-y-auto rounded-md border border-line-strong bg-surface py-1 shadow-lg">
            <Base.Empty>
              <p className="px-3 py-2 text-muted">Nothing in the list matches what you typed.</p>
            </Base.Empty>
            <Base.List>
              {(option: ComboboxOption) => (
                <Base.Item
                  key={option.value}
                  value={option}
                  className="cursor-default px-3 py-1.5 text-strong data-highlighted:bg-sunken data-selected:font-semibold"
                >
                  <span className="block">{option.label}</span>
                  {option.note && <span className="block text-xs font-normal text-muted">{option.note}</span>}
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
