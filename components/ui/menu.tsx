"use client";

import { Menu as Base } from "@base-ui/react/menu";
import clsx from "clsx";
import type { ReactNode } from "react";
import { buttonLook } from "./button";
import { Icon } from "./icons";

export type MenuItem = { label: string; onSelect: () => void; danger?: boolean; disabled?: boolean };

/** A button with further actions behind it; `label` names it, `trigger` is what it shows. */
export function Menu({ label, trigger, items }: { label: string; trigger?: ReactNode; items: readonly MenuItem[] }) {
  return (
    <Base.Root>
      <Base.Trigger
        aria-label={trigger === undefined ? label : undefined}
        className={buttonLook(trigger === undefined ? "ghost" : "secondary", "sm")}
      >
        {trigger ?? <Icon name="dots" />}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner align="end" sideOffset={4} className="z-50">
          <Base.Popup
            aria-label={label}
            className="min-w-44 rounded-md border border-line-strong bg-surface py-1 shadow-lg outline-none"
          >
            {items.map((item) => (
              <Base.Item
                key={item.label}
                disabled={item.disabled}
                onClick={item.onSelect}
                className={clsx(
                  "flex min-h-9 cursor-default items-center px-3 outline-none data-disabled:opacity-55 data-highlighted:bg-sunken",
                  item.danger ? "text-danger" : "text-strong",
                )}
              >
                {item.label}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
