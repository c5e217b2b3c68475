import { spawn } from "node:child_process";
import { calcPrice } from "@pydantic/genai-prices";
import { describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import { packageProviders } from "@/lib/catalogue/price-package";
import { apiCostKind } from "@/lib/engine/kinds/api-cost";
import { createScenario } from "@/lib/templates";

type Line = { id?: string; ok: boolean; error?: { code: string; message: string; path?: string } };

/** Runs the command on some text and gives its standard output, line by line. */
async function filter(input: string): Promise<{ lines: Line[]; stderr: string; code: number | null }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/estimate.ts"], { stdio: "pipe" });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.end(input);
  const code = await new Promise<number | null>((done) => child.on("close", done));
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { lines: lines.map((line) => JSON.parse(line) as Line), stderr, code };
}

const broken = [
  "{ not json",
  '{"kind":"memory","model":"llama-3.1-8b","accelerator":"nvidia-h100-sxm","colour":"red"}',
  '{"kind":"horoscope"}',
  '{"kind":"finance","cashFlowsUsd":[],"periodsPerYear":1,"discountRateAnnual":0.1}',
  "[1, 2]",
  "null",
];

/** One line in fifty is a whole scenario, which takes as long as all the others. */
const scenarioEvery = 50;

const good = [
  { kind: "memory", model: "meta-llama/Llama-3.1-8B-Instruct", accelerator: "nvidia-h100-sxm" },
  {
    kind: "serving",
    model: "meta-llama/Llama-3.1-8B-Instruct",
    accelerator: "nvidia-h100-sxm",
    isl: 1000,
    osl: 200,
    load: { kind: "closed", concurrency: 8 },
  },
  { kind: "api-cost", provider: "openai", model: "gpt-4o", inputTokens: 1000, outputTokens: 500, asOf: "2026-11-24" },
  { kind: "finance", cashFlowsUsd: [-100, 60, 60], periodsPerYear: 12, discountRateAnnual: 0.1 },
];

describe("npm run estimate", () => {
  test("1,000 mixed lines, a tenth of them broken: 1,000 results in order, errors only on the broken ones", async () => {
    const reference = await loadReferenceData();
    const start = {
      useCase: "customerSupport",
      requestsPerDay: 5000,
      dataClass: "internal",
      today: "2026-11-24",
    } as const;
    const whole = { kind: "scenario", scenario: createScenario(start, reference) };
    const requestAt = (index: number) => (index % scenarioEvery === 0 ? whole : good[index % good.length]);
    const isBroken = (index: number) => index % 10 === 7;
    const lines = Array.from({ length: 1000 }, (_, index) => {
      const chosen = Math.floor(index / 10);
      if (isBroken(index)) return broken[chosen % broken.length] ?? "";
      return JSON.stringify({ id: `line ${index}`, ...requestAt(index) });
    });
    const result = await filter(`${lines.join("\n")}\n\n`);
    expect(result.code, result.stderr).toBe(0);
    expect(result.lines).toHaveLength(1000);
    result.lines.forEach((line, index) => {
      expect(line.ok, `line ${index}: ${line.error?.message}`).toBe(!isBroken(index));
      if (isBroken(index)) expect(line.error?.code).toBe("INVALID_INPUT");
      else expect(line.id).toBe(`line ${index}`);
    });
  }, 120_000);

  test("a broken line names its fault, and an unknown kind lists those there are", async () => {
    const { lines } = await filter(broken.join("\n"));
    expect(lines.map(({ error }) => error?.path)).toEqual([
      undefined,
      "colour",
      "kind",
      "cashFlowsUsd",
      undefined,
      undefined,
    ]);
    expect(lines[2]?.error?.message).toContain(
      "memory, serving, api-cost, finance, evaluation, privacy, training, scenario",
    );
  }, 60_000);
});

test("1,000 random calls cost what the price package itself computes", async () => {
  const reference = await loadReferenceData();
  const providers = await packageProviders();
  const asOf = "2026-09-23";
  const prices = reference.prices(asOf).filter((price) => !price.override);
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  let compared = 0;
  for (let draw = 0; draw < 1000; draw += 1) {
    const price = prices[Math.floor(random() * prices.length)];
    const provider = providers.find(({ id }) => id === price?.provider);
    const model = provider?.models.find(({ id }) => id === price?.model);
    if (!price || !provider || !model) throw new Error("a price that is not the package's");
    const input_tokens = Math.floor(10 ** (1 + random() * 5));
    const output_tokens = Math.floor(10 ** (random() * 4));
    const cache_read_tokens = price.cachedInput ? Math.floor(random() * input_tokens) : 0;
    const alone = { ...provider, fallback_model_providers: [], models: [{ ...model, match: { equals: model.id } }] };
    const theirs = calcPrice({ input_tokens, output_tokens, cache_read_tokens }, model.id, {
      provider: alone,
      timestamp: new Date(`${asOf}T12:00:00Z`),
    });
    const ours = apiCostKind(
      {
        kind: "api-cost",
        provider: price.provider,
        model: price.model,
        inputTokens: input_tokens,
        outputTokens: output_tokens,
        cachedInputTokens: cache_read_tokens,
        asOf,
      },
      { reference },
    );
    if (!ours.ok || !theirs) throw new Error(`${price.id}: ${ours.ok ? "no price" : ours.message}`);
    const fees = ours.value.lines.filter(({ id }) => id === "fee").reduce((sum, line) => sum + line.costUsd, 0);
    const tokensUsd = theirs.input_price + theirs.output_price;
    expect(Math.abs(ours.value.costUsd - fees - tokensUsd), price.id).toBeLessThan(1e-7);
    compared += 1;
  }
  expect(compared).toBe(1000);
});
