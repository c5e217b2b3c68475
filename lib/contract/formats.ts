import { z } from "zod";

/** Number formats of weights, as requests name them. GGUF types are llama.cpp's. */
export const ggufFormats = [
  "q2_k",
  "q2_k_l",
  "q3_k_s",
  "q3_k_m",
  "q3_k_l",
  "q4_0",
  "q4_1",
  "q4_k_s",
  "q4_k_m",
  "q4_k_l",
  "q5_0",
  "q5_1",
  "q5_k_s",
  "q5_k_m",
  "q5_k_l",
  "q6_k",
  "q6_k_l",
  "q8_0",
  "iq1_s",
  "iq1_m",
  "iq2_xxs",
  "iq2_xs",
  "iq2_s",
  "iq2_m",
  "iq3_xxs",
  "iq3_xs",
  "iq3_s",
  "iq3_m",
  "iq4_xs",
  "iq4_nl",
  "tq1_0",
  "tq2_0",
] as const;
export const weightFormats = [
  "fp32",
  "bf16",
  "fp16",
  "fp8",
  "int8",
  "int4",
  "awq",
  "gptq",
  "nvfp4",
  "mxfp4",
  "mxfp8",
  "nf4",
  ...ggufFormats,
] as const;
export const weightFormatSchema = z.enum(weightFormats);
export type WeightFormat = (typeof weightFormats)[number];

export const kvFormats = [
  "auto",
  "fp32",
  "bf16",
  "fp16",
  "fp8",
  "int8",
  "int4",
  "nvfp4",
  "q8_0",
  "q5_0",
  "q5_1",
  "q4_0",
  "q4_1",
  "iq4_nl",
] as const;
export const kvFormatSchema = z.enum(kvFormats);
export type KvFormat = (typeof kvFormats)[number];

export const engines = ["vllm", "sglang", "trtllm", "llamacpp", "tgi", "transformers"] as const;
export const engineSchema = z.enum(engines);
export type ServingEngine = (typeof engines)[number];
