import type { Architecture } from "@/lib/contract/catalogue";

/**
 * Kernels of a layer as the published code of vLLM, SGLang and TensorRT-LLM launches them, counted once: products, norms,
 * rotary embedding, writing the cache, attention and its reduction, routing, permutation, activation. None was fitted.
 */
const kernels = {
  norms: 2,
  heads: 5,
  /** Norms of queries and keys and the gate on the output, beside the plain form. */
  gatedHeads: 8,
  latent: 12,
  indexer: 12,
  recurrent: 11,
  feedForward: 3,
  experts: 8,
  sharedExperts: 3,
};

/** Products whose inputs are quantised on the way, a layer. */
const quantised = { attention: 2, feedForward: 2, experts: 1 };

export type KernelCounts = {
  plain: number;
  latent: number;
  recurrent: number;
  experts: number;
  quantised: number;
};

function attentionKernels(architecture: Architecture) {
  const counts = { plain: 0, latent: 0, recurrent: 0 };
  for (const group of architecture.attention) {
    if (group.kind === "mla") {
      counts.latent += kernels.latent * group.layers;
      counts.plain += kernels.indexer * (group.indexer?.layers ?? 0);
    } else if (group.kind === "recurrent") counts.recurrent += kernels.recurrent * group.layers;
    else if (group.kind === "compressed") counts.latent += kernels.latent * group.layers;
    else {
      const gated = group.kind === "full" && group.outputGate === true;
      counts.plain += (gated ? kernels.gatedHeads : kernels.heads) * group.layers;
    }
  }
  return counts;
}

type Narrow = { projection: boolean; feedForward: boolean; experts: boolean };

/** Which parts are computed in fewer than 16 bits decides how often inputs are quantised. */
export function kernelCounts(architecture: Architecture, narrow: Narrow): KernelCounts {
  const { layers, experts } = architecture;
  const expertLayers = experts?.moeLayers ?? 0;
  const denseLayers = layers - expertLayers;
  const attention = attentionKernels(architecture);
  const perExpertLayer = kernels.experts + ((experts?.sharedIntermediateSize ?? 0) > 0 ? kernels.sharedExperts : 0);
  return {
    plain: attention.plain + kernels.norms * layers + kernels.feedForward * denseLayers,
    latent: attention.latent,
    recurrent: attention.recurrent,
    experts: perExpertLayer * expertLayers,
    quantised:
      (narrow.projection ? quantised.attention * layers : 0) +
      (narrow.feedForward ? quantised.feedForward * denseLayers : 0) +
      (narrow.experts ? quantised.experts * expertLayers : 0),
  };
}
