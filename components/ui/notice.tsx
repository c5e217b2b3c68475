import clsx from "clsx";
import type { ReactNode } from "react";
import { type Tone, toneIcon, toneLook } from "./badge";
import { Icon } from "./icons";

type NoticeProps = {
  tone: Exclude<Tone, "neutral">;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  role?: "alert" | "status";
};

export function Notice({ tone, title, children, action, role }: NoticeProps) {
  return (
    <div
      role={role}
      className={clsx("flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md px-4 py-3", toneLook[tone])}
    >
      <Icon name={toneIcon[tone] ?? "info"} className="mt-0.5 size-4" />
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-semibold">{title}</p>
        {children && <div className="mt-0.5 text-body">{children}</div>}
      </div>
      {action}
    </div>
  );
}
