import { z } from "zod";
import { choiceField, numberField, wholeNumberField } from "./field";

/** What answers bring and break, and over which time money is counted. */

export const outcomeSchema = z.strictObject({
  valueUsdPerRequest: numberField(0, 1_000_000, {
    section: "cost",
    prominence: "more",
    title: "Worth of a request",
    description: "Revenue or saving that a request brings once it is handled, whoever handles it; 0 claims none.",
    unit: "USD/request",
  }),
  rampMonths: numberField(0, 60, {
    section: "cost",
    prominence: "more",
    title: "Months until it settles its share",
    description: "Until then people handle more: the share the model settles grows evenly from launch.",
    unit: "month",
  }),
  errorShare: numberField(0, 1, {
    unit: "share",
    section: "cost",
    prominence: "more",
    title: "Wrong answers",
    description:
      "Share of the answers by a model that are wrong; those that look right are acted on unless review finds them.",
  }),
  credibleShare: numberField(0, 1, {
    unit: "share",
    section: "evaluation",
    prominence: "more",
    title: "Wrong answers that look right",
    description: "Share of the wrong answers that people would believe; they ignore the others. 1: all are acted on.",
  }),
  peopleErrorShare: numberField(0, 1, {
    unit: "share",
    section: "cost",
    prominence: "more",
    title: "Wrong answers by people acted on",
    description: "Share of what people handle that is wrong, goes unnoticed and is acted on.",
  }),
  errorUsd: numberField(0, 1_000_000_000, {
    section: "cost",
    prominence: "more",
    title: "Cost of a wrong answer",
    description: "What one wrong answer that is acted on costs on average.",
    unit: "USD/request",
  }),
  reviewShare: numberField(0, 1, {
    section: "evaluation",
    prominence: "more",
    title: "Answers reviewed before use",
    description: "Share of the answers that a person reads before they are acted on.",
    unit: "share",
  }),
  reviewMinutes: numberField(0, 1000, {
    section: "evaluation",
    prominence: "more",
    title: "Time to review an answer",
    description: "Minutes for one.",
    unit: "min/item",
  }),
  detectionShare: numberField(0, 1, {
    section: "evaluation",
    prominence: "more",
    title: "Errors found in review",
    description: "Share of the wrong answers read that a reviewer notices; credible ones slip through.",
    unit: "share",
  }),
  doubtAuc: numberField(0.5, 0.99, {
    section: "evaluation",
    prominence: "more",
    title: "How well doubtful answers are picked",
    description:
      "Chance that whatever picks answers for review ranks a wrong one before a right one (AUROC): 0.5 picks at random.",
    unit: "1",
  }),
});

export const currencies = ["USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "BRL", "CAD", "AUD", "SEK", "PLN"] as const;

export const economicsSchema = z.strictObject({
  startMonth: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month such as 2026-12")
    .meta({
      section: "cost",
      prominence: "more",
      title: "First month",
      description: "The month in which the service goes live.",
    }),
  pricedOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, "must be a date such as 2026-11-24")
    .meta({
      section: "cost",
      prominence: "more",
      title: "Prices of",
      description: "The date whose prices are used.",
    }),
  horizonMonths: wholeNumberField(6, 120, {
    section: "cost",
    prominence: "main",
    title: "Horizon",
    description: "How many months the plan covers.",
    unit: "month",
  }),
  discountRatePerYear: numberField(0, 1, {
    section: "cost",
    prominence: "main",
    title: "Discount rate",
    description: "What a dollar in a year is worth less than one today; ask finance for the cost of capital.",
    unit: "share/year",
  }),
  inflationPerYear: numberField(-0.05, 0.5, {
    section: "cost",
    prominence: "more",
    title: "Pay rise a year",
    description: "By how much pay and bought-in work rise each year. Rents and API prices have trends of their own.",
    unit: "share/year",
  }),
  purchaseTaxShare: numberField(0, 0.5, {
    section: "cost",
    prominence: "more",
    title: "Tax on purchases",
    description: "Value-added or sales tax on what is bought or rented that cannot be reclaimed.",
    unit: "share",
  }),
  incomeTaxShare: numberField(0, 0.6, {
    section: "cost",
    prominence: "more",
    title: "Tax on profit",
    description: "Returns are shown after it; costs lower it, hardware through its depreciation.",
    unit: "share",
  }),
  currency: choiceField(
    Object.fromEntries(currencies.map((code) => [code, code])) as Record<(typeof currencies)[number], string>,
    {
      section: "cost",
      prominence: "more",
      title: "Your currency",
      description: "Totals are shown in it as well; all else is in US dollars, as the prices are.",
    },
  ),
  currencyPerUsd: numberField(0.0001, 1_000_000, {
    section: "cost",
    prominence: "more",
    title: "Exchange rate",
    description: "Units of your currency for one US dollar, as your treasury plans it.",
    unit: "1",
  }),
});
