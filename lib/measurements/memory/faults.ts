import { ggufAverageBits } from "@/lib/engine/measuring";
import { kvOf, statedBits, weightsOf } from "./reading";
import type { MemoryRow } from "./rows";

/** Rows that do not say what they measured, or measured what no request can ask. None is here for being far off. */

/** A file may carry the name of a mix and hold another: its own bits per parameter tell, where they are stated. */
const sameMix = 0.05;
const wholeBits = 16;
export function customMix(row: MemoryRow): boolean {
  const format = weightsOf(row);
  const stated = statedBits(row);
  const usual = format === "bf16" || format === "fp16" ? wholeBits : format ? ggufAverageBits(format) : null;
  return stated !== null && usual !== null && Math.abs(stated / usual - 1) > sameMix;
}

/** Builds before llama.cpp knew latent attention kept every head's keys and values. */
export const expandedLatent = (row: MemoryRow): boolean => row.attention_kind.startsWith("MLA-as-MHA");

const faults: { reason: string; holds: (row: MemoryRow) => boolean }[] = [
  { reason: "Log fragments of two models are mixed", holds: ({ suspect }) => suspect.includes("mixed") },
  { reason: "How the model was split is inferred, not stated", holds: ({ suspect }) => suspect.includes("inferred") },
  {
    reason: "A digit is lost: 16.93 GB stands between 140 and 209 GB, for weights of 135 GB",
    holds: ({ id }) => id === "INF0248",
  },
  {
    reason: "It used a switch (--swa-full) that turns windows off, which no request has",
    holds: ({ notes }) => notes.includes("--swa-full;"),
  },
  {
    reason: "The reading is the share of memory the engine takes in advance, not what it needs",
    holds: ({ notes }) => notes.includes("mostly the pool pre-reservation"),
  },
  {
    reason: "It ran out of memory, so that no total is known",
    holds: ({ notes, total_gib_measured }) => /\bOOM\b/.test(notes) && total_gib_measured === null,
  },
  {
    reason: "Which of several models it was is inferred, not stated",
    holds: ({ notes }) => notes.includes("SUSPECT on model id"),
  },
  { reason: "The name of the model is not told", holds: ({ model }) => model.startsWith("Models (") },
  {
    reason: "A model without latent attention is logged with a latent cache: lines of two runs are mixed",
    holds: ({ kv_dtype, attention_kind }) => kv_dtype.startsWith("c^KV") && !attention_kind.startsWith("MLA"),
  },
  {
    reason: "The file is a mix of its own (named types it is not, or none), and keys and values differ or are expanded",
    holds: (row) =>
      (weightsOf(row) === null || customMix(row)) &&
      row.kv_bytes_per_token_implied !== null &&
      (kvOf(row) === null || expandedLatent(row)) &&
      row.total_gib_measured === null,
  },
  {
    reason:
      "Latent attention was not yet in the engine (llama.cpp before April 2025, vLLM 0.5): it held the expanded heads",
    holds: ({ notes }) => notes.includes("before absorbed MLA"),
  },
];

export const faultOf = (row: MemoryRow): string | null => faults.find(({ holds }) => holds(row))?.reason ?? null;
