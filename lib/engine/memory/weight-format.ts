import type { WeightFormat } from "@/lib/contract/formats";
import { isGguf, type Quantization } from "../resolve/model-config-quantization";
import { ggufBits } from "./gguf";

/** What a format does to a model: bits kept per parameter where it applies, and what stays as it was. */
export type FormatRule = {
  /** Bits of a parameter in quantised parts, scales and zero points counted. */
  bitsPerParameter: number;
  /** Bits of the embedding table and of the output matrix. */
  embeddingBits: number;
  headBits: number;
  /** How the bits come about. */
  note: string;
  /** Which parts are stored so; all others keep 16 bits. */
  covers: "everything" | "linear" | "linearButMoeAttention" | "feedForward" | "experts";
  /** Number format in which products are computed, where the accelerator has units for it. */
  computes: "fp32" | "bf16" | "fp8" | "int8" | "fp4";
};

type Rule = Omit<FormatRule, "embeddingBits" | "headBits">;

const plain = (bitsPerParameter: number, computes: FormatRule["computes"]): Rule => ({
  bitsPerParameter,
  computes,
  covers: "everything",
  note: `${bitsPerParameter} bits each`,
});

const rules: Record<string, Rule> = {
  fp32: plain(32, "fp32"),
  bf16: plain(16, "bf16"),
  fp16: plain(16, "bf16"),
  fp8: {
    bitsPerParameter: 8 + 32 / 128 ** 2,
    covers: "linear",
    computes: "fp8",
    note: "8 bits and one 32-bit scale per block of 128 × 128",
  },
  int8: {
    bitsPerParameter: 8 + 16 / 4096,
    covers: "linear",
    computes: "int8",
    note: "8 bits and one 16-bit scale per channel",
  },
  int4: {
    bitsPerParameter: 4 + 16 / 128,
    covers: "linear",
    computes: "bf16",
    note: "4 bits and one 16-bit scale per group of 128",
  },
  awq: {
    bitsPerParameter: 4 + 20 / 128,
    covers: "linear",
    computes: "bf16",
    note: "4 bits, a 16-bit scale and a 4-bit zero point per group of 128",
  },
  gptq: {
    bitsPerParameter: 4 + 20 / 128,
    covers: "linear",
    computes: "bf16",
    note: "4 bits, a 16-bit scale and a 4-bit zero point per group of 128",
  },
  nvfp4: {
    bitsPerParameter: 4 + 8 / 16,
    covers: "linearButMoeAttention",
    computes: "fp4",
    note: "4 bits and one 8-bit scale per group of 16; attention of mixtures of experts stays 16 bit",
  },
  mxfp4: {
    bitsPerParameter: 4 + 8 / 32,
    covers: "linear",
    computes: "fp4",
    note: "4 bits and one 8-bit scale per group of 32",
  },
  mxfp8: {
    bitsPerParameter: 8 + 8 / 32,
    covers: "linear",
    computes: "fp8",
    note: "8 bits and one 8-bit scale per group of 32",
  },
  nf4: {
    bitsPerParameter: 4 + 32 / 64,
    covers: "linear",
    computes: "bf16",
    note: "4 bits and one 32-bit scale per group of 64",
  },
};

/** Vendors who train in 4 bits (gpt-oss, Kimi K2 Thinking) quantise the experts only, in groups of 32. */
const nativeExperts: Record<string, Rule> = {
  mxfp4: {
    bitsPerParameter: 4 + 8 / 32,
    covers: "experts",
    computes: "fp4",
    note: "experts 4 bits and one 8-bit scale per group of 32, the rest 16 bits",
  },
  int4: {
    bitsPerParameter: 4 + 16 / 32,
    covers: "experts",
    computes: "bf16",
    note: "experts 4 bits and one 16-bit scale per group of 32, the rest 16 bits",
  },
};

/** Bits of the scale and zero point that a group of weights shares, in formats whose group a config may choose. */
const groupBits: Partial<Record<WeightFormat, number>> = { int4: 16, awq: 20, gptq: 20 };

/** A format as a checkpoint's own config has it: which parts it leaves alone, and how many weights share a scale. */
function asStated(format: WeightFormat, usual: Rule, { groupSize, keeps }: Quantization, experts: boolean): Rule {
  const covered = keeps?.attention ? (keeps.feedForward && experts ? "experts" : "feedForward") : "linear";
  const covers = keeps ? covered : usual.covers;
  const scale = groupBits[format];
  if (groupSize === null || scale === undefined) return { ...usual, covers };
  const note = `4 bits, and ${scale} bits of scale and zero point per group of ${groupSize}, as the config says`;
  return { ...usual, covers, bitsPerParameter: 4 + scale / groupSize, note };
}

type For = { native: boolean; experts: boolean; stated?: Quantization | null };

/** The rule of a format for a model. A mixture of experts in its vendor's own 4-bit format has 16-bit attention. */
export function ruleOf(format: WeightFormat, { native, experts, stated }: For): FormatRule {
  if (isGguf(format)) {
    const { body, embedding, output } = ggufBits(format);
    const note = "average of the layers' tensors; the output matrix is kept finer";
    return {
      bitsPerParameter: body,
      embeddingBits: embedding,
      headBits: output,
      covers: "everything",
      computes: "bf16",
      note,
    };
  }
  const usual = (native && experts && !stated?.keeps ? nativeExperts[format] : undefined) ?? rules[format];
  if (!usual) throw new Error(`no rule for weight format ${format}`);
  const rule = stated && usual.covers !== "everything" ? asStated(format, usual, stated, experts) : usual;
  const tableBits = rule.covers === "everything" ? rule.bitsPerParameter : unquantisedBits;
  return { ...rule, embeddingBits: tableBits, headBits: tableBits };
}

/** Bits of what a format leaves alone: embeddings, output matrix, norms, routers, vision towers. */
export const unquantisedBits = 16;
