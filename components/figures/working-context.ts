"use client";

import { createContext, useContext } from "react";

/** Opens the panel on the figure at a path of the result. */
export type ShowWorking = (path: string, label?: string) => void;

export const WorkingContext = createContext<ShowWorking | undefined>(undefined);

/** Undefined outside a WorkingProvider: there figures are plain text. */
export const useShowWorking = (): ShowWorking | undefined => useContext(WorkingContext);
