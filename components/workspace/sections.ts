import { considerations, type Section } from "@/lib/contract/field";

/** In the order of the rail. */
export const sections = ["overview", ...considerations] as const satisfies readonly Section[];
