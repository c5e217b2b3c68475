import type { Accelerator, Model } from "@/lib/contract/catalogue";
import { fail, succeed } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";
import { roundAccelerator, roundOffer, roundReference } from "./reference";

const source = { title: "config.json as published", asOf: "2024-07" };

const common: Omit<Model, "id" | "name" | "parameters" | "activeParameters" | "architecture"> = {
  developer: "Test",
  releasedOn: null,
  licence: null,
  publishedParameters: null,
  publishedActiveParameters: null,
  nativeFormat: "bf16",
  publishedWeightsBytes: null,
  multimodal: null,
  quality: [],
  confidence: "high",
  notes: null,
  source,
};

/** Llama 3.1 8B as its config.json has it. */
export const llama8b: Model = {
  ...common,
  id: "llama-8b",
  name: "Llama 3.1 8B",
  parameters: 8_030_261_248,
  activeParameters: 8_030_261_248,
  architecture: {
    kind: "dense",
    layers: 32,
    hiddenSize: 4096,
    attentionHeads: 32,
    intermediateSize: 14_336,
    vocabularySize: 128_256,
    tiedEmbeddings: false,
    maxContextTokens: 131_072,
    experts: null,
    attention: [{ kind: "full", layers: 32, kvHeads: 8, keySize: 128, valueSize: 128 }],
  },
};

/** gpt-oss 120B as its config.json has it, 4-bit experts. */
export const gptOss: Model = {
  ...common,
  id: "gpt-oss-120b",
  name: "gpt-oss 120B",
  parameters: 116_829_156_672,
  activeParameters: 5_130_000_000,
  nativeFormat: "mxfp4",
  architecture: {
    kind: "moe",
    layers: 36,
    hiddenSize: 2880,
    attentionHeads: 64,
    intermediateSize: null,
    vocabularySize: 201_088,
    tiedEmbeddings: false,
    maxContextTokens: 131_072,
    experts: {
      experts: 128,
      expertsPerToken: 4,
      expertIntermediateSize: 2880,
      expertHiddenSize: null,
      sharedIntermediateSize: 0,
      moeLayers: 36,
      denseLayers: 0,
      gated: true,
    },
    attention: [
      { kind: "full", layers: 18, kvHeads: 8, keySize: 64, valueSize: 64 },
      { kind: "sliding", layers: 18, window: 128, kvHeads: 8, keySize: 64, valueSize: 64 },
    ],
  },
};

/** Known by its size alone. */
export const unknownShape: Model = { ...llama8b, id: "unknown-shape", name: "Unknown shape", architecture: null };

/** An H100 SXM by its data sheet. */
export const h100: Accelerator = {
  ...roundAccelerator,
  id: "nvidia-h100-sxm",
  vendor: "NVIDIA",
  name: "H100 SXM5 80GB",
  memoryBytes: 85_899_345_920,
  memoryType: "HBM3",
  memoryBytesPerSecond: 3.35e12,
  peakFlopsPerSecond: { bf16: 989.4e12, fp8: 1978.9e12, int8: 1978.9e12, fp4: null, fp32: 67e12 },
  scaleUp: { link: "NVLink 4", domain: 8, bytesPerSecondPerDirection: 450e9 },
  releasedYear: 2022,
};

const models = [llama8b, gptOss, unknownShape];

/** The round reference with models that can be served on an H100, or on an accelerator that is handed in. */
export function hostingReference(accelerator: Accelerator = h100): ReferenceData {
  const round = roundReference();
  return {
    ...round,
    models,
    accelerators: [accelerator],
    findModel: (name) => {
      const model = models.find(({ id }) => id === name);
      if (!model) return fail("UNKNOWN_MODEL", `\`model\` is "${name}": not in the test's catalogue`);
      return succeed({ model, askedFor: null, impliedWeights: null });
    },
    findAccelerator: () => succeed(accelerator),
    findOffer: () => succeed({ ...roundOffer, acceleratorId: accelerator.id }),
  };
}
