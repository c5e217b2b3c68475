import clsx from "clsx";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icons";

export type Tone = "neutral" | "good" | "warning" | "danger" | "info";

export const toneLook: Record<Tone, string> = {
  neutral: "bg-sunken text-body",
  good: "bg-good-soft text-good",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
  info: "bg-info-soft text-info",
};
export const toneIcon: Record<Tone, IconName | null> = {
  neutral: null,
  good: "check",
  warning: "warning",
  danger: "cross",
  info: "info",
};

type BadgeProps = {
  tone?: Tone;
  /** Without its sign, where many stand side by side and the words tell them apart. */
  bare?: boolean;
  children: ReactNode;
};

export function Badge({ tone = "neutral", bare = false, children }: BadgeProps) {
  const icon = bare ? null : toneIcon[tone];
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1 rounded px-1.5 py-0.5 text-xs font-medium whitespace-nowrap",
        toneLook[tone],
      )}
    >
      {icon && <Icon name={icon} className="size-3.5" />}
      {children}
    </span>
  );
}
