"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactNode } from "react";

type PopoverProps = { label: string; trigger: ReactNode; title?: string; children: ReactNode };

/** A short note on demand; `label` is the button's accessible name. */
export function Popover({ label, trigger, title, children }: PopoverProps) {
  return (
    <Base.Root>
      <Base.Trigger
        aria-label={label}
        className="inline-flex min-h-6 min-w-6 items-center justify-center gap-1 rounded text-muted hover:text-strong"
      >
        {trigger}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="start" className="z-50">
          <Base.Popup
            aria-label={title === undefined ? label : undefined}
            className="w-80 max-w-(--available-width) rounded-md border border-line-strong bg-surface p-4 shadow-lg"
          >
            {title && <Base.Title className="mb-1 text-sm">{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
