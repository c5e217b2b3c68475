import type { ModelRef } from "@/lib/contract/request";
import { configs } from "../memory/configs";

/** What a row's name stands for: a catalogued model, or a shape from its repository. */

const mpt = (hidden: number, heads: number, layers: number) => ({
  config: {
    model_type: "gpt_neox",
    hidden_size: hidden,
    intermediate_size: 4 * hidden,
    num_hidden_layers: layers,
    num_attention_heads: heads,
    vocab_size: 50_368,
    max_position_embeddings: 65_536,
    tie_word_embeddings: true,
  },
});

const llama = (hidden: number, intermediate: number, layers: number, heads: number, kvHeads: number) => ({
  config: {
    model_type: "llama",
    hidden_size: hidden,
    intermediate_size: intermediate,
    num_hidden_layers: layers,
    num_attention_heads: heads,
    num_key_value_heads: kvHeads,
    vocab_size: 32_000,
    max_position_embeddings: 4096,
    tie_word_embeddings: false,
  },
});

const llama2of7 = "meta-llama/Llama-2-7b-chat-hf";
const llama2of13 = "meta-llama/Llama-2-13b-chat-hf";
const llama2of70 = "meta-llama/Llama-2-70b-chat-hf";
const llama3of8 = "meta-llama/Meta-Llama-3-8B-Instruct";
const llama31of8 = "meta-llama/Llama-3.1-8B-Instruct";
const llama31of70 = "meta-llama/Llama-3.1-70B-Instruct";
const llama31of405 = "meta-llama/Llama-3.1-405B-Instruct";
const llama32of3 = "meta-llama/Llama-3.2-3B-Instruct";
const shape = (id: string): ModelRef => ({ config: (configs[id] ?? {}) as Extract<ModelRef, object>["config"] });
const mistral = shape("mistralai/Mistral-7B-v0.1");

const models: Record<string, ModelRef> = {
  "MPT-125m": mpt(768, 12, 12),
  "MPT-350m": mpt(1024, 16, 24),
  "MPT-760m": mpt(1536, 12, 24),
  "MPT-1b": mpt(2048, 16, 24),
  "MPT-3b": mpt(2560, 20, 32),
  "MPT-7b": mpt(4096, 32, 32),
  "MPT-13b": mpt(5120, 40, 40),
  "MPT-30b": mpt(7168, 56, 48),
  "MPT-70b": mpt(8192, 64, 80),
  "Qwen-1.8B": shape("Qwen/Qwen-1_8B-Chat"),
  "Qwen-7B": shape("Qwen/Qwen-7B-Chat"),
  "Qwen-72B": shape("Qwen/Qwen-72B-Chat"),
  "gemma-7b": shape("google/gemma-7b"),
  "gemma-2b": {
    config: {
      model_type: "gemma",
      hidden_size: 2048,
      intermediate_size: 16_384,
      num_hidden_layers: 18,
      num_attention_heads: 8,
      num_key_value_heads: 1,
      head_dim: 256,
      vocab_size: 256_000,
      max_position_embeddings: 8192,
      tie_word_embeddings: true,
    },
  },
  "tiny-llama": llama(2048, 5632, 22, 32, 4),
  "mistral-7b": mistral,
  "mistral-7b-v0.2": mistral,
  "llama-2-7b": llama2of7,
  "Llama 2 7B": llama2of7,
  "LLaMA2-7B": llama2of7,
  "Llama-2-7B": llama2of7,
  "Llama-2-style 7B": llama2of7,
  "Llama 2 13B": llama2of13,
  "Llama-2-style 13B": llama2of13,
  "Llama-2-style 70B": llama2of70,
  "meta-llama/Llama-2-70b-hf": llama2of70,
  "llama-3-8b": llama3of8,
  LLAMA3_8B: llama3of8,
  LLAMA3_70B: "meta-llama/Meta-Llama-3-70B-Instruct",
  "llama-3.1-8b": llama31of8,
  "Llama 3.1 8B": llama31of8,
  "Llama 3.1 70B": llama31of70,
  "Llama 3.1 405B": llama31of405,
  "LLAMA3.1_405B": llama31of405,
  "llama-3.2-1b": "meta-llama/Llama-3.2-1B-Instruct",
  "llama-3.2-3b": llama32of3,
  "Llama 3.2 3B": llama32of3,
  "meta-llama/Llama-3.2-3B": llama32of3,
  Qwen3_30B_a3B: "Qwen/Qwen3-30B-A3B",
  Qwen3_235B_a22B: "Qwen/Qwen3-235B-A22B",
};

export const modelOf = (name: string): ModelRef | null => models[name] ?? null;
