import type { z } from "zod";
import type { ApiPrice, TieredPrice } from "@/lib/contract/catalogue";
import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";
import type { apiCostAnswerSchema, apiCostRequestSchema } from "@/lib/contract/request";
import { priceAtLength } from "../cost/api-price";
import { hoursPerDay, tokensPerMtoken } from "../units";

type Request = z.infer<typeof apiCostRequestSchema>;
type Answer = z.infer<typeof apiCostAnswerSchema>;
type Context = { reference: ReferenceData; today?: string };

/** Batch prices are in no list; providers that have them take half. */
const batchMultiplier = 0.5;
const requestsPerFee = 1000;

type Part = { id: string; label: string; tokens: number; tiered: TieredPrice };

/** One call. `inputTokens` is the whole prompt; what was read from or written to a cache is a part of it. */
export function apiCostKind(request: Request, { reference, today }: Context): Outcome<Answer> {
  const { inputTokens, outputTokens, cachedInputTokens = 0, cacheWriteTokens = 0, batch = false } = request;
  const uncached = inputTokens - cachedInputTokens - cacheWriteTokens;
  if (uncached < 0) {
    const allowed = `must not exceed inputTokens (${inputTokens}), of which they are a part`;
    const sum = cachedInputTokens + cacheWriteTokens;
    return fail(
      "INVALID_INPUT",
      `\`cachedInputTokens\` + \`cacheWriteTokens\` is ${sum}: ${allowed}`,
      "cachedInputTokens",
    );
  }
  const { provider, model } = request;
  const asOf = request.asOf ?? today ?? newestDay(reference);
  const found = reference.findPrice({ model, asOf, ...(provider !== undefined && { provider }) });
  if (!found.ok) return found;
  const price = atHour(found.value, request.hourUtc);
  const parts: Part[] = [
    { id: "input", label: "Input tokens", tokens: uncached, tiered: price.input },
    {
      id: "cachedInput",
      label: "Input read from cache",
      tokens: cachedInputTokens,
      tiered: price.cachedInput ?? price.input,
    },
    {
      id: "cacheWrite",
      label: "Input written to cache",
      tokens: cacheWriteTokens,
      tiered: price.cacheWrite ?? price.input,
    },
    { id: "output", label: "Output tokens", tokens: outputTokens, tiered: price.output },
  ];
  const multiplier = batch ? batchMultiplier : 1;
  const lines = [
    ...parts
      .filter(({ id, tokens }) => tokens > 0 || id === "input" || id === "output")
      .map((part) => lineOf(part, inputTokens, multiplier)),
    ...feeLines(price, multiplier),
  ];
  const costUsd = lines.reduce((sum, line) => sum + line.costUsd, 0);
  return succeed({ costUsd, lines, price: { ...shownPrice(price), note: noteFor(request, price) } });
}

/** The day ends where it begins. */
function atHour(price: ApiPrice, hourUtc: number | undefined): ApiPrice {
  if (hourUtc === undefined || !price.byHour) return price;
  const hour = hourUtc % hoursPerDay;
  const held = price.byHour.find(({ windows }) =>
    windows.some(({ fromHour, toHour }) => fromHour <= hour && hour < toHour),
  );
  if (!held) return price;
  const { input, output, cachedInput, cacheWrite } = held;
  return { ...price, input, output, cachedInput, cacheWrite };
}

function lineOf({ id, label, tokens, tiered }: Part, inputTokens: number, multiplier: number): Answer["lines"][number] {
  const usdPerMtoken =
    multiplier *
    priceAtLength({
      usdPerMtoken: tiered.usdPerMtoken,
      tierAboveInputTokens: tiered.tiers.map((tier) => tier.aboveInputTokens),
      tierUsdPerMtoken: tiered.tiers.map((tier) => tier.usdPerMtoken),
      inputTokens,
    });
  return { id, label, tokens, usdPerMtoken, costUsd: (tokens * usdPerMtoken) / tokensPerMtoken };
}

function feeLines({ usdPerThousandRequests }: ApiPrice, multiplier: number): Answer["lines"] {
  if (usdPerThousandRequests === null || usdPerThousandRequests === 0) return [];
  const costUsd = (usdPerThousandRequests * multiplier) / requestsPerFee;
  return [{ id: "fee", label: "Fee per request", tokens: 0, usdPerMtoken: 0, costUsd }];
}

const shownPrice = ({ id, provider, model, name, source }: ApiPrice) => ({ id, provider, model, name, source });

function noteFor(request: Request, price: ApiPrice): string | null {
  const notes = [
    price.override?.reason ?? price.notes,
    price.cachedInput === null && (request.cachedInputTokens ?? 0) > 0
      ? "no price for cached input is known: billed as input"
      : null,
    price.cacheWrite === null && (request.cacheWriteTokens ?? 0) > 0
      ? "no price for cache writes is known: billed as input"
      : null,
    request.batch ? `batch: ${batchMultiplier} of the list price, as most providers have it` : null,
  ].filter((note) => note !== null);
  return notes.length === 0 ? null : notes.join("; ");
}

/** The engine has no clock: without a date the price of the newest day the catalogue knows of is given. */
const newestDay = ({ version }: ReferenceData): string => {
  const day = version.slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : "9999-12-31";
};
