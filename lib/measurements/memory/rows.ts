import { z } from "zod";
import { readCsv } from "../read-csv";

/** What engines, vendors and files say about memory, as it was published; see ../data/README.md. */

/** Empty where the source does not say. */
const known = z.preprocess((value) => (value === "" ? null : value), z.coerce.number().positive().nullable());

const rowSchema = z.object({
  id: z.string().min(1),
  source_title: z.string(),
  source_url: z.string(),
  date: z.string(),
  model: z.string().min(1),
  weight_dtype_or_quant: z.string(),
  kv_dtype: z.string(),
  accelerator: z.string(),
  accel_mem_gib: known,
  tp: known,
  pp: known,
  engine: z.string(),
  engine_version: z.string(),
  gpu_memory_utilization: known,
  max_model_len: known,
  weights_gib_measured: known,
  kv_cache_gib_measured: known,
  kv_tokens_capacity: known,
  max_concurrency_reported: known,
  total_gib_measured: known,
  context_tokens: known,
  batch: known,
  kv_bytes_per_token_implied: known,
  attention_kind: z.string(),
  provenance: z.enum(["engine-log", "file-size", "vendor-table", "community-bench"]),
  suspect: z.string(),
  notes: z.string(),
});
export type MemoryRow = z.infer<typeof rowSchema>;

export const readMemoryRows = (): MemoryRow[] => readCsv("inference-memory.csv", rowSchema);
