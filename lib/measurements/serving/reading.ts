import type { WeightFormat } from "@/lib/contract/formats";
import type { ServingRow } from "./rows";

/** How a row's words are to be read; none of these rules looks at what was measured. */

/** Checkpoints with the shape and the size of one in the catalogue. */
const sameShape: Record<string, string> = {
  "deepseek-ai/DeepSeek-R1": "deepseek-ai/DeepSeek-V3",
  "nvidia/DeepSeek-R1-NVFP4": "deepseek-ai/DeepSeek-V3",
  "nvidia/DeepSeek-V3.1-NVFP4": "deepseek-ai/DeepSeek-V3",
  "zhipuai/GLM-5": "zai-org/GLM-5",
  "meta-llama/Llama-3.1-70B": "meta-llama/Llama-3.1-70B-Instruct",
  "nvidia/Llama-3.1-8B-Instruct-FP8": "meta-llama/Llama-3.1-8B-Instruct",
};
export const modelOf = ({ model }: ServingRow): string => sameShape[model] ?? model;

/** Undefined: the vendor's own format. gpt-oss is kept in 4 bits by its vendor however the row calls it; so is Kimi. */
export function weightsOf({
  model,
  linear_dtype: linear,
  expert_dtype: experts,
}: ServingRow): WeightFormat | undefined {
  if (model.includes("gpt-oss") || experts === "int4_wo") return undefined;
  if (linear === "nvfp4") return "nvfp4";
  if (linear.startsWith("fp8")) return "fp8";
  return "bf16";
}

export type Layout = { tp: number; dp: number; expertTp?: number; expertEp?: number };

/**
 * Some rows give the product of two degrees in place of one of them: no machine of theirs has more than 8 accelerators,
 * and the same runs stand in other files with the single degrees.
 */
export function layoutOf(row: ServingRow): Layout {
  const { tp, attention_dp: dp, expert_tp: expertTp, expert_ep: expertEp } = row;
  if (expertTp * expertEp === 1) return { tp, dp };
  if (sourceOf(row) === "InferenceX" && expertEp > 1 && expertTp === expertEp && tp * dp === expertTp * expertEp) {
    return tp > 1 ? { tp: tp / expertEp, dp, expertTp: 1, expertEp } : { tp, dp: dp / expertEp, expertTp: 1, expertEp };
  }
  if (expertTp === 1 && tp === dp && tp * dp > 8 && expertEp === tp * dp)
    return { tp, dp: 1, expertTp: 1, expertEp: tp };
  return { tp, dp, expertTp, expertEp };
}

/** NVIDIA's own runs, which send prompts of exactly the length said. */
const ownRuns = /source_file=(h100_sxm|h200_sxm|b200_sxm|gb200)\//;

export type SourceName = "InferenceX" | "aiconfigurator runs";
export const sourceOf = ({ source }: ServingRow): SourceName =>
  ownRuns.test(source) ? "aiconfigurator runs" : "InferenceX";

/** InferenceX draws lengths evenly between 80 and 100 % of the nominal ones. */
const drawn = { mean: 0.9, variation: 0.2 / Math.sqrt(12) / 0.9 };
export function lengthsOf(row: ServingRow) {
  const { isl, osl } = row;
  if (sourceOf(row) !== "InferenceX") return { isl, osl };
  const { mean, variation } = drawn;
  return { isl: mean * isl, osl: mean * osl, islCv: variation, oslCv: variation };
}
