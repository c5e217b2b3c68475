import { z } from "zod";
import { choiceField, numberField, optionalNumberField, switchField } from "./field";
import { apiPathSchema } from "./scenario-api";
import { selfHostedPathSchema } from "./scenario-self-hosted";

/** The ways to serve it. */

export const pathsSchema = z.strictObject({
  api: apiPathSchema,
  selfHosted: selfHostedPathSchema,
  hybrid: z.strictObject({
    enabled: switchField({
      section: "cost",
      prominence: "more",
      title: "Consider a mix",
      description: "Whether this path is priced and compared.",
    }),
    selfHostedShare: numberField(0.01, 0.99, {
      section: "cost",
      prominence: "main",
      title: "Share kept in-house",
      description: "Share of requests routed to the self-hosted model; the rest goes to the API.",
      unit: "share",
    }),
    routing: choiceField(
      {
        share: "A fixed share is kept in-house",
        overflow: "In-house until the fleet is full, the rest overflows",
      },
      {
        section: "cost",
        prominence: "more",
        title: "What decides the way",
        description: "By kind of request (difficulty, sensitivity), or by what the fleet has room for.",
      },
    ),
    overflowPeakShare: numberField(0.02, 1, {
      section: "cost",
      prominence: "more",
      title: "Fleet's share of the peak",
      description: "Share of the peak rate that the in-house fleet is sized for; what is above goes to the API.",
      unit: "share",
    }),
    routerUsdPerThousandRequests: numberField(0, 1000, {
      section: "cost",
      prominence: "more",
      title: "Router",
      description: "Cost of deciding where a thousand requests go.",
      unit: "USD",
    }),
    misroutedShare: numberField(0, 1, {
      section: "cost",
      prominence: "more",
      title: "Answered twice",
      description: "Share of the requests kept in-house that have to be asked again of the API.",
      unit: "share",
    }),
  }),
  people: z.strictObject({
    enabled: switchField({
      section: "cost",
      prominence: "more",
      title: "Consider people alone",
      description: "Whether this path is priced and compared.",
    }),
    minutesPerRequest: numberField(0.05, 10_000, {
      section: "cost",
      prominence: "main",
      title: "Time a person needs",
      description: "Handling time of one request by a person.",
      unit: "min/request",
    }),
    wageUsdPerYear: numberField(1000, 1_000_000, {
      section: "cost",
      prominence: "main",
      title: "Wage",
      description: "Gross wage a year, before the employer's own cost.",
      unit: "USD/person·year",
    }),
    overheadFactor: numberField(1, 3, {
      section: "cost",
      prominence: "more",
      title: "Employer's cost",
      description: "Full cost of employment divided by the wage.",
      unit: "1",
    }),
    productiveHoursPerYear: numberField(100, 3000, {
      section: "cost",
      prominence: "more",
      title: "Hours worked a year",
      description: "Paid hours less leave, illness, breaks and training.",
      unit: "h/year",
    }),
    occupancyShare: numberField(0.1, 1, {
      section: "cost",
      prominence: "more",
      title: "Occupancy",
      description: "Share of working time spent on requests rather than waiting for them.",
      unit: "share",
    }),
    hiringUsdPerPerson: numberField(0, 200_000, {
      section: "cost",
      prominence: "more",
      title: "Hiring and training",
      description: "Cost of bringing one more person to full work.",
      unit: "USD",
    }),
    answerSeconds: optionalNumberField(1, 86_400, {
      section: "cost",
      prominence: "more",
      title: "Answer within",
      description:
        "People are staffed by the hour so that requests are taken up within this time (Erlang C). Empty: by occupancy alone.",
      unit: "s",
    }),
    answerShare: numberField(0.05, 0.999, {
      section: "cost",
      prominence: "more",
      title: "Share answered within it",
      description: "The service level: the share of requests that must be taken up within that time.",
      unit: "share",
    }),
    attritionPerYear: numberField(0, 3, {
      section: "cost",
      prominence: "more",
      title: "Attrition",
      description: "Share of people who leave and are replaced each year.",
      unit: "share/year",
    }),
  }),
});
