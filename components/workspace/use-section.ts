"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { considerations, type Section } from "@/lib/contract/field";

export const sections = ["overview", ...considerations] as const satisfies readonly Section[];

/** The section on the screen stands in the address, so that it can be linked to and Back returns to the one before. */
export const useSection = () =>
  useQueryState("section", parseAsStringLiteral(sections).withDefault("overview").withOptions({ history: "push" }));
