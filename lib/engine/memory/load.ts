import type { Figure } from "../figure";

/** Sequences in flight and the tokens each holds. */
export type MemoryLoad = { sequences: Figure<number>; contextTokens: Figure<number> };
