"use client";

import { useState } from "react";
import type { Section } from "@/lib/contract/field";
import type { Scenario } from "@/lib/contract/scenario";
import type { DraftStore } from "../forms/draft-store";
import { acquisitionPath, wordsAt } from "../forms/words-at";
import { useSection } from "./use-section";

/** A field to bring into view; a new object each time it is asked for. */
export type Revealed = { path: string };

/** The engine speaks of hardware as a whole where its price is meant. */
function fieldFor(path: string, { paths }: Scenario): string {
  if (path !== acquisitionPath) return path;
  const price = paths.selfHosted.acquisition.kind === "buy" ? "usdPerAccelerator" : "ownUsdPerAcceleratorHour";
  return `${acquisitionPath}.${price}`;
}

/** Which section is on the screen, and how to get to another or to one field, wherever it stands. */
export function usePlace(store: DraftStore) {
  const [section, setQuery] = useSection();
  const [reveal, setReveal] = useState<Revealed | null>(null);
  const setSection = (next: Section) => {
    setReveal(null);
    void setQuery(next);
  };
  const onReveal = (asked: string) => {
    const path = fieldFor(asked, store.getState().document);
    const words = wordsAt(path);
    if (!words) return;
    setReveal({ path });
    void setQuery(words.section);
  };
  return { section, reveal, setSection, onReveal };
}
