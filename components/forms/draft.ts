import type { DefaultValue } from "@/lib/contract/catalogue";
import type { Scenario } from "@/lib/contract/scenario";

/** What was typed where the contract does not accept it: kept as typed, while the last valid value still counts. */
export type Invalid = { text: string; message: string };
export type InvalidFields = Readonly<Record<string, Invalid>>;

/** The scenario on the screen: a document that is valid at every moment, and what is not valid beside it. */
export type Draft = { document: Scenario; invalid: InvalidFields };

/** Default values by document path. */
export type Defaults = ReadonlyMap<string, DefaultValue>;
