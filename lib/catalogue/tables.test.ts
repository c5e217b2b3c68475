import { describe, expect, test } from "vitest";
import { readTables } from "./tables";

const { accelerators, models, offers, values, lifetimes } = readTables();

describe("the shipped tables", () => {
  test("hold what was gathered: 76 accelerators, 125 models, 279 offers, 167 values", () => {
    expect([accelerators, models, offers, values].map((rows) => rows.length)).toEqual([76, 125, 279, 167]);
  });

  test("use every id once", () => {
    for (const rows of [accelerators, models, offers, values]) {
      const ids = rows.map(({ id }) => id.toLowerCase());
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test("keep prices and dates out of the ids of offers and values, so that ids need not change", () => {
    for (const { id } of offers) expect(id).toMatch(/^[a-z0-9.-]+\/[a-z0-9._-]+@[a-z0-9-]+$/);
    for (const { id } of values) expect(id).toMatch(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+(\.\d[a-z0-9-]*)?)+$/);
  });

  test("offer only accelerators that are in the table", () => {
    const known = new Set(accelerators.map(({ id }) => id));
    expect(offers.filter(({ acceleratorId }) => !known.has(acceleratorId))).toEqual([]);
  });

  test("offer everything at some price, and spot never above on demand", () => {
    for (const { usdPerAcceleratorHour: price } of offers) {
      expect(Object.values(price).some((value) => value !== null)).toBe(true);
      if (price.spot !== null && price.onDemand !== null) expect(price.spot).toBeLessThanOrEqual(price.onDemand);
    }
  });

  test("never give an accelerator more usable memory than its nameplate says", () => {
    for (const { usableMemoryBytes, memoryBytes } of accelerators) {
      expect(usableMemoryBytes ?? 0).toBeLessThanOrEqual(memoryBytes);
    }
    // The driver of an H100 reports 81,559 MiB = 79.6 GiB of its 80 GiB.
    const h100 = accelerators.find(({ id }) => id === "nvidia-h100-sxm");
    expect(h100?.memoryBytes).toBe(80 * 2 ** 30);
    expect((h100?.usableMemoryBytes ?? 0) / 2 ** 30).toBeCloseTo(79.6, 6);
  });

  test("state facility power on the accelerator as the reference value has it", () => {
    const powers = values.filter(({ id }) => id.startsWith("facility.power."));
    expect(powers).toHaveLength(9);
    for (const { id, value } of powers) {
      const accelerator = accelerators.find((row) => `facility.power.${row.id}` === id);
      expect(accelerator?.facilityWatts).toBe(value);
    }
  });

  test("give low ≤ value ≤ high wherever a span is known", () => {
    for (const { value, low, high } of values) {
      expect(low ?? value).toBeLessThanOrEqual(value);
      expect(high ?? value).toBeGreaterThanOrEqual(value);
    }
  });
});

describe("models", () => {
  const cacheElements = (id: string): number =>
    models
      .find((model) => model.id === id)
      ?.architecture?.attention.reduce((sum, group) => {
        if (group.kind === "full") return sum + group.layers * group.kvHeads * (group.keySize + group.valueSize);
        if (group.kind === "mla") return sum + group.layers * (group.kvRank + group.ropeSize);
        if (group.kind === "compressed") return sum + group.layers * group.elementsPerToken;
        return sum;
      }, 0) ?? 0;

  test("keep the published KV cache per token: Llama 3.1 70B 320 KiB, DeepSeek V3 68.6 KiB in bf16", () => {
    expect((2 * cacheElements("meta-llama/Llama-3.1-70B-Instruct")) / 1024).toBe(320);
    expect((2 * cacheElements("deepseek-ai/DeepSeek-V3")) / 1024).toBeCloseTo(68.6, 1);
    expect((2 * cacheElements("openai/gpt-oss-120b")) / 1024).toBe(36);
    expect((2 * cacheElements("deepseek-ai/DeepSeek-V4-Pro")) / 1024).toBeCloseTo(9.6, 1);
  });

  test("recount to within 1 % of the published total, but for the three that say why", () => {
    const outside = models.filter(
      ({ parameters, publishedParameters }) =>
        publishedParameters !== null && Math.abs(parameters / publishedParameters - 1) > 0.01,
    );
    expect(outside.map(({ id }) => id).sort()).toEqual([
      "Qwen/Qwen3.5-27B",
      "Qwen/Qwen3.6-27B",
      "deepseek-ai/DeepSeek-V4-Pro",
    ]);
    for (const { notes } of outside) expect(notes).toContain("Recount differs");
  });

  test("state scores in comparable units", () => {
    const scores = models.flatMap(({ quality }) => quality);
    expect(scores.length).toBeGreaterThan(200);
    for (const { unit, score } of scores) {
      if (unit === "share") expect(score).toBeLessThanOrEqual(1);
      else if (unit === "Elo") expect(score).toBeGreaterThan(800);
      else expect(unit).toBe("index");
    }
  });

  test("say how long models of an API last only where it was read, and no model retires before its release", () => {
    expect(lifetimes.map(({ id }) => id)).toEqual([
      "openai",
      "anthropic",
      "google",
      "azure",
      "aws",
      "mistral",
      "cohere",
      "baseten",
    ]);
    const cohere = lifetimes.find(({ id }) => id === "cohere");
    expect(cohere).toMatchObject({ promisedMonths: null, promisedNoticeDays: null, models: [] });
    for (const { releasedOn, announcedOn, retiresOn } of lifetimes.flatMap(({ models: each }) => each)) {
      if (releasedOn && retiresOn) expect(releasedOn < retiresOn).toBe(true);
      if (announcedOn && retiresOn) expect(announcedOn < retiresOn).toBe(true);
    }
  });
});
