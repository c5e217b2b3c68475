import clsx from "clsx";
import type { ReactNode } from "react";
import { Icon } from "./icons";

type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  defaultOpen?: boolean;
  id?: string;
  /** In the line of a table, where it must stand level with its neighbours. */
  dense?: boolean;
  /** For what is only drawn once it is opened. */
  onOpen?: () => void;
};

/** The browser's own: works before scripts do, and finding in the page opens it. */
export function Disclosure({ summary, children, defaultOpen = false, id, dense = false, onOpen }: DisclosureProps) {
  return (
    <details
      id={id}
      open={defaultOpen || undefined}
      onToggle={onOpen && (({ currentTarget }) => currentTarget.open && onOpen())}
    >
      <summary
        className={clsx(
          "flex list-none items-center gap-1.5 font-medium text-strong [&::-webkit-details-marker]:hidden",
          dense ? "min-h-6 -my-0.5" : "min-h-9",
        )}
      >
        <Icon
          name="chevronRight"
          className="size-4 text-muted transition-transform in-[details[open]>summary]:rotate-90"
        />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
