import type { ggufFormats } from "@/lib/contract/formats";

/** Bits of one parameter by tensor: a GGUF type is a mix, and the output matrix is kept finer than the rest. */
export type GgufBits = { body: number; embedding: number; output: number };

type GgufFormat = (typeof ggufFormats)[number];

/** Bits of llama.cpp's block types: block bytes × 8 ÷ elements of a block. */
const q6k = 6.5625;
const q8 = 8.5;

/**
 * Bits per parameter of Llama 3.1 8B as llama.cpp's quantize README lists them (file sizes of q3_k_m, q4_0 and q5_0
 * from published cards), with the types of the embedding and the output matrix.
 */
const llama8b: Record<Exclude<GgufFormat, "tq1_0" | "tq2_0" | "q4_1" | "q5_1">, readonly [number, number, number]> = {
  q2_k: [3.1593, 2.625, q6k],
  q2_k_l: [3.1593, 2.625, q6k],
  q3_k_s: [3.6429, 3.4375, q6k],
  q3_k_m: [4.0047, 3.4375, q6k],
  q3_k_l: [4.2979, 3.4375, q6k],
  q4_0: [4.642, 4.5, q6k],
  q4_k_s: [4.6672, 4.5, q6k],
  q4_k_m: [4.8944, 4.5, q6k],
  q4_k_l: [4.8944, 4.5, q6k],
  q5_0: [5.578, 5.5, q6k],
  q5_k_s: [5.5704, 5.5, q6k],
  q5_k_m: [5.7036, 5.5, q6k],
  q5_k_l: [5.7036, 5.5, q6k],
  q6_k: [6.5633, q6k, q6k],
  q6_k_l: [6.5633, q6k, q6k],
  q8_0: [8.5008, q8, q8],
  iq1_s: [2.0042, 2.625, 5.5],
  iq1_m: [2.146, 2.625, 5.5],
  iq2_xxs: [2.3824, 2.625, 5.5],
  iq2_xs: [2.5882, 2.625, 5.5],
  iq2_s: [2.7403, 3.4375, 5.5],
  iq2_m: [2.9294, 3.4375, 5.5],
  iq3_xxs: [3.2548, 3.4375, q6k],
  iq3_xs: [3.4977, 3.4375, q6k],
  iq3_s: [3.6606, 3.4375, q6k],
  iq3_m: [3.7628, 3.4375, q6k],
  iq4_xs: [4.4597, 4.25, q6k],
  iq4_nl: [4.6818, 4.5, q6k],
};

/** Parameters of Llama 3.1 8B: its embedding, its output matrix of the same size, and all. */
const llamaTable = 128_256 * 4096;
const llamaAll = 8_030_261_248;

/** Types of one block size throughout, and ternary ones whose tables stay at 4 and 6 bits. */
const uniform: Partial<Record<GgufFormat, GgufBits>> = {
  q4_1: { body: 5, embedding: 5, output: q6k },
  q5_1: { body: 6, embedding: 6, output: q6k },
  tq1_0: { body: 1.6875, embedding: 4.5, output: q6k },
  tq2_0: { body: 2.0625, embedding: 4.5, output: q6k },
};

/** What the layers take is what is left of the README's average without the two tables. */
function bitsOf(format: GgufFormat): GgufBits {
  const known = uniform[format];
  if (known) return known;
  const [average, embedding, output] = llama8b[format as keyof typeof llama8b];
  const body = (average * llamaAll - llamaTable * (embedding + output)) / (llamaAll - 2 * llamaTable);
  return format.endsWith("_k_l") && format !== "q3_k_l"
    ? { body, embedding: q8, output: q8 }
    : { body, embedding, output };
}

const known = new Map<string, GgufBits>();

export function ggufBits(format: string): GgufBits {
  const bits = known.get(format) ?? bitsOf(format as GgufFormat);
  known.set(format, bits);
  return bits;
}

/** Bits per parameter of a whole file of this mix, as Llama 3.1 8B has them; null where the type is in no table. */
export const ggufAverageBits = (format: string): number | null => llama8b[format as keyof typeof llama8b]?.[0] ?? null;
