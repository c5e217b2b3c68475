import { describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import models from "@/lib/catalogue/models.json";
import { composeParts, resolveModel } from "@/lib/engine/measuring";

const reference = await loadReferenceData();

/** Parameters that a published total counts and no layer of the language model has, with what they are. */
const beside: Record<string, readonly [number, string]> = {
  "meta-llama/Llama-4-Scout-17B-16E-Instruct": [0.88e9, "vision tower"],
  "meta-llama/Llama-4-Maverick-17B-128E-Instruct": [0.88e9, "vision tower"],
  "google/gemma-3-4b-it": [0.417e9, "vision tower"],
  "google/gemma-3-12b-it": [0.417e9, "vision tower"],
  "google/gemma-3-27b-it": [0.417e9, "vision tower"],
  "google/gemma-4-26B-A4B-it": [0.55e9, "vision tower"],
  "mistralai/Mistral-Small-3.2-24B-Instruct-2506": [0.44e9, "vision tower"],
  "mistralai/Ministral-3-3B-Instruct-2512": [0.42e9, "vision tower"],
  "mistralai/Ministral-3-8B-Instruct-2512": [0.42e9, "vision tower"],
  "mistralai/Ministral-3-14B-Instruct-2512": [0.42e9, "vision tower"],
  "stepfun-ai/Step-3.7-Flash": [1.1e9, "vision tower"],
  "XiaomiMiMo/MiMo-7B-RL": [0.21e9, "layer that predicts further tokens"],
};

/** Published figures that a recount does not reach, and why. */
const totalsApart: Record<string, string> = {
  "deepseek-ai/DeepSeek-V4-Pro": "printed as 1.6T, which 1.573T rounds to; shapes of its compressor are inferred",
};
const activeApart: Record<string, string> = {
  "Qwen/Qwen3-30B-A3B": "3.35 B, printed as 3.3",
  "deepseek-ai/DeepSeek-V2-Lite-Chat": "2.45 B without the input table, printed as 2.4",
  "mistralai/Mistral-Large-3-675B-Instruct-2512": "41 B is 39 B of language model and 2.5 B of vision tower",
};

const described = models.flatMap((model) => {
  const read = resolveModel(model.id, reference);
  if (!read.ok || !read.value.architecture) return [];
  const { architecture } = read.value;
  const parts = composeParts({ ...read.value, architecture });
  const { experts, vocabularySize, hiddenSize, tiedEmbeddings } = architecture;
  const idle = experts ? parts.routedExperts.value * (1 - experts.expertsPerToken / experts.experts) : 0;
  const table = vocabularySize * hiddenSize;
  const total = parts.recounted.value;
  /** A token reads one row of the input table: some makers leave that table out, some the output matrix too. */
  const actives = [0, table, tiedEmbeddings ? table : 2 * table].map((out) => total - idle - out);
  return [{ id: model.id, model, total, actives, moe: experts !== null }];
});

const off = (value: number, published: number): number => Math.abs(value / published - 1);

/** Within 1 %, or what the printed figure, in billions, is the rounding of. */
function rounds(value: number, published: number): boolean {
  const [, decimals = ""] = String(published / 1e9).split(".");
  return off(value, published) <= 0.01 || Math.abs(value - published) <= (10 ** -decimals.length / 2) * 1e9;
}

describe("parameters recounted from every catalogued shape", () => {
  test("are there for all but those whose shape nobody has published", () => {
    expect(described.length).toBeGreaterThan(105);
  });

  test.each(described)("$id: the total is within 1 % of the published one", ({ id, model, total }) => {
    const [more] = beside[id] ?? [0];
    const apart = off(total + more, model.publishedParameters ?? total);
    if (id in totalsApart) expect(apart).toBeGreaterThan(0.01);
    else expect(apart).toBeLessThanOrEqual(0.01);
  });

  test.each(described.filter(({ moe, model }) => moe && model.publishedActiveParameters))(
    "$id: what a token passes is the published figure, with or without tables",
    ({ id, model, actives }) => {
      const published = model.publishedActiveParameters ?? Number.NaN;
      expect(actives.some((active) => rounds(active, published))).toBe(!(id in activeApart));
    },
  );
});
