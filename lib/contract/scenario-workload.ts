import { z } from "zod";
import { choiceField, numberField, optionalNumberField, wholeNumberField } from "./field";
import { overview, overviewMore, useCases } from "./scenario-words";

/** What is asked of the service, and what it has to keep. */

export const workloadSchema = z.strictObject({
  useCase: choiceField(useCases, {
    ...overview,
    title: "What is it for?",
    description: "Chooses the defaults that fit this kind of work; every one of them can be changed.",
  }),
  requestsPerDay: numberField(1, 1e9, {
    ...overview,
    title: "Requests a day",
    description: "Calls to the model on an average day, at the start of the plan.",
    unit: "request/day",
  }),
  growthKind: choiceField(
    {
      compound: "By the same percentage each year",
      linear: "By the same amount each year",
      sCurve: "Fast at first, then towards a ceiling",
      own: "As in my own monthly figures",
    },
    { ...overviewMore, title: "How volume grows", description: "The shape of growth over the horizon." },
  ),
  growthPerYear: numberField(-0.9, 20, {
    ...overview,
    title: "Growth a year",
    description:
      "Change of requests a day over a year: 0.2 is 20 % more. Towards a ceiling: while it is still far away.",
    unit: "share/year",
  }),
  ceilingFactor: numberField(1.01, 1000, {
    ...overviewMore,
    title: "Ceiling",
    description: "Requests a day that growth ends at, divided by those at launch.",
    unit: "1",
  }),
  ownRequestsPerDay: z
    .array(
      z
        .number({ error: "must be numbers from 0 to 1,000,000,000" })
        .min(0, { error: "must be numbers from 0 to 1,000,000,000" })
        .max(1e9, { error: "must be numbers from 0 to 1,000,000,000" }),
    )
    .max(120)
    .meta({
      ...overview,
      title: "Own monthly figures",
      description: "Requests a day of each month from launch, separated by commas; the last holds for those after it.",
      unit: "request/day",
    }),
  peakToMean: numberField(1, 100, {
    ...overview,
    title: "Peak to average",
    description: "Requests a second in the busiest minutes, divided by the average over 24 hours.",
    unit: "1",
  }),
  busiestHourUtc: wholeNumberField(0, 23, {
    ...overviewMore,
    title: "Busiest hour of the day (UTC)",
    description:
      "Hour from 0 to 23, in UTC, in which most requests come; the quietest is twelve hours away. Decides what is paid where an API's price differs by the hour.",
    unit: "h",
  }),
  isl: numberField(1, 2_000_000, {
    ...overview,
    title: "Prompt length (ISL)",
    description: "Input tokens of an average request: instructions, documents, history and question together.",
    unit: "token/request",
  }),
  osl: numberField(1, 200_000, {
    ...overview,
    title: "Answer length (OSL)",
    description: "Output tokens of an average request, reasoning included.",
    unit: "token/request",
  }),
  islVariation: numberField(0, 5, {
    ...overviewMore,
    title: "How much prompts differ in length",
    description:
      "Standard deviation of prompt lengths divided by their mean: 0 when all are alike. Decides how many pass the length above which an API charges more.",
    unit: "1",
  }),
  cachedInputShare: numberField(0, 0.99, {
    ...overviewMore,
    title: "Prompt read from cache",
    description: "Share of input tokens that repeat an earlier prompt's beginning and are read from a prefix cache.",
    unit: "share",
  }),
  batchableShare: numberField(0, 1, {
    ...overviewMore,
    title: "Can wait",
    description: "Share of requests that may be answered hours later, at an API's batch price.",
    unit: "share",
  }),
  escalatedShare: numberField(0, 1, {
    ...overviewMore,
    title: "Handed on to a person",
    description: "Share of requests the model cannot settle, so that a person handles them on every automated path.",
    unit: "share",
  }),
});

export const requirementsSchema = z.strictObject({
  percentile: choiceField(
    { p50: "p50", p90: "p90", p95: "p95", p99: "p99" },
    {
      section: "latency",
      prominence: "more",
      title: "Percentile",
      description: "Share of requests the latency targets must hold for.",
    },
  ),
  ttftSeconds: numberField(0.05, 600, {
    section: "latency",
    prominence: "main",
    title: "Time to first word (TTFT)",
    description: "Longest wait until the answer begins.",
    unit: "s",
  }),
  tpotSeconds: numberField(0.001, 10, {
    section: "latency",
    prominence: "main",
    title: "Time per output token (TPOT)",
    description: "Longest time between words once the answer runs; 0.19 s a token is silent reading speed.",
    unit: "s/token",
  }),
  availabilityShare: numberField(0.9, 0.99999, {
    section: "hardware",
    prominence: "main",
    title: "Availability",
    description: "Share of time in which the full peak must be served; decides how many spare replicas stand by.",
    unit: "share",
  }),
  budgetUsdPerMonth: optionalNumberField(1, 1e9, {
    section: "cost",
    prominence: "main",
    title: "Budget a month",
    description: "A path whose running cost exceeds this in any month does not qualify. Empty: no limit.",
    unit: "USD/month",
  }),
});
