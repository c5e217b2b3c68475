import type { ServingRequest } from "@/lib/engine/measuring";
import { layoutOf, sourceOf } from "./reading";
import { measuredOn, type ServingRow } from "./rows";

/**
 * How InferenceX started the servers, from the launch scripts of its repository (SemiAnalysisAI/InferenceX,
 * `benchmarks/*.sh`): settings that a row has no column for. What is not listed there stays as the engine has it.
 */
export type Launch = Pick<ServingRequest, "kv" | "maxNumBatchedTokens" | "gatherSteps">;

const isDeepSeek = ({ model }: ServingRow) => /DeepSeek/.test(model);
const isLlama = ({ model }: ServingRow) => /Llama/.test(model);
const isGptOss = ({ model }: ServingRow) => /gpt-oss/.test(model);
const isGlm = ({ model }: ServingRow) => /GLM/.test(model);
const onB200 = ({ accelerator }: ServingRow) => accelerator === "nvidia-b200-sxm";

/** The scripts' own sum: prompts of a step beside all that decode, in blocks of 64. */
const roomForOne = ({ concurrency, isl }: ServingRow): number => Math.floor((concurrency + isl + 127) / 64) * 64;
/** The longest sequence, which several scripts take for the most tokens of a step. */
const longest = ({ isl, osl }: ServingRow): number => isl + osl + 200;

/** `*_trt*.sh`. */
function tensorRt(row: ServingRow): Launch {
  const { linear_dtype: weights, isl, osl, concurrency } = row;
  const { tp, dp } = layoutOf(row);
  const short = isl === 1024 && osl === 1024;
  if (isLlama(row)) {
    const maxNumBatchedTokens = weights === "fp8" && onB200(row) ? 16_384 : longest(row);
    return { kv: "fp8", maxNumBatchedTokens, gatherSteps: short && tp < 8 ? 20 : 0 };
  }
  if (isGptOss(row)) {
    return { ...(onB200(row) ? { kv: "fp8" } : {}), maxNumBatchedTokens: 20_000, gatherSteps: dp > 1 ? 50 : 0 };
  }
  const early = (measuredOn(row) ?? "") < (weights === "nvfp4" ? "2025-12" : "2026-01");
  const late = Math.max(8192, roomForOne(row));
  const gathered = dp > 1 ? 60 : 0;
  if (weights === "nvfp4")
    return { kv: "fp8", maxNumBatchedTokens: early ? longest(row) : late, gatherSteps: gathered };
  const delayed = onB200(row) && !early && short && concurrency >= 64 && concurrency < 256;
  return {
    kv: "fp8",
    maxNumBatchedTokens: early || !onB200(row) ? roomForOne(row) : late,
    gatherSteps: dp > 1 ? gathered : delayed ? 40 : 0,
  };
}

/** `dsr1_*`, `qwen3.5_*` and `glm5_*`: how often to look for new requests depends on how many there are. */
function sglang(row: ServingRow): Launch {
  const { linear_dtype: weights, concurrency } = row;
  const { tp } = layoutOf(row);
  const usual = concurrency >= 16 ? 30 : 10;
  if (isDeepSeek(row)) {
    if (!onB200(row)) return { maxNumBatchedTokens: 32_768 };
    if (weights === "nvfp4") return { kv: "fp8", maxNumBatchedTokens: 16_384, gatherSteps: usual };
    return tp < 8
      ? { kv: "fp8", maxNumBatchedTokens: 8192, gatherSteps: 10 }
      : { kv: "fp8", maxNumBatchedTokens: 32_768, gatherSteps: usual };
  }
  if (isGlm(row)) {
    if (!onB200(row)) return {};
    return { kv: "fp8", maxNumBatchedTokens: 32_768, gatherSteps: weights === "nvfp4" ? 10 : 0 };
  }
  if (!onB200(row)) return { kv: "fp8", maxNumBatchedTokens: 16_384 };
  if (weights === "nvfp4") return { kv: "fp8", maxNumBatchedTokens: 32_768, gatherSteps: 30 };
  return { ...(weights === "" ? {} : { kv: "fp8" }), maxNumBatchedTokens: 32_768, gatherSteps: usual };
}

/** `70b_*`, `gptoss_*` and `kimik2.5_*`. */
function vllm(row: ServingRow): Launch {
  const narrow = isLlama(row) || (isGptOss(row) && onB200(row));
  return { ...(narrow ? { kv: "fp8" } : {}), maxNumBatchedTokens: 8192 };
}

const launches: Record<ServingRow["engine"], (row: ServingRow) => Launch> = { trtllm: tensorRt, sglang, vllm };

/** NVIDIA's own runs have no script; TensorRT-LLM keeps their cache in 8 bits as the weights are. */
export function launchOf(row: ServingRow): Launch {
  if (sourceOf(row) === "InferenceX") return launches[row.engine](row);
  return row.engine === "trtllm" && row.linear_dtype !== "" ? { kv: "fp8" } : {};
}
