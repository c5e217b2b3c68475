"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useStore } from "zustand";
import type { CatalogueFacts } from "./applies";
import type { Defaults } from "./draft";
import type { DraftState, DraftStore } from "./draft-store";
import type { Pickers } from "./pickers";

/** What the engine refused, and the field it names. */
export type EngineProblem = { path: string | undefined; message: string };

type Form = {
  store: DraftStore;
  defaults: Defaults;
  pickers: Pickers;
  problem: EngineProblem | null;
  catalogue: CatalogueFacts;
};

const FormContext = createContext<Form | null>(null);

export function DraftProvider(props: Omit<Form, "catalogue"> & { children: ReactNode }) {
  const { store, defaults, pickers, problem, children } = props;
  const form = useMemo(() => {
    const published = new Set(pickers.facilityPowerPublished);
    const tiered = new Set(pickers.pricedByLength);
    const hourly = new Set(pickers.pricedByHour);
    return {
      store,
      defaults,
      pickers,
      problem,
      catalogue: {
        facilityPowerPublished: (id: string) => published.has(id),
        pricedByLength: (price: string) => tiered.has(price),
        pricedByHour: (price: string) => hourly.has(price),
      },
    };
  }, [store, defaults, pickers, problem]);
  return <FormContext value={form}>{children}</FormContext>;
}

export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error("a field of a scenario stands outside a DraftProvider");
  return form;
}

export const useDraft = <T,>(select: (state: DraftState) => T): T => useStore(useForm().store, select);
