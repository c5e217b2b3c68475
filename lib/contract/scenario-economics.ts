import { z } from "zod";
import { numberField, wholeNumberField } from "./field";

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
    title: "Wrong answers acted on",
    description: "Share of the answers by a model that are wrong, go unnoticed and are acted on.",
  }),
  errorUsd: numberField(0, 1_000_000_000, {
    section: "cost",
    prominence: "more",
    title: "Cost of a wrong answer",
    description: "What one wrong answer that is acted on costs on average.",
    unit: "USD/request",
  }),
});

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
});
