import type { TieredPrice } from "@/lib/contract/catalogue";
import { placeAmongOthers } from "../cost/api";
import { priceOverLengths } from "../cost/api-price";
import { billedOutputTokens, uncachedShare, writtenShare } from "../cost/api-usage";
import type { CostInputs } from "../cost/inputs";
import type { PlanLine } from "../cost/line";
import { unitTokensPerMinute } from "../cost/provisioned-units";
import { isCall, proportional, startsWith } from "./lever-parts";
import type { Lever } from "./levers";

type Field = "input" | "cachedInput" | "cacheWrite" | "output";

const fieldOf = (id: string): Field | null => {
  if (id.startsWith("apiInput")) return "input";
  if (id.startsWith("apiCachedInput")) return "cachedInput";
  if (id.startsWith("apiCacheWrite")) return "cacheWrite";
  return id.startsWith("apiOutput") ? "output" : null;
};

/** The price of prompts `factor` times as long, relative to the plan's: longer ones may reach another tier. */
function priceRatio({ api, scenario }: CostInputs, id: string, factor: number): number {
  const field = fieldOf(id);
  const other = placeAmongOthers(id);
  const list = (other < 0 ? api : api?.others[other]?.terms)?.list;
  const tiered: TieredPrice | null | undefined = field && (list?.[field] ?? list?.input);
  if (!tiered || tiered.tiers.length === 0) return 1;
  const { isl, islVariation } = scenario.workload;
  const at = (inputTokens: number) =>
    priceOverLengths({
      weighs: field === "output" ? "requests" : "tokens",
      variation: islVariation.value,
      usdPerMtoken: tiered.usdPerMtoken,
      tierAboveInputTokens: tiered.tiers.map(({ aboveInputTokens }) => aboveInputTokens),
      tierUsdPerMtoken: tiered.tiers.map(({ usdPerMtoken }) => usdPerMtoken),
      inputTokens,
    });
  const planned = at(isl.value);
  return planned > 0 ? at(isl.value * factor) / planned : 1;
}

type Moved = { isl?: number; osl?: number; cached?: number };

/** Tokens that provisioned units have to serve, relative to the plan's; whole units are left to a break-even. */
function unitsRatio({ scenario: { workload, paths } }: CostInputs, { isl = 1, osl = 1, cached = 1 }: Moved): number {
  const { reasoningTokens, provisionedOutputRatio } = paths.api;
  const tokens = (by: Required<Moved>) =>
    unitTokensPerMinute({
      requestsPerSecond: 1,
      isl: workload.isl.value * by.isl,
      cachedInputShare: Math.min(1, workload.cachedInputShare.value * by.cached),
      osl: workload.osl.value * by.osl,
      reasoningTokens: reasoningTokens.value,
      outputRatio: provisionedOutputRatio.value,
      retryShare: 0,
    });
  return tokens({ isl, osl, cached }) / tokens({ isl: 1, osl: 1, cached: 1 });
}

/** Logs hold prompts and answers. */
const tokensOf = ({ scenario: { workload } }: CostInputs, isl: number, osl: number) =>
  (workload.isl.value * isl + workload.osl.value * osl) / (workload.isl.value + workload.osl.value);

function byPromptLength({ line: { id } }: PlanLine, factor: number, inputs: CostInputs): number {
  const field = fieldOf(id);
  if (field) return (field === "output" ? 1 : factor) * priceRatio(inputs, id, factor);
  if (id === "apiUnits") return unitsRatio(inputs, { isl: factor });
  return id === "logs" ? tokensOf(inputs, factor, 1) : 1;
}

function byAnswerLength({ line: { id } }: PlanLine, factor: number, inputs: CostInputs): number {
  const { osl } = inputs.scenario.workload;
  if (fieldOf(id) === "output") {
    const reasoningTokens = inputs.scenario.paths.api.reasoningTokens.value;
    const billed = (tokens: number) => billedOutputTokens({ osl: tokens, reasoningTokens });
    return billed(osl.value * factor) / billed(osl.value);
  }
  if (id === "apiUnits") return unitsRatio(inputs, { osl: factor });
  if (id === "egress") return factor;
  return id === "logs" ? tokensOf(inputs, 1, factor) : 1;
}

/** What is read from cache is neither written to it nor billed in full; it cannot be more than the prompt. */
function byCachedShare({ line: { id } }: PlanLine, factor: number, inputs: CostInputs): number {
  if (id === "apiUnits") return unitsRatio(inputs, { cached: factor });
  const { scenario } = inputs;
  const field = fieldOf(id);
  const planned = scenario.workload.cachedInputShare.value;
  if (!field || field === "output" || planned === 0) return 1;
  const cacheWriteShare = scenario.paths.api.cacheWriteShare.value;
  const share = (cachedInputShare: number): number => {
    if (field === "cachedInput") return cachedInputShare;
    return field === "input"
      ? uncachedShare({ cachedInputShare, cacheWriteShare })
      : writtenShare({ cachedInputShare, cacheWriteShare });
  };
  const before = share(planned);
  return before > 0 ? share(Math.min(1, planned * factor)) / before : 1;
}

/** What a replica serves moves with the length of what it reads and writes: by these powers, from the serving model. */
const servesAt = ({ hosting }: CostInputs, of: "isl" | "osl" | "cached", factor: number) => ({
  serves: factor ** (hosting?.responds?.[of] ?? 0),
});

/** Lengths of prompts and answers, and what an API asks for them. */
export const apiLevers: readonly Lever[] = [
  {
    path: "workload.isl",
    label: "Prompt length",
    range: "isl",
    multiplies: (line, factor, { inputs }) => byPromptLength(line, factor, inputs),
    load: (factor, inputs) => servesAt(inputs, "isl", factor),
    planned: ({ scenario }) => scenario.workload.isl,
  },
  {
    path: "workload.osl",
    label: "Answer length",
    range: "osl",
    multiplies: (line, factor, { inputs }) => byAnswerLength(line, factor, inputs),
    load: (factor, inputs) => servesAt(inputs, "osl", factor),
    planned: ({ scenario }) => scenario.workload.osl,
  },
  {
    path: "workload.cachedInputShare",
    label: "Prompt read from cache",
    range: "cachedInput",
    multiplies: (line, factor, { inputs }) => byCachedShare(line, factor, inputs),
    load: (factor, inputs) => servesAt(inputs, "cached", Math.min(factor, mostCached(inputs))),
    planned: ({ scenario }) => scenario.workload.cachedInputShare,
  },
  {
    path: "paths.api.model",
    label: "API price",
    range: "apiPrice",
    multiplies: proportional(startsWith("apiInput", "apiCachedInput", "apiCacheWrite", "apiOutput", "apiFees")),
  },
  {
    path: "paths.api.priceFactorPerYear",
    label: "API price a year on",
    range: "apiTrend",
    multiplies: () => 1,
    compounds: isCall,
    planned: ({ scenario }) => scenario.paths.api.priceFactorPerYear,
  },
];

function mostCached({ scenario }: CostInputs): number {
  const share = scenario.workload.cachedInputShare.value;
  return share > 0 ? 1 / share : 1;
}
