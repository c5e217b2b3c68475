import type { Source } from "@/lib/contract/source";

/** Where the memory rules come from, each named once. */
export const memorySources = {
  transformer: {
    title: "A. Vaswani et al., Attention is all you need",
    url: "https://arxiv.org/abs/1706.03762",
    asOf: "2017-06",
  },
  groupedQuery: {
    title: "J. Ainslie et al., GQA: training generalized multi-query transformer models",
    url: "https://arxiv.org/abs/2305.13245",
    asOf: "2023-12",
  },
  latentAttention: {
    title: "DeepSeek-V2: a strong, economical, and efficient mixture-of-experts language model",
    url: "https://arxiv.org/abs/2405.04434",
    asOf: "2024-06",
  },
  sparseAttention: {
    title: "DeepSeek-V3.2-Exp model card and report",
    url: "https://github.com/deepseek-ai/DeepSeek-V3.2-Exp",
    asOf: "2025-09",
  },
  gatedDeltaNet: {
    title: "S. Yang et al., Gated delta networks",
    url: "https://arxiv.org/abs/2412.06464",
    asOf: "2024-12",
  },
  mixtureOfExperts: {
    title: "D. Dai et al., DeepSeekMoE",
    url: "https://arxiv.org/abs/2401.06066",
    asOf: "2024-01",
  },
  hybridGroups: {
    title: "vLLM hybrid KV cache manager, design document",
    url: "https://docs.vllm.ai/en/latest/design/hybrid_kv_cache_manager.html",
    asOf: "2026-11",
  },
  vllmPool: {
    title: "vLLM engine logs of llm-d planner's accuracy study, v0.11 and v0.19 on H100",
    url: "https://github.com/llm-d-incubation/llm-d-planner/pull/205",
    asOf: "2026-04-22",
  },
  sglangPool: {
    title: "SGLang, server_args.py: mem_fraction_static, chunked_prefill_size and cuda_graph_max_bs by memory",
    url: "https://github.com/sgl-project/sglang/blob/main/python/sglang/srt/server_args.py",
    asOf: "2025-12",
  },
  trtllmPool: {
    title: "TensorRT-LLM, KV cache configuration: free_gpu_memory_fraction",
    url: "https://nvidia.github.io/TensorRT-LLM/reference/memory.html",
    asOf: "2026-04",
  },
  llamacpp: {
    title: "llama.cpp, server options: context size and parallel slots",
    url: "https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md",
    asOf: "2026-09",
  },
  transformersLogits: {
    title: "Transformers v4.45 (logits of the last token alone); Qwen's published peaks with v4.38 and v4.46",
    url: "https://github.com/huggingface/transformers/releases/tag/v4.45.0",
    asOf: "2024-09",
  },
  cudaContext: {
    title: "PyTorch, CUDA semantics: what its memory statistics count; the size is our assumption",
    url: "https://docs.pytorch.org/docs/stable/notes/cuda.html",
    asOf: "2026-11",
  },
  stateFormats: {
    title: "vLLM, mamba_utils.py: formats and shapes of states and convolutions",
    url: "https://github.com/vllm-project/vllm/blob/main/vllm/model_executor/layers/mamba/mamba_utils.py",
    asOf: "2026-03",
  },
  llamacppWindows: {
    title: "llama.cpp, KV cache of models with sliding windows (llama-kv-cache-iswa.cpp)",
    url: "https://github.com/ggml-org/llama.cpp/blob/master/src/llama-kv-cache-iswa.cpp",
    asOf: "2026-09",
  },
  kvScales: {
    title: "vLLM, tests of KV caches quantised per token and head (32-bit scales)",
    url: "https://github.com/vllm-project/vllm/tree/main/tests/quantization",
    asOf: "2026-08",
  },
  ggufMixes: {
    title: "llama.cpp quantize README: bits per weight of Llama 3.1 8B",
    url: "https://github.com/ggml-org/llama.cpp/blob/master/tools/quantize/README.md",
    asOf: "2025",
  },
} as const satisfies Record<string, Source>;
