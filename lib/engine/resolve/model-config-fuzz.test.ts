import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  memoryAnswerSchema,
  memoryRequestSchema,
  servingAnswerSchema,
  servingRequestSchema,
  trainingAnswerSchema,
  trainingRequestSchema,
} from "@/lib/contract/request";
import { memoryKind } from "../kinds/memory";
import { servingKind } from "../kinds/serving";
import { trainingKind } from "../kinds/training";
import { defaultCalibration } from "../serving/calibration/calibration";
import { hostingReference } from "../testing/hosting";
import { classics } from "../testing/published-configs";
import { families } from "../testing/published-families";
import { hybrids } from "../testing/published-hybrids";

type Config = Record<string, unknown>;
const context = { reference: hostingReference(), calibration: defaultCalibration };
const machine = { accelerator: "nvidia-h100-sxm", count: 1 };
const refusals = new Set(["INVALID_INPUT", "DOES_NOT_FIT", "INFEASIBLE"]);

const kinds: Record<string, (config: Config) => void> = {
  memory: (config) => {
    const request = memoryRequestSchema.parse({ kind: "memory", model: { config }, ...machine });
    checked(memoryKind(request, context), memoryAnswerSchema);
  },
  serving: (config) => {
    const load = { kind: "closed", concurrency: 4 };
    const request = { kind: "serving", model: { config }, ...machine, isl: 200, osl: 50, load, method: "analytic" };
    checked(servingKind(servingRequestSchema.parse(request), context), servingAnswerSchema);
  },
  training: (config) => {
    const request = { kind: "training", model: { config }, method: "lora", seqLen: 512, microBatch: 1, ...machine };
    checked(trainingKind(trainingRequestSchema.parse(request), context), trainingAnswerSchema);
  },
};

type Schema = { parse: (value: unknown) => unknown };

/** An answer holds only finite numbers, which the schema demands; a refusal says where it is. */
function checked(outcome: { ok: boolean } & Record<string, unknown>, schema: Schema): void {
  if (outcome.ok) schema.parse(outcome.value);
  else {
    expect(refusals).toContain(outcome.code);
    expect(outcome.path).toMatch(/./);
  }
}

const odd = fc.oneof(
  fc.constantFrom(
    null,
    0,
    1,
    -1,
    0.5,
    3,
    64,
    128,
    4096,
    1e6,
    1e9,
    1e300,
    "4096",
    "",
    "auto",
    true,
    false,
    [],
    {},
    [1, 0],
  ),
  fc.array(fc.constantFrom("full_attention", "mamba", "linear_attention", "mlp", "hybrid", "unheard_of", 1, null)),
  fc.jsonValue({ maxDepth: 2 }),
  fc.dictionary(fc.constantFrom("hidden_size", "num_heads", "model_type"), fc.constantFrom(1, 8, 64, "llama", null)),
);
const configs = [...classics, ...hybrids, ...families].map(({ config }) => config);
const fieldNames = [...new Set(configs.flatMap((config) => Object.keys(config)))];

/** A real config with fields taken out, changed, or mixed with those of another. */
const mutated = fc
  .record({
    first: fc.constantFrom(...configs),
    second: fc.constantFrom(...configs),
    taken: fc.subarray(fieldNames, { maxLength: 12 }),
    mixed: fc.subarray(fieldNames, { maxLength: 6 }),
    changed: fc.array(fc.tuple(fc.constantFrom(...fieldNames), odd), { maxLength: 4 }),
    nesting: fc.constantFrom(null, "text_config", "llm_config", "params"),
  })
  .map(({ first, second, taken, mixed, changed, nesting }) => {
    const config: Config = { ...first };
    for (const name of mixed) if (name in second) config[name] = second[name];
    for (const name of taken) delete config[name];
    for (const [name, value] of changed) config[name] = value;
    return nesting === null ? config : { model_type: "llava", hidden_size: 64, [nesting]: config };
  });

describe("any config gets an answer or a refusal that says where it is wrong", () => {
  for (const [kind, run] of Object.entries(kinds)) {
    test(`as published, by kind ${kind}`, () => {
      for (const config of configs) run(config);
    });
    test(`mutated, by kind ${kind}`, () => {
      fc.assert(fc.property(mutated, run), { numRuns: 500, seed: 3 });
    });
  }
});
