import { z } from "zod";
import { choiceField, numberField } from "./field";

/** How far the uncertain inputs may be off, and which of them go together. */

export const rangeShapes = {
  logNormal: "As many percent either way (log-normal)",
  normal: "As much either way (normal)",
  triangular: "Most likely as planned (triangular)",
  pert: "As planned, ends rare (PERT)",
  uniform: "Anything between (uniform)",
} as const;
export type RangeShape = keyof typeof rangeShapes;

const words = { section: "cost", prominence: "more" } as const;

const factor = (title: string, end: "low" | "high") =>
  numberField(end === "low" ? 0.05 : 1, end === "low" ? 1 : 20, {
    ...words,
    title: `${title}: ${end === "low" ? "low end" : "high end"}`,
    description:
      end === "low"
        ? "Factor on the planned value that it falls below in 1 of 10 cases; 1: never lower."
        : "Factor on the planned value that it exceeds in 1 of 10 cases; 1: never higher.",
    unit: "1",
  });

const span = (title: string) =>
  z.strictObject({
    low: factor(title, "low"),
    high: factor(title, "high"),
    shape: choiceField(rangeShapes, {
      ...words,
      title: `${title}: shape`,
      description: "How values between and beyond the ends are spread.",
    }),
  });

const together = (title: string, description: string) =>
  numberField(0, 1, { ...words, title, description: `${description} 0: apart; 1: always as one.`, unit: "1" });

/** What a replica serves has the range its model earned on measurements. */
export const rangesSchema = z.strictObject({
  requestsPerDay: span("Requests a day"),
  growth: span("Volume a year on"),
  peakToMean: span("Peak to average"),
  isl: span("Prompt length"),
  osl: span("Answer length"),
  cachedInput: span("Prompt read from cache"),
  escalated: span("Handed on to a person"),
  apiPrice: span("API price"),
  apiTrend: span("API price a year on"),
  acceleratorPrice: span("Price of the accelerators"),
  rentTrend: span("Rent a year on"),
  buildWork: span("Work before launch"),
  runFteSelfHosted: span("People to run it self-hosted"),
  pay: span("Engineers' pay"),
  minutesPerRequest: span("Time a person needs"),
  wage: span("Wage of people"),
  errorUsd: span("Cost of wrong answers"),
  value: span("Worth of a request"),
  payTogether: together(
    "Pay goes together",
    "How far engineers' pay and people's wages are off in the same direction.",
  ),
  pricesTogether: together(
    "Prices go together",
    "How far prices of API and accelerators, and their trends, are off in the same direction.",
  ),
});
export type RangedInput = Exclude<keyof z.infer<typeof rangesSchema>, "payTogether" | "pricesTogether">;
