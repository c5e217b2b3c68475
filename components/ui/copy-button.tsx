"use client";

import { useEffect, useState } from "react";
import { Button } from "./button";
import { Icon } from "./icons";

type CopyButtonProps = { text: string | (() => string); label: string };

export function CopyButton({ text, label }: CopyButtonProps) {
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2500);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () =>
    navigator.clipboard.writeText(typeof text === "string" ? text : text()).then(
      () => setState("copied"),
      () => setState("failed"),
    );
  return (
    <Button size="sm" onClick={() => void copy()}>
      <Icon name={state === "copied" ? "check" : "copy"} />
      <span aria-live="polite">
        {state === "idle" ? label : state === "copied" ? "Copied" : "Copy it by hand: the browser refused"}
      </span>
    </Button>
  );
}
