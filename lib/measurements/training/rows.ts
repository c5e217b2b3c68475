import { z } from "zod";
import { readCsv } from "../read-csv";

/** Runs of pre-training and fine-tuning as they were published; see ../data/README.md. */

/** Empty or in words where the source does not say. */
const known = z.preprocess((value) => {
  const number = Number(value);
  return value === "" || !Number.isFinite(number) || number <= 0 ? null : number;
}, z.number().nullable());

const rowSchema = z.object({
  id: z.string().min(1),
  source_title: z.string(),
  source_url: z.string(),
  date: z.string(),
  model: z.string().min(1),
  params_b: known,
  method: z.string(),
  optimizer: z.string(),
  precision: z.string(),
  zero_or_fsdp_stage: z.string(),
  offload: z.string(),
  grad_checkpointing: z.string(),
  seq_len: known,
  micro_batch: known,
  global_batch: known,
  lora_rank: known,
  accelerator: z.string(),
  n_accelerators: known,
  tp: known,
  pp: known,
  dp: known,
  peak_mem_gib_per_gpu: known,
  tokens_per_s_total: known,
  tokens_per_s_per_gpu: known,
  outcome: z.string(),
  provenance: z.string(),
  suspect: z.string(),
  notes: z.string(),
});
export type TrainingRow = z.infer<typeof rowSchema>;

export const readTrainingRows = (): TrainingRow[] => readCsv("training.csv", rowSchema);
