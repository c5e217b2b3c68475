"use client";

import { useStore } from "zustand";
import { useForm } from "../forms/draft-context";
import { Button } from "../ui/button";
import { useUndoKeys } from "./use-undo-keys";

export function UndoButtons() {
  const { store } = useForm();
  useUndoKeys(store);
  const canUndo = useStore(store.temporal, ({ pastStates }) => pastStates.length > 0);
  const canRedo = useStore(store.temporal, ({ futureStates }) => futureStates.length > 0);
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        disabled={!canUndo}
        aria-keyshortcuts="Control+Z"
        title="Undo (Ctrl+Z)"
        onClick={() => store.getState().undo()}
      >
        Undo
      </Button>
      <Button
        variant="ghost"
        size="sm"
        disabled={!canRedo}
        aria-keyshortcuts="Control+Shift+Z"
        title="Redo (Ctrl+Shift+Z)"
        onClick={() => store.getState().redo()}
      >
        Redo
      </Button>
    </>
  );
}
