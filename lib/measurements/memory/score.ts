import type { ReferenceData } from "@/lib/contract/reference";
import { type MemoryAnswer, memoryKind, memoryRequestSchema } from "@/lib/engine/measuring";
import { type Compared, type ExcludedRow, type Metric, metrics, type ScoredRow } from "../accuracy";
import { quantile } from "../statistics";
import { configs } from "./configs";
import { customMix, expandedLatent, faultOf } from "./faults";
import { engineOf, engineVersionOf, kvOf, promptTokensOf, weightsOf } from "./reading";
import type { MemoryRow } from "./rows";

/** Files and totals are the same on any accelerator, so a row that names none is asked about this one. */
const anyAccelerator = "nvidia-h100-sxm";
/** Where a short generation is all the source says. */
const shortTokens = 256;

function acceleratorOf(row: MemoryRow, reference: ReferenceData): string | null {
  const found = reference.findAccelerator(row.accelerator);
  return found.ok ? found.value.id : null;
}

function requestOf(row: MemoryRow, reference: ReferenceData) {
  const config = configs[row.model];
  const { id: engine } = engineOf(row);
  const load = row.total_gib_measured === null ? {} : loadOf(row);
  return memoryRequestSchema.parse({
    kind: "memory",
    model: config ? { config } : row.model.replace(/ \(.*$/, ""),
    accelerator: acceleratorOf(row, reference) ?? anyAccelerator,
    engine,
    weights: weightsOf(row) ?? undefined,
    kv: kvOf(row) ?? undefined,
    tp: row.tp ?? 1,
    pp: row.pp ?? 1,
    engineVersion: engineVersionOf(row),
    ...(row.gpu_memory_utilization === null ? {} : { gpuMemoryUtilization: row.gpu_memory_utilization }),
    ...(row.max_model_len === null ? {} : { maxModelLen: row.max_model_len }),
    ...load,
  });
}

function loadOf(row: MemoryRow) {
  const prompt = promptTokensOf(row);
  return {
    contextTokens: row.context_tokens ?? shortTokens,
    sequences: row.batch ?? 1,
    ...(prompt === null ? {} : { maxNumBatchedTokens: prompt * (row.batch ?? 1) }),
  };
}

/** Memory is not fitted to rows, so every way of leaving out gives the same; the range comes when all are there. */
const compare = (measured: number, predicted: number): Compared => ({
  measured,
  predicted: { fitted: predicted, modelLeftOut: predicted, acceleratorLeftOut: predicted, sourceLeftOut: predicted },
  low: predicted,
  high: predicted,
});

/** Tokens of a pool are those of its smallest stage, while its size is printed for one of them. */
const oneStage = (row: MemoryRow): boolean => (row.pp ?? 1) === 1;
const plainAttention = new Set(["MHA", "GQA", "MQA", "MLA", "GQA/MHA"]);

function comparedOf(row: MemoryRow, answer: MemoryAnswer, hasAccelerator: boolean): ScoredRow["compared"] {
  const perDevice = row.engine === "vllm" || row.engine === "sglang";
  const weights = perDevice ? answer.weightsGib : answer.weightsTotalGib;
  const readable = weightsOf(row) !== null && !customMix(row);
  const { weights_gib_measured, kv_cache_gib_measured, kv_bytes_per_token_implied } = row;
  const { max_concurrency_reported, total_gib_measured } = row;
  const pooled = perDevice && hasAccelerator && row.gpu_memory_utilization !== null;
  return {
    ...(weights_gib_measured !== null && readable && { weightsGib: compare(weights_gib_measured, weights) }),
    ...(kv_bytes_per_token_implied !== null &&
      oneStage(row) &&
      kvOf(row) !== null &&
      plainAttention.has(row.attention_kind) &&
      !expandedLatent(row) && { kvBytesPerToken: compare(kv_bytes_per_token_implied, answer.kvBytesPerToken) }),
    ...(kv_cache_gib_measured !== null && pooled && { kvPoolGib: compare(kv_cache_gib_measured, answer.kvPoolGib) }),
    ...(max_concurrency_reported !== null &&
      pooled && { maxConcurrency: compare(max_concurrency_reported, answer.maxConcurrencyAtMaxModelLen) }),
    ...(total_gib_measured !== null &&
      answer.totalForLoadGib !== undefined && { totalGib: compare(total_gib_measured, answer.totalForLoadGib) }),
  };
}

const addressOf = (words: string): string => /https?:\/\/\S+/.exec(words)?.[0] ?? "https://github.com";

/** One title for a study of which each row has its own log. */
const titleOf = (words: string): string => words.replace(/: [^:]*\.log$/, "").replace(/ \(.*$/, "");

export type Scored = { rows: ScoredRow[]; excluded: ExcludedRow[] };

export function scoredMemory(rows: readonly MemoryRow[], reference: ReferenceData): Scored {
  const scored: Scored = { rows: [], excluded: [] };
  for (const row of rows) {
    const fault = faultOf(row);
    if (fault) {
      scored.excluded.push({ id: row.id, reason: fault });
      continue;
    }
    const outcome = memoryKind(requestOf(row, reference), { reference });
    if (!outcome.ok) {
      scored.excluded.push({ id: row.id, reason: `It cannot be asked of the product: ${outcome.message}` });
      continue;
    }
    const answer = outcome.value;
    const compared = comparedOf(row, answer, acceleratorOf(row, reference) !== null);
    if (Object.keys(compared).length === 0) {
      scored.excluded.push({ id: row.id, reason: "Nothing in it can be asked of the product as it was measured" });
      continue;
    }
    scored.rows.push(scoredRow(row, answer, compared, reference));
  }
  return { ...scored, rows: withRanges(scored.rows) };
}

/** Measured ÷ predicted between which 8 of 10 rows of a metric lie, around each prediction. */
function withRanges(rows: readonly ScoredRow[]): ScoredRow[] {
  const bands = new Map(
    metrics.flatMap((metric) => {
      const ratios = rows.flatMap(({ compared }) => {
        const values = compared[metric];
        return values ? [values.measured / values.predicted.fitted] : [];
      });
      return ratios.length === 0
        ? []
        : [[metric, { low: quantile(ratios, 0.1), high: quantile(ratios, 0.9) }] as const];
    }),
  );
  const ranged = (metric: Metric, values: Compared): Compared => {
    const { low, high } = bands.get(metric) ?? { low: 1, high: 1 };
    return { ...values, low: values.predicted.fitted * low, high: values.predicted.fitted * high };
  };
  return rows.map((row) => ({
    ...row,
    compared: Object.fromEntries(
      Object.entries(row.compared).map(([metric, values]) => [metric, ranged(metric as Metric, values)]),
    ),
  }));
}

const isMixture = ({ model }: MemoryRow, reference: ReferenceData): boolean => {
  const config = configs[model];
  if (config) return "num_experts" in config;
  const found = reference.findModel(model.replace(/ \(.*$/, ""));
  return found.ok && found.value.model.architecture?.experts != null;
};

function scoredRow(
  row: MemoryRow,
  answer: MemoryAnswer,
  compared: ScoredRow["compared"],
  reference: ReferenceData,
): ScoredRow {
  const context = row.context_tokens ?? row.max_model_len;
  const batch = row.batch ?? 1;
  return {
    id: row.id,
    area: "memory",
    model: row.model,
    family: answer.model.id,
    kind: isMixture(row, reference) ? "mixture of experts" : "dense",
    accelerator: row.accelerator === "" ? "not said" : row.accelerator,
    accelerators: (row.tp ?? 1) * (row.pp ?? 1),
    engine: engineOf(row).name,
    engineVersion: row.engine_version,
    weights: row.weight_dtype_or_quant,
    load: context === null ? "no load" : `${batch} × ${context.toLocaleString("en-US")} tokens`,
    concurrency: null,
    source: { title: titleOf(row.source_title), url: addressOf(row.source_url), asOf: row.date },
    compared,
  };
}
