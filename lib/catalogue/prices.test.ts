import { calcPrice } from "@pydantic/genai-prices";
import { beforeAll, describe, expect, test } from "vitest";
import type { ApiPrice, TieredPrice } from "@/lib/contract/catalogue";
import type { ReferenceData } from "@/lib/contract/reference";
import { loadReferenceData } from "./load";
import { overrideOn, readPriceOverrides } from "./price-overrides";
import { type Provider, packagePrice, packageProviders } from "./price-package";

const today = "2026-11-24";
let reference: ReferenceData;
let providers: readonly Provider[];
beforeAll(async () => {
  reference = await loadReferenceData();
  providers = await packageProviders();
});

const at = (price: TieredPrice, inputTokens: number): number =>
  price.tiers.reduce(
    (usd, tier) => (inputTokens > tier.aboveInputTokens ? tier.usdPerMtoken : usd),
    price.usdPerMtoken,
  );

/** Tokens read from cache are part of the input; the tier reached by all input tokens prices the whole request. */
function costUsd(price: ApiPrice, input: number, cached: number, output: number): number {
  const cachedPrice = price.cachedInput ?? price.input;
  const tokens = (input - cached) * at(price.input, input) + cached * at(cachedPrice, input);
  return (tokens + output * at(price.output, input)) / 1e6 + (price.usdPerThousandRequests ?? 0) / 1e3;
}

function found(model: string, provider?: string, asOf = today): ApiPrice {
  const outcome = reference.findPrice({ model, asOf, ...(provider ? { provider } : {}) });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

const refusal = (model: string, provider?: string) =>
  reference.findPrice({ model, asOf: today, ...(provider ? { provider } : {}) });

/** Whole numbers below a limit, the same in every run. */
function draws(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

describe("the price package", () => {
  test("answers with all its providers and models without a network", () => {
    expect(providers.length).toBeGreaterThanOrEqual(40);
    expect(providers.reduce((count, { models }) => count + models.length, 0)).toBeGreaterThanOrEqual(1600);
  });

  test.each(["2025-12-01", "2026-08-01", today])(
    "costs the same through our prices as through its own sum, in 1,000 random requests of %s",
    (asOf) => {
      const timestamp = new Date(`${asOf}T12:00:00Z`);
      const entries = providers.flatMap((provider) =>
        provider.models.flatMap((model) => {
          const price = packagePrice(provider, model, asOf);
          const own = calcPrice({}, model.id, { provider, timestamp });
          return price && own?.model.id === model.id ? [{ provider, model, price }] : [];
        }),
      );
      expect(entries.length).toBeGreaterThan(1400);
      const draw = draws(20_261_124);
      for (let round = 0; round < 1000; round += 1) {
        const entry = entries[draw(entries.length)];
        if (!entry) throw new Error("no entry drawn");
        const input = draw(2) === 0 ? draw(5_000) : draw(900_000);
        const cached = draw(input + 1);
        const output = draw(20_000);
        const usage = { input_tokens: input, cache_read_tokens: cached, output_tokens: output };
        const expected = calcPrice(usage, entry.model.id, { provider: entry.provider, timestamp })?.total_price ?? -1;
        const ours = costUsd(entry.price, input, cached, output);
        expect(Math.abs(ours - expected), entry.price.id).toBeLessThanOrEqual(1e-9 * expected);
      }
    },
  );
});

describe("prices", () => {
  test("of a long prompt re-price the whole request: 300,000 tokens of gpt-6-sol cost 1.20 USD", () => {
    expect(costUsd(found("gpt-6-sol", "openai"), 300_000, 0, 0)).toBeCloseTo(1.2, 12);
    expect(costUsd(found("gpt-6-sol", "openai"), 200_000, 0, 0)).toBeCloseTo(0.4, 12);
  });

  test("hold on their date: DeepSeek V4 Pro rose on 2026-08-17, and costs twice as much at its peak hours", () => {
    // 1 M in + 1 M out: 0.435 + 0.87 before, 0.66 + 1.98 after
    expect(costUsd(found("deepseek-v4-pro", "deepseek", "2026-08-01"), 1e6, 0, 1e6)).toBeCloseTo(1.305, 12);
    const now = found("deepseek-v4-pro", "deepseek");
    expect(costUsd(now, 1e6, 0, 1e6)).toBeCloseTo(2.64, 12);
    expect(now.notes).toContain("From 01:00 to 04:00 UTC: 1.32 input, 3.96 output");
  });

  test("give the prices of all hours where they differ, from the day on which hours begin to matter", () => {
    const [cheap, dear] = found("deepseek-v4-pro", "deepseek").byHour ?? [];
    expect(cheap).toMatchObject({ input: { usdPerMtoken: 0.66 }, output: { usdPerMtoken: 1.98 } });
    expect(dear).toMatchObject({ input: { usdPerMtoken: 1.32 }, cachedInput: { usdPerMtoken: 0.044 } });
    expect(dear?.windows).toEqual([
      { fromHour: 1, toHour: 4 },
      { fromHour: 6, toHour: 10 },
    ]);
    expect(cheap?.windows).toEqual([
      { fromHour: 0, toHour: 1 },
      { fromHour: 4, toHour: 6 },
      { fromHour: 10, toHour: 24 },
    ]);
    const before = found("deepseek-v4-pro", "deepseek", "2026-08-01");
    expect(before.byHour).toBeUndefined();
    expect(before.notes).toBeNull();
  });

  test("know a discount that runs over midnight: DeepSeek's of 2025, 16:30 to 00:30 UTC", () => {
    const [first, second] = found("deepseek-chat", "deepseek", "2025-05-01").byHour ?? [];
    expect(first).toMatchObject({ input: { usdPerMtoken: 0.135 } });
    expect(first?.windows).toEqual([
      { fromHour: 0, toHour: 0.5 },
      { fromHour: 16.5, toHour: 24 },
    ]);
    expect(second).toMatchObject({ input: { usdPerMtoken: 0.27 }, windows: [{ fromHour: 0.5, toHour: 16.5 }] });
  });

  test("hold every hour of the day once", () => {
    for (const { id, byHour = [] } of reference.prices(today)) {
      const hours = byHour
        .flatMap(({ windows }) => windows)
        .reduce((sum, each) => sum + each.toHour - each.fromHour, 0);
      expect([0, 24], id).toContain(hours);
    }
  });

  test("are of exactly the model asked for: a newer one is not priced as the older one", () => {
    expect(found("claude-sonnet-5-5").model).toBe("claude-sonnet-5-5");
    expect(refusal("claude-sonnet-5-9")).toMatchObject({ ok: false, code: "UNKNOWN_PRICE" });
    expect(refusal("claude-haiku-7")).toMatchObject({ ok: false, code: "UNKNOWN_PRICE" });
  });

  test("say so when a name stands for another one", () => {
    expect(found("gpt-6-sol-2026-08-01")).toMatchObject({ id: "openai/gpt-6-sol" });
    expect(found("gpt-6-sol-2026-08-01").notes).toContain("Priced as gpt-6-sol");
    expect(found("GPT-6-Sol").notes).toBeNull();
  });

  test("come from the maker before any host, and from a named host when one is asked for", () => {
    expect(found("openai/gpt-6-sol").provider).toBe("openai");
    expect(found("deepseek-v4-pro").provider).toBe("deepseek");
    expect(found("llama-3.3-70b-versatile").provider).toBe("groq");
    expect(found("openai/gpt-oss-120b", "groq").provider).toBe("groq");
  });

  test("that are unknown are never 0, and the answer names what is near", () => {
    expect(refusal("claude-sonet-5")).toMatchObject({
      code: "UNKNOWN_PRICE",
      path: "model",
      message: expect.stringContaining('the nearest are "claude-sonnet-5"'),
    });
    expect(refusal("gpt-6-sol", "opnai")).toMatchObject({
      path: "provider",
      message: expect.stringContaining('the nearest are "openai"'),
    });
    expect(reference.findPrice({ model: "gpt-6-sol", asOf: "2026-99-99" })).toMatchObject({ code: "INVALID_INPUT" });
    expect(reference.prices("2026-99-99")).toEqual([]);
  });

  test("have ids used once, and a note wherever the list says free of charge", () => {
    const all = reference.prices(today);
    expect(all.length).toBeGreaterThan(1500);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const free = all.filter((price) => costUsd(price, 1000, 0, 1000) === 0);
    expect(free.filter(({ notes }) => !notes?.includes("free of charge"))).toEqual([]);
  });
});

describe("our own prices", () => {
  test("win from their date on, and say why", () => {
    expect(found("mistral-large-latest", "mistral")).toMatchObject({
      input: { usdPerMtoken: 0.5 },
      output: { usdPerMtoken: 1.5 },
      override: { reason: expect.stringContaining("Large 3") },
    });
    // The package knows the alias as another name of Mistral Large 2, which it was at the time.
    expect(found("mistral-large-latest", "mistral", "2025-06-01")).toMatchObject({
      model: "mistral-large",
      input: { usdPerMtoken: 2 },
      override: null,
    });
    expect(found("glm-5.3-flash", "zai").input.usdPerMtoken).toBe(0.15);
    expect(found("glm-5.3-flash", "zai", "2026-08-01").input.usdPerMtoken).toBe(0.075);
  });

  test("withdraw what has no known price, instead of pricing it from a list two years old", () => {
    expect(refusal("deepseek-chat")).toMatchObject({ ok: false, message: expect.stringContaining("deepseek-v4-pro") });
    expect(refusal("deepseek-reasoner", "deepseek")).toMatchObject({ ok: false, code: "UNKNOWN_PRICE" });
    expect(found("deepseek-chat", "deepseek", "2025-05-01").input.usdPerMtoken).toBe(0.27);
  });

  test("still differ from the package: one that agrees with it has done its work and goes", () => {
    const overrides = readPriceOverrides();
    for (const entry of overrides) {
      const provider = providers.find(({ id }) => id === entry.provider);
      const model = provider?.models.find(({ id }) => id === entry.model);
      const packaged = provider && model ? packagePrice(provider, model, today) : null;
      expect(packaged?.input).not.toEqual(
        overrideOn(overrides, entry.provider, entry.model, today)?.price?.input ?? null,
      );
    }
  });

  test("hold the list prices on which the comparison of six price sets settled", () => {
    const settled: [string, string, number, number][] = [
      ["openai", "gpt-6-astra", 10, 50],
      ["openai", "gpt-6.1-sol", 2, 10],
      ["openai", "gpt-5.6-sol", 4, 20],
      ["openai", "gpt-5.6-luna", 0.2, 1.2],
      ["openai", "o3", 2, 8],
      ["anthropic", "claude-fable-5-2", 8, 40],
      ["anthropic", "claude-opus-5-5", 4, 20],
      ["anthropic", "claude-sonnet-5", 2, 10],
      ["anthropic", "claude-haiku-5-5", 0.1, 0.5],
      ["google", "gemini-3.8-flash", 0.75, 3.75],
      ["google", "gemini-4-argon", 2, 10],
      ["x-ai", "grok-4.6", 2, 6],
      ["x-ai", "grok-4.7", 2, 6],
      ["moonshotai", "kimi-k3", 3, 15],
      ["zai", "glm-5.3", 1.4, 4.4],
      ["mistral", "mistral-small-latest", 0.15, 0.6],
      ["minimax", "minimax-m3", 0.3, 1.2],
    ];
    const ours = settled.map(([provider, model]) => {
      const { input, output } = found(model, provider);
      return [provider, model, input.usdPerMtoken, output.usdPerMtoken];
    });
    expect(ours).toEqual(settled);
  });
});
