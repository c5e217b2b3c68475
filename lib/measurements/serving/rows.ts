import { z } from "zod";
import { readCsv } from "../read-csv";

/** Runs with a fixed number of users, as they were published; see ../data/README.md. */

const count = z.coerce.number().int().min(1);
const positive = z.coerce.number().positive();
/** Empty where it was not said, which for degrees means 1. */
const degree = z.preprocess((value) => (value === "" ? 1 : value), count);

const rowSchema = z.object({
  id: z.string().min(1),
  model: z.string().min(1),
  accelerator: z.string().min(1),
  engine: z.enum(["vllm", "sglang", "trtllm"]),
  engine_version: z.string(),
  linear_dtype: z.string(),
  expert_dtype: z.string(),
  isl: positive,
  osl: positive,
  concurrency: count,
  tp: degree,
  attention_dp: degree,
  expert_tp: degree,
  expert_ep: degree,
  ttft_ms: positive,
  tpot_ms: positive,
  source: z.string().min(1),
});
export type ServingRow = z.infer<typeof rowSchema>;

export const readServingRows = (): ServingRow[] => readCsv("serving-closed-loop.csv", rowSchema);

/** Day of the run where the source says it. */
export const measuredOn = ({ source }: Pick<ServingRow, "source">): string | null =>
  /measured=(\d{4}-\d\d-\d\d)/.exec(source)?.[1] ?? null;
