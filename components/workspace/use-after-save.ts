"use client";

import { useEffect, useRef, useState } from "react";
import { useToast } from "../ui/toast";
import { saveWords } from "./save-words";
import type { Saving } from "./use-saving";

type Action = (version: number) => void;

/** Runs what reads the stored document (a revision, a copy) only once the server has the latest state. */
export function useAfterSave({ state, saveNow }: Saving): (action: Action) => void {
  const { show } = useToast();
  const waiting = useRef<Action | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const action = waiting.current;
    if (asked === 0 || !action || state.kind === "saving") return;
    waiting.current = null;
    if (state.kind === "saved") action(state.version);
    else
      show({ title: "Not done, as the latest changes are not saved", description: saveWords(state), tone: "danger" });
  }, [asked, state, show]);
  return (action) => {
    waiting.current = action;
    setAsked((count) => count + 1);
    void saveNow();
  };
}
