import { z } from "zod";
import { choiceField, numberField, optionalNumberField, switchField, textField } from "./field";
import { engineSchema, kvFormatSchema, weightFormatSchema } from "./formats";
import { buySchema, rentSchema } from "./scenario-acquisition";

export const selfHostedPathSchema = z.strictObject({
  enabled: switchField({
    section: "cost",
    prominence: "more",
    title: "Consider self-hosting",
    description: "Whether this path is priced and compared.",
  }),
  model: textField(
    200,
    {
      section: "memory",
      prominence: "main",
      title: "Open model",
      description: "The model that is hosted: a catalogue or Hugging Face id.",
    },
    1,
  ),
  weights: z
    .union([z.literal("auto"), weightFormatSchema], {
      error: "must be auto or a weight format such as bf16, fp8, awq, q4_k_m",
    })
    .meta({
      section: "memory",
      prominence: "main",
      title: "Weights",
      description: "Number format of the weights; auto: as the vendor ships them.",
    }),
  kv: kvFormatSchema.meta({
    section: "memory",
    prominence: "more",
    title: "KV cache format",
    description: "Number format of the memory of each conversation; auto: as the engine would.",
  }),
  engine: engineSchema.meta({
    section: "memory",
    prominence: "more",
    title: "Serving engine",
    description: "Software that runs the model.",
    choices: {
      vllm: "vLLM",
      sglang: "SGLang",
      trtllm: "TensorRT-LLM",
      llamacpp: "llama.cpp",
      tgi: "TGI",
      transformers: "Transformers",
    },
  }),
  tp: z
    .union([z.literal("auto"), z.int().min(1).max(72)], { error: "must be auto or a whole number from 1 to 72" })
    .meta({
      section: "memory",
      prominence: "more",
      title: "Accelerators per replica (TP)",
      description:
        "Over how many accelerators one copy of the model is split; auto: the fewest that hold it and its traffic.",
      unit: "accelerator/replica",
    }),
  gpuMemoryUtilization: numberField(0.3, 0.99, {
    section: "memory",
    prominence: "more",
    title: "Memory the engine may take",
    description: "Share of accelerator memory given to the engine.",
    unit: "share",
  }),
  acquisition: z.discriminatedUnion("kind", [rentSchema, buySchema]),
  targetUtilisation: numberField(0.1, 1, {
    section: "hardware",
    prominence: "main",
    title: "Target utilisation at peak",
    description: "Share of what a replica can serve within the latency targets that the plan counts on.",
    unit: "share",
  }),
  replicaAvailabilityShare: numberField(0.8, 0.99999, {
    section: "hardware",
    prominence: "more",
    title: "Availability of one replica",
    description: "Share of time a single replica is up, repairs and restarts counted.",
    unit: "share",
  }),
  nonProductionShare: numberField(0, 3, {
    section: "hardware",
    prominence: "more",
    title: "Test and staging",
    description: "Further accelerators for test and staging, as a share of production.",
    unit: "share",
  }),
  operation: choiceField(
    {
      always: "All hours of the month",
      schedule: "Switched off outside set hours",
      autoscale: "Follows the load of the day",
    },
    {
      section: "hardware",
      prominence: "more",
      title: "When machines run",
      description: "Rented machines that are off cost nothing; bought ones are paid for either way.",
    },
  ),
  hoursPerWeek: numberField(1, 168, {
    section: "hardware",
    prominence: "more",
    title: "Hours on a week",
    description: "Hours of a week in which the machines run; requests at other hours wait or go elsewhere.",
    unit: "h",
  }),
  scaleUpMinutes: numberField(0, 240, {
    section: "hardware",
    prominence: "more",
    title: "Time to add a machine",
    description:
      "From asking for a machine until it answers: booking, loading weights, starting. The fleet runs ahead of the load by as much.",
    unit: "min",
  }),
  leadMonths: optionalNumberField(0, 36, {
    section: "hardware",
    prominence: "more",
    title: "Lead time of hardware",
    description:
      "Months from ordering machines until they serve. Empty: none on demand or at spot, one when reserved, four when bought.",
    unit: "month",
  }),
  egressUsdPerGb: numberField(0, 5, {
    section: "hardware",
    prominence: "more",
    title: "Egress",
    description: "Price of a gigabyte of answers that leaves the site.",
    unit: "USD/GB",
  }),
  softwareUsdPerAcceleratorYear: numberField(0, 100_000, {
    section: "cost",
    prominence: "more",
    title: "Software support",
    description: "Licences and support of the serving software per accelerator and year. 0: open source without any.",
    unit: "USD/year",
  }),
});
