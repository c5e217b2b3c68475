import { layoutOf, modelOf } from "./reading";
import { measuredOn, type ServingRow } from "./rows";

/** Rows that do not say what they measured. None is here for being far from an estimate. */

export type Fault = { reason: string; holds: (row: ServingRow, all: readonly ServingRow[]) => boolean };

const isDeepSeek = ({ model }: ServingRow) => model.includes("DeepSeek");
const onB200 = ({ accelerator }: ServingRow) => accelerator === "nvidia-b200-sxm";

const runKey = (row: ServingRow): string =>
  [
    row.accelerator,
    row.engine,
    row.linear_dtype,
    row.isl,
    row.osl,
    row.concurrency,
    row.tp,
    row.tpot_ms.toPrecision(4),
  ].join();

/** The dump of the database has the plain runs alone. */
const plainRuns = new WeakMap<readonly ServingRow[], Set<string>>();
function isPlainRun(row: ServingRow, all: readonly ServingRow[]): boolean {
  const known = plainRuns.get(all) ?? new Set(all.filter(({ source }) => source.startsWith("db-dump")).map(runKey));
  plainRuns.set(all, known);
  return known.has(runKey(row));
}

const speculation =
  "The configuration used speculative decoding (multi-token prediction), which the row does not say; InferenceX lists both under one name";

/**
 * From InferenceX's public configuration and its change log: TensorRT-LLM 1.2.0rc6.post3 and the run of January 14 on
 * 1.1.0rc2.post2 are the `-mtp` configurations of DeepSeek R1 (pull requests 632, 642), `dsr1-fp8-b200-sglang-mtp` (626,
 * 943) and `qwen3.5-fp8-b200-sglang-mtp` (898) those of SGLang.
 */
function speculates(row: ServingRow, all: readonly ServingRow[]): boolean {
  if (isDeepSeek(row) && row.engine === "trtllm") {
    return (
      row.engine_version === "1.2.0rc6.post3" ||
      (row.engine_version === "1.1.0rc2.post2" && measuredOn(row) === "2026-01-14")
    );
  }
  if (isDeepSeek(row) && row.engine === "sglang" && onB200(row)) {
    const listed = row.linear_dtype === "fp8" && measuredOn(row) === "2026-03-25" && row.tp === 8;
    return listed && !isPlainRun(row, all);
  }
  return (
    row.model.includes("Qwen3.5") && onB200(row) && row.linear_dtype === "fp8" && row.tp === 4 && row.expert_ep === 1
  );
}

function sameRun(row: ServingRow): string {
  const { accelerator, engine, linear_dtype, expert_dtype, isl, osl, concurrency, tpot_ms, ttft_ms } = row;
  const asked = [modelOf(row), accelerator, engine, linear_dtype, expert_dtype, isl, osl, concurrency];
  const { tp, dp, expertTp, expertEp } = layoutOf(row);
  return [...asked, tp, dp, expertTp, expertEp, tpot_ms.toFixed(2), ttft_ms.toFixed(0)].join();
}

export const faults: readonly Fault[] = [
  {
    reason:
      "Prefill and decode ran on separate workers of the rack and `tp` is the sum of their accelerators (12, 20, 28, 36, 52 and 72 cannot split 128 heads)",
    holds: ({ accelerator, tp }) => accelerator === "nvidia-gb200-nvl72" && tp > 8,
  },
  {
    reason:
      "Prompts must have come from a prefix cache: computing them in the time measured would take 79 to 100 % of the accelerator's peak, where the fastest kernels reach 58 %",
    holds: ({ model }) => model === "nvidia/Llama-3.1-8B-Instruct-FP8",
  },
  { reason: speculation, holds: speculates },
];

export type Sorted = { kept: ServingRow[]; excluded: { id: string; reason: string }[] };

/** Rows to score, and those left aside with the reason; of one run in several files, the first counts. */
export function sorted(all: readonly ServingRow[]): Sorted {
  const kept: ServingRow[] = [];
  const excluded: Sorted["excluded"] = [];
  const seen = new Set<string>();
  for (const row of all) {
    const fault = faults.find(({ holds }) => holds(row, all));
    const run = sameRun(row);
    if (fault) excluded.push({ id: row.id, reason: fault.reason });
    else if (seen.has(run)) excluded.push({ id: row.id, reason: "The same run, from another file, is scored already" });
    else {
      kept.push(row);
      seen.add(run);
    }
  }
  return { kept, excluded };
}
