import { describe, expect, test } from "vitest";
import { modelFinder } from "./find-model";
import kin from "./model-kin.json";
import { readModelName } from "./model-name";
import { readTables } from "./tables";

const { models } = readTables();
const findModel = modelFinder(models);
const taken = (name: string): string | null => {
  const found = findModel(name);
  return found.ok ? found.value.model.id : null;
};

describe("a model", () => {
  test("is found under its id and its name in any case, and is then not taken for another", () => {
    for (const { id, name } of models) {
      for (const asked of [id, id.toUpperCase(), name.toLowerCase()]) {
        expect(findModel(asked), asked).toMatchObject({ ok: true, value: { model: { id }, askedFor: null } });
      }
    }
  });

  test.each([
    ["meta-llama/Llama-3.1-8B", "meta-llama/Llama-3.1-8B-Instruct"],
    ["meta-llama/Meta-Llama-3.1-8B-Instruct", "meta-llama/Llama-3.1-8B-Instruct"],
    ["Qwen/Qwen3-30B-A3B-Base", "Qwen/Qwen3-30B-A3B"],
    ["Qwen/Qwen3-30B-A3B-Instruct-2507", "Qwen/Qwen3-30B-A3B"],
    ["Qwen/Qwen3-235B-A22B-Thinking-2507", "Qwen/Qwen3-235B-A22B-Instruct-2507"],
    ["google/gemma-3-27b-pt", "google/gemma-3-27b-it"],
    ["meta-llama/Llama-2-70b-hf", "meta-llama/Llama-2-70b-chat-hf"],
    ["deepseek-ai/DeepSeek-R1", "deepseek-ai/DeepSeek-R1-0528"],
    ["deepseek-ai/DeepSeek-V3-0324", "deepseek-ai/DeepSeek-V3"],
    ["zhipuai/GLM-5", "zai-org/GLM-5"],
    ["LLAMA3_70B", "meta-llama/Meta-Llama-3-70B-Instruct"],
    ["kimi-k2", "moonshotai/Kimi-K2-Instruct"],
    ["llama3.1:8b", "meta-llama/Llama-3.1-8B-Instruct"],
    ["DeepSeek R1 BF16 (671.026 B params, arch deepseek2) GGUF", "deepseek-ai/DeepSeek-R1-0528"],
  ])("is found by a variant of its name: %s", (name, id) => {
    expect(findModel(name)).toMatchObject({ ok: true, value: { model: { id }, askedFor: name } });
  });

  test.each([
    ["nvidia/Llama-3.1-8B-Instruct-FP8", "meta-llama/Llama-3.1-8B-Instruct", "fp8"],
    ["RedHatAI/Llama-3.3-70B-Instruct-FP8-dynamic", "meta-llama/Llama-3.3-70B-Instruct", "fp8"],
    ["amd/Llama-3.3-70B-Instruct-FP8-KV", "meta-llama/Llama-3.3-70B-Instruct", "fp8"],
    ["neuralmagic/Meta-Llama-3.1-70B-Instruct-quantized.w8a8", "meta-llama/Llama-3.1-70B-Instruct", "int8"],
    ["RedHatAI/Meta-Llama-3.1-8B-Instruct-quantized.w4a16", "meta-llama/Llama-3.1-8B-Instruct", "int4"],
    ["nvidia/DeepSeek-R1-NVFP4", "deepseek-ai/DeepSeek-R1-0528", "nvfp4"],
    ["nvidia/DeepSeek-R1-0528-FP4", "deepseek-ai/DeepSeek-R1-0528", "nvfp4"],
    ["Qwen/Qwen2.5-7B-Instruct-AWQ", "Qwen/Qwen2.5-7B-Instruct", "awq"],
    ["Qwen/Qwen2.5-32B-Instruct-GPTQ-Int4", "Qwen/Qwen2.5-32B-Instruct", "gptq"],
    ["Qwen/Qwen2.5-32B-Instruct-GPTQ-Int8", "Qwen/Qwen2.5-32B-Instruct", "int8"],
    ["unsloth/Qwen3-32B-unsloth-bnb-4bit", "Qwen/Qwen3-32B", "nf4"],
    ["unsloth/gpt-oss-20b-GGUF", "openai/gpt-oss-20b", null],
    ["bartowski/openai_gpt-oss-20b-GGUF", "openai/gpt-oss-20b", null],
    ["openai/gpt-oss-120b-MXFP4", "openai/gpt-oss-120b", "mxfp4"],
    ["Qwen3-8B-Q4_K_M.gguf", "Qwen/Qwen3-8B", "q4_k_m"],
    ["lmstudio-community/Qwen3-8B-IQ4_XS", "Qwen/Qwen3-8B", "iq4_xs"],
    ["TheBloke/Llama-2-7B-Chat-GPTQ", "meta-llama/Llama-2-7b-chat-hf", "gptq"],
    ["mlx-community/Qwen3-8B-4bit", "Qwen/Qwen3-8B", "int4"],
  ])("is found behind a quantised upload, which says its weight format: %s", (name, id, weights) => {
    expect(findModel(name)).toMatchObject({ ok: true, value: { model: { id }, impliedWeights: weights } });
  });

  test.each([
    "Qwen/Qwen2-7B-Instruct",
    "Qwen/Qwen-7B-Chat",
    "Qwen/Qwen3.5-4B",
    "Qwen/Qwen2.5-VL-7B-Instruct",
    "Qwen/Qwen3-Embedding-8B",
    "Qwen/Qwen3-VL-30B-A3B-Instruct",
    "google/gemma-4-12B-it",
    "google/gemma-7b",
    "mistralai/Mistral-7B-v0.1",
    "deepseek-r1:70b",
    "deepseek-ai/DeepSeek-V3.3",
    "zai-org/GLM-5.3-Air",
    "Llama-2-style 7B",
    "GPT-3 175B",
    "",
    "GGUF",
  ])("is never taken for one of another size, generation or kind: %s", (name) => {
    expect(taken(name)).toBeNull();
  });

  test("of another name is known as kin only where a person has said why", () => {
    for (const { name, model, why } of kin) {
      expect(taken(name)).toBe(model);
      expect(why.length).toBeGreaterThan(10);
    }
  });

  test.each([
    ["meta-llama/Llama-3.1-8B-Instuct", "meta-llama/Llama-3.1-8B-Instruct"],
    ["gtp-oss-120b", "openai/gpt-oss-120b"],
    ["mixtral 8x7", "mistralai/Mixtral-8x7B-Instruct-v0.1"],
    ["Qwen3-8", "Qwen/Qwen3-8B"],
    ["deepseek-v3.3", "deepseek-ai/DeepSeek-V3.1"],
  ])("that is misspelt is answered with the nearest first: %s", (name, nearest) => {
    expect(findModel(name)).toMatchObject({
      ok: false,
      code: "UNKNOWN_MODEL",
      path: "model",
      message: expect.stringContaining(`is "${name}": not in the catalogue; the nearest are "${nearest}"`),
    });
  });
});

test("no two models answer to one name at the strictest reading", () => {
  const keys = models.map(({ id }) => readModelName(id).words.join(" "));
  expect(new Set(keys).size).toBe(keys.length);
});
