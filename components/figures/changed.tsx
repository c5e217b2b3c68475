"use client";

import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";

const shownMs = 4_000;

type ChangedProps = { value: number; format: (value: number) => string; children: ReactNode };

/** Says for some seconds what a figure was before it moved. */
export function Changed({ value, format, children }: ChangedProps) {
  const before = useRef(value);
  const [was, setWas] = useState<string>();
  const words = useEffectEvent((from: number) => (format(from) === format(value) ? undefined : format(from)));
  useEffect(() => {
    const from = before.current;
    before.current = value;
    if (from === value) return;
    setWas(words(from));
    const timer = setTimeout(() => setWas(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [value]);
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      {children}
      {was !== undefined && <span className="text-xs text-muted">was {was}</span>}
    </span>
  );
}
