"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { sections } from "./sections";

/** The section on the screen stands in the address, so that it can be linked to and Back returns to the one before. */
export const useSection = () =>
  useQueryState("section", parseAsStringLiteral(sections).withDefault("overview").withOptions({ history: "push" }));
