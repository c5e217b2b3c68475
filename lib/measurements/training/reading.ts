import type { z } from "zod";
import type { trainingRequestSchema } from "@/lib/contract/request";
import { modelOf } from "./models";
import type { TrainingRow } from "./rows";

/** What a row says in the words of a request; null, with the fault, where the source leaves it open. */

type Request = z.infer<typeof trainingRequestSchema>;
export type Read = { ok: true; request: Request } | { ok: false; reason: string };

const accelerators: [RegExp, string][] = [
  [/A100 80GB/, "nvidia-a100-sxm-80gb"],
  [/A100 40GB/, "nvidia-a100-sxm-40gb"],
  [/A100-SXM4-80GB/, "nvidia-a100-sxm-80gb"],
  [/NVIDIA A100$/, "nvidia-a100-sxm-80gb"],
  [/H100/, "nvidia-h100-sxm"],
  [/H200/, "nvidia-h200-sxm"],
  [/GB300/, "nvidia-gb300"],
  [/GB200/, "nvidia-gb200"],
  [/B300/, "nvidia-b300-sxm"],
  [/B200/, "nvidia-b200-sxm"],
  [/A10G/, "nvidia-a10g"],
  [/L40S/, "nvidia-l40s"],
  [/RTX 4090/, "nvidia-rtx-4090"],
  [/A6000/, "nvidia-rtx-a6000"],
];

/** The part that Meta's machines have, which no catalogue lists: 95 GiB can be used ("82.4 GiB, 87 %" in its logs). */
const h100Of96: Request["accelerator"] = {
  name: "nvidia-h100-96gb-hbm2e",
  memoryGib: 96,
  memoryGbPerSecond: 2400,
  bf16Tflops: 989.4,
  fp8Tflops: 1978.9,
  linkGbPerSecondPerDirection: 450,
  scaleUpDomain: 8,
};

export const acceleratorOf = (words: string): Request["accelerator"] | null =>
  /H100 96GB/.test(words) ? h100Of96 : (accelerators.find(([pattern]) => pattern.test(words))?.[1] ?? null);

const methods: Record<string, Request["method"]> = { full: "full", lora: "lora", qlora: "qlora", dora: "dora" };

function shardingOf({
  zero_or_fsdp_stage: words,
  n_accelerators,
  source_title,
  method,
}: TrainingRow): Request["sharding"] {
  // finetune_ds.sh of that repository: DeepSpeed's third stage for all parameters, even on one card; the second for LoRA on several.
  if (/Qwen README/.test(source_title) && method === "full") return "zero3";
  if (/Qwen README/.test(source_title) && words === "" && (n_accelerators ?? 1) > 1) return "zero2";
  if ((n_accelerators ?? 1) === 1) return "none";
  if (/zero-?3/i.test(words)) return "zero3";
  if (/FULL_SHARD|^FSDP2?$|fsdp fsdp2/i.test(words)) return "fsdp";
  if (/zero-?2|SHARD_GRAD_OP/i.test(words)) return "zero2";
  if (/distributed optimizer/i.test(words)) return "zero1";
  if (/HSDP/.test(words)) return "hsdp";
  return "none";
}

const offloads: Record<string, Request["offload"]> = {
  "": "none",
  none: "none",
  "optimizer-cpu": "optimizer",
  "cpu (params+optimizer)": "all",
  "cpu params": "all",
};

function precisionOf(words: string): Request["precision"] {
  if (/fp8|float8|MXFP8/i.test(words)) return "fp8";
  if (/fp16/.test(words)) return "fp16";
  return "bf16";
}

/** Defaults of the repositories that a table leaves unsaid. */
function checkpointingOf(row: TrainingRow): Request["checkpointing"] | null {
  const { grad_checkpointing: words, source_title: source } = row;
  // Its FSDP strategy recomputes every block.
  if (/LitGPT resource/.test(source) && (row.n_accelerators ?? 1) > 1) return "full";
  if (words === "full" || words === "none" || words === "selective") return words;
  // Configurations of LitGPT's hub and torchtune's recipes recompute whole layers; so does Qwen's finetune.py.
  if (/torchtune|Qwen README|LLaMA-Factory/.test(source)) return "full";
  if (/Megatron-Bridge/.test(source)) return "none";
  if (/MLPerf|LitGPT|fms-fsdp|async-TP/.test(source)) return "none";
  return null;
}

type Targets = NonNullable<Exclude<Request["loraTargets"], string>>;
const litgptTargets: [RegExp, Targets][] = [
  [/\bq=true/, ["q_proj"]],
  [/\bk=true/, ["k_proj"]],
  [/\bv=true/, ["v_proj"]],
  [/\bproj=true/, ["o_proj"]],
  [/\bmlp=true/, ["gate_proj", "up_proj", "down_proj"]],
];

/** As the notes of a row name them; LitGPT adapts queries and values unless told otherwise, others all. */
function targetsOf({ source_title, notes }: TrainingRow): Targets | undefined {
  if (/LitGPT/.test(source_title)) {
    const named = litgptTargets.flatMap(([pattern, targets]) => (pattern.test(notes) ? targets : []));
    return named.length > 0 ? named : ["q_proj", "v_proj"];
  }
  const listed = /target_modules=\[([^\]]+)\]/.exec(notes)?.[1];
  return listed ? (listed.match(/[a-z]+_proj/g) as Targets) : undefined;
}

/** What a peak was read from; see the facts of each source in ../data/README.md. */
export type Meter = "allocated" | "reserved" | "device";
export function meterOf({ source_title }: TrainingRow): Meter {
  if (/LitGPT|torchtune/.test(source_title)) return "allocated";
  if (/Qwen README|LLaMA-Factory|PEFT guide/.test(source_title)) return "device";
  return "reserved";
}

const stepsInBackward = ({ notes }: TrainingRow): boolean => /'\+ (Fuse optimizer|Activation Offloading)/.test(notes);

/** Weights, gradients and both moments in 16 bits: less than these no run holds that trains all by AdamW on one device. */
const leastBytesPerParameter = 8;
const belowItsStates = (row: TrainingRow) => {
  const { method, optimizer, n_accelerators, offload, peak_mem_gib_per_gpu, params_b } = row;
  return (
    method === "full" &&
    optimizer === "AdamW" &&
    n_accelerators === 1 &&
    offload === "none" &&
    peak_mem_gib_per_gpu !== null &&
    params_b !== null &&
    peak_mem_gib_per_gpu * 2 ** 30 < leastBytesPerParameter * params_b * 1e9 &&
    !stepsInBackward(row)
  );
};

/** It keeps the head apart, cuts head and loss into chunks, wraps whole blocks in FSDP units, and exchanges gradients at a step (its lora.py). */
const asLitgptRuns = {
  tiedEmbeddings: false,
  fusedCrossEntropy: true,
  adaptersWrapped: "together",
  gradientSync: "step",
} as const;

const comment = "a comment in a script, rounded, of which the length is a maximum and the card is not named";

export function readRow(row: TrainingRow): Read {
  const no = (reason: string): Read => ({ ok: false, reason });
  if (row.suspect !== "") return no("called doubtful where it was gathered");
  if (row.provenance === "author-comment") return no(comment);
  const model = modelOf(row.model);
  if (!model) return no("the shape of the model is not in the source, or it is not a decoder of text alone");
  const method = methods[row.method];
  if (!method) return no(`a method that is not estimated: ${row.method}`);
  if (/lora-fa|muon/.test(row.optimizer)) return no(`an optimizer that is not estimated: ${row.optimizer}`);
  const { seq_len: seqLen, micro_batch: microBatch } = row;
  if (seqLen === null || microBatch === null) return no("length or batch is not in the source");
  const offload = offloads[row.offload];
  if (!offload) return no(`offloading that is not estimated: ${row.offload}`);
  if (/unsloth/i.test(row.notes)) return no("kernels of its own that are not estimated (Unsloth)");
  if (/tokendrop/.test(row.model)) return no("drops tokens");
  if (/context parallel|FSDP \+ CP|\+ CP\)|\bCP\s*=?\s*([2-9]|\d\d)/i.test(row.notes))
    return no("splits the length over devices (context parallelism)");
  if (/torchtune README: memory/.test(row.source_title)) {
    return no("the same run has another peak on each card, as settings that the table does not name follow the card");
  }
  if (/'Baseline'/.test(row.notes)) return no("samples are not packed, so that the length is a maximum");
  if ((row.pp ?? 1) > 1 && row.peak_mem_gib_per_gpu !== null) {
    return no("the micro-batches of the pipeline are not in the source");
  }
  if (belowItsStates(row)) {
    return no(
      "the peak is below the weights, gradients and moments that its own configuration keeps (AdamW in 16 bits on one device: 8 bytes for each parameter), so that a setting is not as stated",
    );
  }
  const checkpointing = checkpointingOf(row);
  if (!checkpointing) return no("whether activations were recomputed is not in the source");
  const count = row.n_accelerators ?? 1;
  const accelerator = acceleratorOf(row.accelerator);
  if (!accelerator) return no("the accelerator is not named, or not of a kind that is scored");
  const [tp, pp] = [row.tp ?? 1, row.pp ?? 1];
  if (count % (tp * pp) !== 0) return no("degrees that do not divide the accelerators, as experts are spread apart");
  return {
    ok: true,
    request: {
      kind: "training",
      model,
      method,
      optimizer: /8bit/i.test(row.optimizer) ? "adamw8bit" : "adamw",
      precision: precisionOf(row.precision),
      sharding: shardingOf(row) ?? "none",
      offload,
      checkpointing,
      seqLen,
      microBatch,
      fusedCrossEntropy: /Chunked Cross|Activation Checkpointing|Fuse optimizer/.test(row.notes),
      ...(row.global_batch !== null && row.global_batch >= microBatch && { globalBatch: row.global_batch }),
      ...(row.lora_rank !== null && { loraRank: row.lora_rank }),
      ...(method !== "full" && { loraTargets: targetsOf(row) }),
      ...(/LitGPT/.test(row.source_title) && asLitgptRuns),
      ...(stepsInBackward(row) && { optimizerInBackward: true }),
      accelerator,
      count,
      tp,
      pp,
    },
  };
}
