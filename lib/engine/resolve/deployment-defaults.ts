import type { KvFormat, ServingEngine, WeightFormat } from "@/lib/contract/formats";
import type { Unit } from "@/lib/contract/unit";
import { type Figure, given } from "../figure";
import { bytesFromGib } from "../units";
import type { ResolvedAccelerator } from "./accelerator";
import type { ResolvedModel } from "./model-config-facts";

/** What an engine does when nothing is set, as its documentation and logs show it. */

const engineDefault = <T>(value: T, field: string, label: string, unit: Unit, note: string): Figure<T> =>
  given(value, { kind: "default", label, unit, path: `engines.${field}`, note });

/** Newest releases whose memory rules are known here, as minor versions: vLLM v0.20 is 20, Transformers v4.57 is 57. */
const newest: Partial<Record<ServingEngine, number>> = { vllm: 20, transformers: 57 };

export function defaultRelease(engine: ServingEngine): Figure<number> {
  const known = newest[engine];
  const note = known === undefined ? "One set of rules for all releases." : "The newest release whose rules are known.";
  return engineDefault(known ?? 0, `${engine}.release`, "Engine release", "1", note);
}

/** vLLM's larger limits hold from 70 GiB, but not on A100. */
const isLarge = ({ accelerator }: ResolvedAccelerator): boolean =>
  accelerator.memoryBytes >= bytesFromGib(70) && !accelerator.id.includes("a100");

const utilization: Record<ServingEngine, number> = {
  vllm: 0.9,
  sglang: 0.9,
  trtllm: 0.9,
  tgi: 0.95,
  llamacpp: 1,
  transformers: 1,
};

export const defaultUtilization = (engine: ServingEngine): Figure<number> =>
  engineDefault(
    utilization[engine],
    `${engine}.memoryShare`,
    "Share of memory the engine takes",
    "share",
    "The engine's own default.",
  );

export function defaultMaxNumSeqs(engine: ServingEngine, accelerator: ResolvedAccelerator): Figure<number> {
  const most: Record<ServingEngine, number> = {
    vllm: isLarge(accelerator) ? 1024 : 256,
    sglang: 2048,
    trtllm: 2048,
    tgi: 128,
    llamacpp: 256,
    transformers: 256,
  };
  const note = "As many sequences as the engine works on at once when nothing is set.";
  return engineDefault(most[engine], `${engine}.maxNumSeqs`, "Sequences at once", "sequence", note);
}

/** Prompt tokens of a step by memory below so many GiB, as SGLang's server_args.py sets them. */
const sglangChunks = [
  { below: 35, tokens: 2048 },
  { below: 60, tokens: 4096 },
  { below: 160, tokens: 8192 },
];

const sglangChunkTokens = ({ accelerator }: ResolvedAccelerator): number =>
  sglangChunks.find(({ below }) => accelerator.memoryBytes < bytesFromGib(below))?.tokens ?? 16_384;

export function defaultBatchedTokens(engine: ServingEngine, accelerator: ResolvedAccelerator): Figure<number> {
  const most: Record<ServingEngine, number> = {
    vllm: isLarge(accelerator) ? 8192 : 2048,
    sglang: sglangChunkTokens(accelerator),
    trtllm: 8192,
    tgi: 4096,
    llamacpp: 512,
    transformers: 8192,
  };
  const note = "Prompt tokens a step works on when nothing is set.";
  return engineDefault(most[engine], `${engine}.maxNumBatchedTokens`, "Batched tokens of a step", "token", note);
}

/** Bytes per element by KV format, scales of blocks counted. */
export const kvBytesPerElement: Record<Exclude<KvFormat, "auto">, number> = {
  fp32: 4,
  bf16: 2,
  fp16: 2,
  fp8: 1,
  int8: 1,
  int4: 0.5 + 2 / 32,
  nvfp4: 0.5 + 1 / 16,
  q8_0: 34 / 32,
  q5_1: 24 / 32,
  q5_0: 22 / 32,
  q4_1: 20 / 32,
  q4_0: 18 / 32,
  iq4_nl: 18 / 32,
};

/** Checkpoints that NVIDIA quantises to 8 or 4 bit carry an 8-bit cache, which TensorRT-LLM follows. */
export function autoKv(engine: ServingEngine, weights: WeightFormat): Exclude<KvFormat, "auto"> {
  if (engine === "trtllm" && (weights === "fp8" || weights === "nvfp4")) return "fp8";
  if (engine === "llamacpp") return "fp16";
  return weights === "fp32" ? "fp32" : "bf16";
}

export function defaultMaxModelLen(model: ResolvedModel): Figure<number> {
  const most = model.architecture?.maxContextTokens;
  if (most !== undefined) {
    return model.fact(most, "architecture.maxContextTokens", "Longest context", "token");
  }
  return engineDefault(8192, "maxModelLen", "Longest context", "token", "The model's own limit is not known.");
}
