import { describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import { signChangesOnLogGrid } from "../finance/crossing";
import { internalRates } from "../finance/internal-rate";
import { netPresentValue, paybackPeriods } from "../finance/returns";
import { depreciationUsd } from "../finance/tax";
import { machinesOnSchedule } from "../fleet/day";
import { apiCostKind } from "../kinds/api-cost";
import { financeKind } from "../kinds/finance";
import { requestsInMonth } from "../traffic/growth";
import { apiTokensUsd } from "./api-usage";
import { agentsFor, erlangB, erlangC, serviceLevel } from "./erlang";
import { rentUsd } from "./rent";
import { usdPerMillionTokens, usdPerRequest } from "./sums";

/** Worked examples that others have published, each with where. Those of IRR and NPV functions are in finance/returns.test.ts. */

describe("people who answer within a time", () => {
  const calls = { erlangs: 10, handlingSeconds: 180, answerSeconds: 20 };

  test.each([
    [11, 0.682, 0.39],
    [12, 0.449, 0.64],
    [13, 0.285, 0.796],
    [14, 0.174, 0.888],
  ])(
    "Call Centre Helper, 200 calls an hour of 3 minutes, %d agents: %d wait, %d are answered within 20 s",
    (agents, waiting, inTime) => {
      // callcentrehelper.com, "Erlang C formula – made simple with an easy worked example"
      expect(erlangC({ erlangs: 10, agents })).toBeCloseTo(waiting, 3);
      expect(Math.abs(serviceLevel({ ...calls, agents }) - inTime)).toBeLessThan(5e-4);
    },
  );

  test("Call Centre Helper, the same at 80 % within 20 s and at most 85 % busy: 14 agents, busy 71.4 %", () => {
    expect(agentsFor({ ...calls, answerShare: 0.8, occupancyShare: 0.85 })).toBe(14);
    expect(10 / 14).toBeCloseTo(0.714, 3);
  });

  test("Mitan's Erlang C by steps, 360 calls in half an hour of 4 minutes, 55 agents: 23.9 % wait, 8.2 s on average, 84.6 % within 15 s", () => {
    // mitan.co.uk/erlang/elgcmath.htm
    const at = { erlangs: (360 / 1800) * 240, agents: 55 };
    expect(erlangC(at)).toBeCloseTo(0.239, 3);
    expect((erlangC(at) * 240) / (at.agents - at.erlangs)).toBeCloseTo(8.18, 2);
    expect(serviceLevel({ ...at, handlingSeconds: 240, answerSeconds: 15 })).toBeCloseTo(0.846, 3);
  });

  test.each([
    [2, 0.153],
    [5, 1.36],
    [10, 4.46],
    [20, 12.03],
    [100, 84.06],
  ])(
    "Erlang B table at 1 %% blocking (ITU-D Teletraffic Engineering Handbook): %d lines carry %d erlangs",
    (agents, erlangs) => {
      // The table rounds the load to the digits shown.
      expect(Math.abs(erlangB({ erlangs, agents }) - 0.01)).toBeLessThan(1e-4);
    },
  );
});

describe("a table of Erlang C", () => {
  test("Wikipedia's and textbooks' M/M/2 at half load: a third wait; M/M/1 at load ρ: ρ wait", () => {
    // en.wikipedia.org/wiki/M/M/c_queue: with one server the chance to wait is ρ itself
    expect(erlangC({ erlangs: 0.7, agents: 1 })).toBeCloseTo(0.7, 12);
    expect(erlangC({ erlangs: 1, agents: 2 })).toBeCloseTo(1 / 3, 12);
  });
});

describe("returns", () => {
  test("the Rust financial crate's documentation: NPV of −1,000, 500, 500, 500 at 10 %, first flow a period away: 221.296", () => {
    // docs.rs/crate/financial: assert_eq!(npv, 221.29635953828267)
    expect(netPresentValue({ flowsUsd: [0, -1000, 500, 500, 500], ratePerPeriod: 0.1 })).toBeCloseTo(
      221.296_359_538_282_67,
      9,
    );
  });

  test("Accounting Explained, discounted payback: 2,324,000 against 600,000 a year at 11 %: 5.32 years", () => {
    const flows = [-2_324_000, ...Array<number>(6).fill(600_000)];
    const outcome = financeKind({ kind: "finance", cashFlowsUsd: flows, periodsPerYear: 1, discountRateAnnual: 0.11 });
    expect(Math.abs((outcome.ok ? (outcome.value.discountedPaybackPeriods ?? 0) : 0) - 5.32)).toBeLessThan(0.015);
  });

  test("Accounting Explained, payback with even flows: 105 million against 25 a year: 4.2 years", () => {
    expect(paybackPeriods({ flowsUsd: [-105, ...Array<number>(7).fill(25)] })).toBeCloseTo(4.2, 12);
  });

  test("Accounting Explained, payback with uneven flows: 50 million against 10, 13, 16, 19, 22: 3.58 years", () => {
    expect(paybackPeriods({ flowsUsd: [-50, 10, 13, 16, 19, 22] })).toBeCloseTo(3.58, 2);
  });

  test("Accounting Explained, NPV of 50,000 a month for a year after 243,000, 12 % a year by months: 319,754", () => {
    const flowsUsd = [-243_000, ...Array<number>(12).fill(50_000)];
    expect(Math.abs(netPresentValue({ flowsUsd, ratePerPeriod: 0.01 }) - 319_754)).toBeLessThan(1);
  });

  test("Accounting Explained, IRR of 65,200, 96,000, 73,100, 55,400 after 213,000: about 14 %", () => {
    expect(internalRates([-213_000, 65_200, 96_000, 73_100, 55_400]).rates[0]).toBeCloseTo(0.14, 2);
  });

  test("Microsoft's documentation of SLN: 30,000 of which 7,500 are left after 10 years loses 2,250 a year", () => {
    const year = Array.from({ length: 12 }, (_, month) =>
      depreciationUsd({ purchasesUsd: [30_000], month, residualShare: 0.25, lifeYears: 10 }),
    );
    expect(year.reduce((sum, usd) => sum + usd, 0)).toBeCloseTo(2250, 9);
  });

  test("OpenStax, Principles of Accounting 2, section 3.2: 18,000 fixed, sold at 100, 20 variable: break-even at 225", () => {
    const profit = (units: number) => 100 * units - (18_000 + 20 * units);
    const [units] = signChangesOnLogGrid(profit, 1, 10_000, 24);
    expect(units).toBeCloseTo(225, 3);
  });
});

test("OpenStax, Calculus 2, example 4.14: deer that grow to 1,072,764 at 0.2311 a year, from 900,000", () => {
  const published = (t: number) => (1_072_764 * 25_000 * Math.exp(0.2311 * t)) / (4799 + 25_000 * Math.exp(0.2311 * t));
  for (const years of [0, 1, 5, 20]) {
    const ours = requestsInMonth({
      requestsPerDay: 900_000 / 30.4375,
      growthPerYear: Math.exp(0.2311) - 1,
      growthKind: "sCurve",
      ceilingFactor: 1_072_764 / 900_000,
      month: years * 12,
    });
    // The book rounds 172,764 ÷ 900,000 to 4799 ÷ 25,000.
    expect(ours / published(years)).toBeCloseTo(1, 5);
  }
});

test("the claude-cost package's documentation: 423 fresh, 380 cached and 18 output tokens of Claude Sonnet 4.5 cost 0.001653 USD", async () => {
  // docs.rs/crate/claude-cost/0.1.0
  const reference = await loadReferenceData();
  const outcome = apiCostKind(
    {
      kind: "api-cost",
      provider: "anthropic",
      model: "claude-sonnet-4-5",
      inputTokens: 803,
      cachedInputTokens: 380,
      outputTokens: 18,
    },
    { reference, today: "2026-06-01" },
  );
  expect(outcome.ok && outcome.value.costUsd).toBeCloseTo(0.001653, 9);
});

describe("calls to an API, at the list prices their examples name", () => {
  const call = async (model: string, inputTokens: number, outputTokens: number, asOf: string) => {
    const reference = await loadReferenceData();
    const outcome = apiCostKind(
      { kind: "api-cost", provider: "anthropic", model, inputTokens, outputTokens },
      { reference, today: asOf },
    );
    if (!outcome.ok) throw new Error(outcome.message);
    return outcome.value.costUsd;
  };

  test("claude-cost's documentation: 1,000 input and 500 output tokens of Claude Sonnet 4.5: 0.0105 USD", async () => {
    // docs.rs/claude-cost: 1k × 3 ÷ 1M + 500 × 15 ÷ 1M
    expect(await call("claude-sonnet-4-5", 1000, 500, "2026-06-01")).toBeCloseTo(0.0105, 9);
  });

  test("Zilliz on Amazon Bedrock: 500 input and 300 output tokens of Claude 3 Sonnet at 0.003 and 0.015 a thousand: 0.006 USD", () => {
    // zilliz.com/ai-faq/how-do-pricing-and-costs-work-in-amazon-bedrock-…
    const usd = (tokensPerRequest: number, usdPerMtoken: number) =>
      apiTokensUsd({ requests: 1, tokensPerRequest, share: 1, usdPerMtoken, trendFactor: 1 });
    expect(usd(500, 3) + usd(300, 15)).toBeCloseTo(0.006, 12);
  });
});

describe("hosting against calling, as others have worked it out", () => {
  const calls = (requests: number, tokensPerRequest: number, usdPerMtoken: number) =>
    apiTokensUsd({ requests, tokensPerRequest, share: 1, usdPerMtoken, trendFactor: 1 });
  const rented = (accelerators: number, usdPerAcceleratorHour: number) =>
    rentUsd({ accelerators, usdPerAcceleratorHour, trendFactor: 1, interruptedShare: 0 });
  /** Their months have 729.6 or 730 hours, ours 730.5. */
  const ofTheirMonth = 0.0015;

  test("llmtco.com/methodology 1: a million tokens in at 3 USD and half a million out at 15: 10.50 USD", () => {
    expect(calls(1, 1e6, 3) + calls(1, 5e5, 15)).toBeCloseTo(10.5, 12);
  });

  test("llmtco.com/methodology 2: 1.50 USD an hour, 730 hours, on 30 % of the time: 328.50 USD a month", () => {
    const usd = rentUsd({
      accelerators: machinesOnSchedule({ machines: 1, hoursPerWeek: 0.3 * 168 }),
      usdPerAcceleratorHour: 1.5,
      trendFactor: 1,
      interruptedShare: 0,
    });
    expect(Math.abs(usd / 328.5 - 1)).toBeLessThan(ofTheirMonth);
  });

  test("llmtco.com/methodology 3: a server of 15,000 USD over 36 months: 416.67 USD a month", () => {
    expect(depreciationUsd({ purchasesUsd: [15_000], month: 0, residualShare: 0, lifeYears: 3 })).toBeCloseTo(
      416.67,
      2,
    );
  });

  test("llmtco.com/methodology 5: a GPU of 320 USD a month against 3 USD a million tokens: 106.7 million break even", () => {
    const [mtokens] = signChangesOnLogGrid((x) => calls(1, x * 1e6, 3) - 320, 1, 10_000, 24);
    expect(mtokens).toBeCloseTo(106.7, 1);
  });

  test("induwara.lk's calculator: 120 and 40 million tokens at 0.25 and 2 USD: 110 USD; an A100 at 1.19 USD and 15 %: 998.46 USD; break-even at 1.45 billion", () => {
    const api = calls(1, 120e6, 0.25) + calls(1, 40e6, 2);
    expect(api).toBeCloseTo(110, 9);
    const hosted = rented(1, 1.19) * 1.15;
    expect(Math.abs(hosted / 998.46 - 1)).toBeLessThan(ofTheirMonth);
    const [multiple = Number.NaN] = signChangesOnLogGrid((x) => api * x - hosted, 0.1, 1000, 24);
    expect((multiple * 160e6) / 1e9).toBeCloseTo(1.45, 2);
  });

  test.each([
    ["on demand", 2.5, 0.82],
    ["reserved for a year", 1.6, 0.52],
  ])(
    "learnAI, inference infrastructure: 3,400 tokens a second on four H100 %s at %d USD: %d USD a million tokens",
    (_, usdPerAcceleratorHour, published) => {
      // kshirol-dev.github.io/learnAI/AIInfrastructure/09-inference-infrastructure.html
      const requests = 3400 * 3600 * 730.5;
      const totalUsd = rented(4, usdPerAcceleratorHour);
      const perToken = usdPerRequest({ totalUsd, requests: [requests] });
      expect(usdPerMillionTokens({ usdPerRequest: perToken, isl: 0, osl: 1 })).toBeCloseTo(published, 2);
    },
  );

  test.each([
    ["GPT-4o", 2.5, 10, 4.38],
    ["GPT-4o mini", 0.15, 0.6, 0.26],
    ["GPT-4.5 preview", 75, 150, 93.75],
    ["o1", 15, 60, 26.25],
  ])(
    "gigagpu.com: %s at %d and %d USD, three tokens in for one out: %d USD a million",
    (_, input, output, published) => {
      const perRequest = calls(1, 3, input) + calls(1, 1, output);
      const blended = usdPerMillionTokens({ usdPerRequest: perRequest, isl: 3, osl: 1 });
      expect(Math.abs(blended - published)).toBeLessThanOrEqual(0.005 + 1e-9);
    },
  );
});
