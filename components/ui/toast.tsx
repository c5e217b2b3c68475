"use client";

import { Toast } from "@base-ui/react/toast";
import clsx from "clsx";
import { type ReactNode, useCallback, useMemo } from "react";
import { buttonLook } from "./button";
import { closeLook } from "./dialog";
import { Icon } from "./icons";

export type ToastMessage = {
  title: string;
  description?: string;
  tone?: "neutral" | "good" | "danger";
  action?: { label: string; onSelect: () => void };
  seconds?: number;
};

const tones: Record<string, string> = { neutral: "border-line-strong", good: "border-good", danger: "border-danger" };

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className={clsx("rounded-md border bg-surface shadow-lg", tones[toast.type ?? "neutral"])}
    >
      <Toast.Content className="flex items-center gap-3 py-2 pr-2 pl-4">
        <div className="min-w-0 flex-1 text-strong">
          <Toast.Title className="text-sm font-medium" />
          <Toast.Description className="text-muted" />
        </div>
        <Toast.Action className={buttonLook("secondary", "sm")} />
        <Toast.Close aria-label="Dismiss" className={closeLook}>
          <Icon name="cross" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="print-hidden fixed right-4 bottom-4 z-60 flex w-[min(26rem,calc(100vw-2rem))] flex-col gap-2">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

/** Short messages that go away by themselves; one with an action stays long enough to reach it. */
export function useToast(): { show: (message: ToastMessage) => void } {
  const { add, close } = Toast.useToastManager();
  const show = useCallback(
    ({ title, description, tone = "neutral", action, seconds }: ToastMessage) => {
      const id = add({
        title,
        description,
        type: tone,
        timeout: (seconds ?? (action ? 12 : 5)) * 1000,
        priority: tone === "danger" ? "high" : "low",
        ...(action && {
          actionProps: {
            children: action.label,
            onClick: () => {
              close(id);
              action.onSelect();
            },
          },
        }),
      });
    },
    [add, close],
  );
  return useMemo(() => ({ show }), [show]);
}
