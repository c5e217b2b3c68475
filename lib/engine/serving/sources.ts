import type { Source } from "@/lib/contract/source";

/** Where the serving model's forms come from, each named once. */
export const servingSources = {
  roofline: {
    title: "S. Williams et al., Roofline: an insightful visual performance model, CACM 52 (2009)",
    url: "https://doi.org/10.1145/1498765.1498785",
    asOf: "2009-04",
  },
  inferenceArithmetic: {
    title: "R. Pope et al., Efficiently scaling transformer inference",
    url: "https://arxiv.org/abs/2211.05102",
    asOf: "2022-11",
  },
  flashAttention: {
    title: "T. Dao, FlashAttention-2",
    url: "https://arxiv.org/abs/2307.08691",
    asOf: "2023-07",
  },
  latentAttention: {
    title: "DeepSeek-V2: a strong, economical, and efficient mixture-of-experts language model",
    url: "https://arxiv.org/abs/2405.04434",
    asOf: "2024-06",
  },
  megatron: {
    title: "M. Shoeybi et al., Megatron-LM: training multi-billion parameter models using model parallelism",
    url: "https://arxiv.org/abs/1909.08053",
    asOf: "2020-03",
  },
  chunkedPrefill: {
    title: "A. Agrawal et al., Taming throughput-latency tradeoff in LLM inference with Sarathi-Serve",
    url: "https://arxiv.org/abs/2403.02310",
    asOf: "2024-03",
  },
  continuousBatching: {
    title: "W. Kwon et al., Efficient memory management for large language model serving with PagedAttention",
    url: "https://arxiv.org/abs/2309.06180",
    asOf: "2023-09",
  },
  queues: {
    title: "L. Kleinrock, Queueing systems, volume 1 (M/G/1: Pollaczek–Khinchine)",
    url: "https://doi.org/10.1002/9780470316887",
    asOf: "1975",
  },
  sakasegawa: {
    title: "H. Sakasegawa, An approximation formula L_q ≈ α ρ^β / (1 − ρ), Annals of the ISM 29 (1977)",
    url: "https://doi.org/10.1007/BF02532775",
    asOf: "1977",
  },
} as const satisfies Record<string, Source>;
