"use client";

import { Switch as Base } from "@base-ui/react/switch";
import { useId } from "react";

type SwitchProps = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
  hideLabel?: boolean;
  id?: string;
  disabled?: boolean;
  "aria-describedby"?: string;
};

export function Switch({ checked, onChange, label, hideLabel = false, id, ...rest }: SwitchProps) {
  const labelId = useId();
  return (
    <span className="inline-flex min-h-8 items-center gap-2">
      <Base.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        aria-labelledby={labelId}
        className="inline-flex h-6 w-10 shrink-0 items-center rounded-full border border-line-strong bg-sunken px-0.5 transition-colors data-checked:border-accent data-checked:bg-accent"
        {...rest}
      >
        <Base.Thumb className="size-4.5 rounded-full bg-line-strong transition-transform data-checked:translate-x-4 data-checked:bg-on-accent" />
      </Base.Root>
      <span id={labelId} className={hideLabel ? "sr-only" : ""}>
        {label}
      </span>
    </span>
  );
}
