import type { AttentionGroup } from "@/lib/contract/catalogue";
import { type Fields, isConfig } from "./model-config-fields";

export type Recurrent = Extract<AttentionGroup, { kind: "recurrent" }>;
type One = Omit<Recurrent, "kind" | "layers">;

/** Bytes of an element of a state: as the config says (Nemotron, Qwen3.5: 32 bits), else those of the model. */
function stateBytes(fields: Fields): number {
  const word =
    fields.word("mamba_ssm_cache_dtype") || fields.word("mamba_ssm_dtype") || fields.word("linear_attn_dtype");
  return /32/.test(word) ? 4 : 2;
}

function deltaNet(fields: Fields): One {
  const valueHeads = fields.need("deltaValueHeads", "heads of the delta net's values");
  const headSize = fields.count("deltaValueSize") ?? 128;
  const keyHeads = fields.count("deltaKeyHeads") ?? valueHeads;
  const taps = Math.max(0, (fields.count("deltaTaps") ?? 4) - 1);
  const convolutionElements = taps * (2 * keyHeads + valueHeads) * headSize;
  const stateElements = valueHeads * headSize * headSize + convolutionElements;
  const stateBytesPerElement = stateBytes(fields);
  return {
    form: "gatedDeltaNet",
    stateElements,
    stateBytesPerElement,
    convolutionElements,
    keyHeads,
    valueHeads,
    headSize,
  };
}

function kimiDelta(fields: Fields): One | null {
  const linear = fields.config.linear_attn_config;
  if (!isConfig(linear) || typeof linear.num_heads !== "number" || typeof linear.head_dim !== "number") return null;
  const heads = Math.max(1, Math.round(linear.num_heads));
  const headSize = Math.max(1, Math.round(linear.head_dim));
  const convolutionElements = 3 * 3 * heads * headSize;
  const stateElements = heads * headSize * headSize + convolutionElements;
  const shape = { keyHeads: heads, valueHeads: heads, headSize };
  return { form: "kda", stateElements, stateBytesPerElement: 4, convolutionElements, ...shape };
}

/** Width of a state-space layer: as stated, else a multiple of the hidden size, 2 where nothing is said. */
const innerSize = (fields: Fields, hiddenSize: number): number =>
  fields.count("stateInner") ?? (fields.count("stateExpand") ?? 2) * hiddenSize;

/** Mamba-1 has no heads: each channel has a state of its own. Its channels are shown in heads of 64. */
function mamba1(fields: Fields, hiddenSize: number): One {
  const stated = /mamba/.test(fields.type) ? fields.count("feedForward") : null;
  const inner = stated ?? innerSize(fields, hiddenSize);
  const stateSize = fields.assume("stateSize", 16, "as Mamba has it");
  const taps = fields.count("stateTaps") ?? 4;
  const headSize = inner % 64 === 0 ? 64 : 1;
  return {
    form: "mamba1",
    stateElements: Math.max(1, inner * stateSize + Math.max(0, taps - 1) * inner),
    stateBytesPerElement: stateBytes(fields),
    convolutionElements: Math.max(0, taps - 1) * inner,
    valueHeads: Math.max(1, Math.round(inner / headSize)),
    headSize,
    stateSize,
    rank: fields.count("stateRank") ?? Math.ceil(hiddenSize / 16),
  };
}

function mamba2(fields: Fields, hiddenSize: number): One {
  const inner = innerSize(fields, hiddenSize);
  const stated = fields.count("stateHeads");
  const ownSize = fields.count("stateHeadSize");
  // Zamba2 of 2.7 B and more gives the size of a head and leaves the number to follow.
  const heads = stated ?? Math.max(1, Math.round(inner / (ownSize ?? 64)));
  const headSize = (fields.type === "zamba2" ? null : ownSize) ?? Math.max(1, Math.round(inner / heads));
  const stateSize = fields.assume("stateSize", 128, "as Mamba-2 has it");
  const groups = fields.count("stateGroups") ?? 1;
  const taps = Math.max(0, (fields.count("stateTaps") ?? 4) - 1);
  const convolutionElements = taps * (heads * headSize + 2 * groups * stateSize);
  const stateElements = Math.max(1, heads * headSize * stateSize + convolutionElements);
  return {
    form: "mamba2",
    stateElements,
    stateBytesPerElement: stateBytes(fields),
    convolutionElements,
    keyHeads: Math.max(1, groups),
    valueHeads: Math.max(1, heads),
    headSize: Math.max(1, headSize),
    stateSize,
  };
}

/** Layers of plain matrices around a state: how many of hidden size × width there are, and what the state holds. */
type Linear = { projections: number; width: number; stateElements: number; bytes: number };

function plain(fields: Fields, hiddenSize: number, heads: number, headSize: number): Linear {
  const width = heads * headSize;
  const outer = { projections: 4, width, stateElements: width * headSize, bytes: 4 };
  const { type } = fields;
  // LFM2: one projection into three, one out, and a short convolution.
  if (fields.count("shortTaps") !== null) {
    const kept = Math.max(1, (fields.count("shortTaps") ?? 3) - 1) * hiddenSize;
    return { projections: 4, width: hiddenSize, stateElements: kept, bytes: 2 };
  }
  // MiniMax's lightning attention: query, key, value, gate, output.
  if (type.startsWith("minimax")) return { ...outer, projections: 5 };
  // RWKV: receptance, key, value, output and the channel mix's receptance; from v5 on a gate and states of heads.
  if (type === "rwkv") {
    return { projections: 5, width: hiddenSize, stateElements: 5 * hiddenSize, bytes: 4 };
  }
  if (/^rwkv/.test(type)) {
    return { projections: 6, width: hiddenSize, stateElements: hiddenSize * (64 + 2), bytes: 4 };
  }
  // RecurrentGemma: two projections in, one out, a convolution of 4.
  if (type === "recurrent_gemma") {
    const lru = fields.count("recurrentWidth") ?? hiddenSize;
    return { projections: 3, width: lru, stateElements: 4 * lru, bytes: 4 };
  }
  fields.assumed.add(
    "Layers with a state of which the config gives no size are taken for linear attention: four projections, and for each head a state of its size squared.",
  );
  return outer;
}

function linear(fields: Fields, hiddenSize: number, heads: number, headSize: number): One {
  const { projections, width, stateElements, bytes } = plain(fields, hiddenSize, heads, headSize);
  return {
    form: "linear",
    stateElements: Math.max(1, stateElements),
    stateBytesPerElement: bytes,
    valueHeads: 1,
    headSize: Math.max(1, width),
    projections,
  };
}

const mamba1Types = /^(mamba|falcon_mamba|jamba|zamba)$/;

/** A layer that keeps a state of constant size, in the form its fields describe. */
export function recurrentLayer(fields: Fields, hiddenSize: number, heads: number, headSize: number): Recurrent {
  const one = (): One => {
    if (fields.count("deltaValueHeads")) return deltaNet(fields);
    const kimi = kimiDelta(fields);
    if (kimi) return kimi;
    if (mamba1Types.test(fields.type)) return mamba1(fields, hiddenSize);
    const stateSpace = fields.count("stateSize") !== null || /mamba/.test(fields.type);
    if (!stateSpace) return linear(fields, hiddenSize, heads, headSize);
    const headless = fields.count("stateHeads") === null && fields.count("stateRank") !== null;
    return headless ? mamba1(fields, hiddenSize) : mamba2(fields, hiddenSize);
  };
  return { kind: "recurrent", layers: 1, ...one() };
}
