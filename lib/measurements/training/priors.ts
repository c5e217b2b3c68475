import type { Part } from "./fit";
import type { Priors } from "./robust-fit";

/**
 * What each constant is by its physics, before any run is looked at, and how far off that may be (a spread of 0.1 is a
 * tenth). What no run says anything about stays there.
 */
export const allPriors: Record<Part, Priors> = {
  memory: {
    // Tensors are counted one by one.
    activations: { value: 1, spread: 0.1 },
    // Outcomes of every second matrix product and of attention, of all tensors of a layer.
    selectiveShare: { value: 0.4, spread: 0.3 },
    // Gradients of the widest tensors, of all that a layer keeps.
    gradientShare: { value: 0.6, spread: 0.4 },
    // 4 for a 32-bit copy, 3 for a dropped-out 16-bit one and its mask.
    bytesPerAdaptedInput: { value: 3.5, spread: 0.3 },
    // Input of the last matrix (2) and outcomes of the other two in 32 bits instead of 16 (4).
    bytesPerQuantisedWidth: { value: 6, spread: 0.3 },
    // 16-bit logits, their 32-bit copy, its log-softmax, and the gradients of both: 2 + 4 + 4 + 4 + 2; 8 all in 16 bits.
    bytesPerLogit: { value: 13, spread: 0.25 },
    // In chunks: 16-bit logits and their log-softmax; close to nothing in one kernel.
    bytesPerFusedLogit: { value: 3, spread: 0.5 },
    // Reserved is usually 2–10 % above allocated.
    fragmentation: { value: 0.05, spread: 0.25 },
    workspaceBytes: { value: 3e8, spread: 0.7 },
    // What an idle process holds on an A100 or H100.
    contextBytes: { value: 5e8, spread: 0.3 },
    // Buffers of NCCL.
    communicationBytes: { value: 1e9, spread: 0.5 },
  },
  time: {
    "efficiency.ampere": { value: 0.65, spread: 0.2 },
    "efficiency.hopper": { value: 0.5, spread: 0.2 },
    "efficiency.blackwell": { value: 0.55, spread: 0.2 },
    "efficiency.tpu": { value: 0.6, spread: 0.2 },
    "efficiency.other": { value: 0.45, spread: 0.2 },
    fp8Factor: { value: 0.7, spread: 0.2 },
    halfTokens: { value: 400, spread: 0.7 },
    halfHidden: { value: 400, spread: 0.7 },
    adapterFactor: { value: 0.95, spread: 0.1 },
    quantisedFactor: { value: 0.8, spread: 0.2 },
    unflashedFactor: { value: 0.8, spread: 0.2 },
    // FlashAttention-2 reaches 35–70 % of a peak, forward and back.
    attentionFactor: { value: 0.6, spread: 0.3 },
    expertFactor: { value: 0.5, spread: 0.3 },
    recomputeFactor: { value: 1.05, spread: 0.1 },
    // A dozen kernels each way, of 10–20 µs, by an eager framework.
    secondsPerLayer: { value: 0.003, spread: 0.5 },
    linkEfficiency: { value: 0.7, spread: 0.3 },
    overlap: { value: 2, spread: 0.3 },
    // 0.5 bytes read, 2 written and read again at 2 TB/s: 2 ps; kernels of the time reached a fraction of it.
    secondsPerQuantisedParameter: { value: 5e-12, spread: 0.7 },
    // Parameter, gradient and two moments in several kernels.
    bytesPerSteppedParameter: { value: 40, spread: 0.4 },
  },
};
