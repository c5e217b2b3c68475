import { z } from "zod";
import { byPath } from "./result-words";
import { pathIdSchema } from "./scenario-words";

/** Paths against one another and against doing nothing, as investments. */
const n = z.number();

const breakEvenSchema = z.strictObject({
  from: pathIdSchema,
  to: pathIdSchema,
  /** Month (1 = first) in which the cumulative costs cross, null when they do not within the horizon. */
  month: n.nullable(),
  /** Requests a day at which both cost the same over the horizon; several, as whole machines make steps. */
  requestsPerDay: z.array(n),
  /** Use of the fleet, averaged over hours and months, at each of those volumes; empty where neither has one. */
  utilisation: z.array(n).optional(),
});
export type BreakEven = z.infer<typeof breakEvenSchema>;

/** What a path brings less what it costs, month by month. */
const returnsSchema = z.strictObject({
  benefitUsd: n,
  npvUsd: n,
  /** Tax on profit over the horizon, where there is any; net present value, rate and payback are after it. */
  taxUsd: n.optional(),
  /** (Benefit − cost) ÷ cost over the horizon. */
  roi: n,
  irrAnnual: n.nullable(),
  /** Why there is no one rate: none or several; null where there is one. Absent, as what follows, in older results. */
  irrNote: z.string().nullable().optional(),
  paybackMonths: n.nullable(),
  discountedPaybackMonths: n.nullable().optional(),
});

/** Choosing the way that costs more at first instead of the other, as an investment: what is laid out, what it saves. */
export const investmentSchema = z.strictObject({
  of: pathIdSchema,
  over: pathIdSchema,
  /** The most by which it is ever dearer in sum. */
  investedUsd: n,
  /** What it saves over the plan, undiscounted; negative where it never comes back. */
  gainUsd: n,
  npvUsd: n,
  /** Net ÷ what goes out in the months in which it is dearer; null where there are none. */
  roi: n.nullable(),
  irrAnnual: n.nullable(),
  irrNote: z.string().nullable(),
  paybackMonths: n.nullable(),
  discountedPaybackMonths: n.nullable(),
});
export type Investment = z.infer<typeof investmentSchema>;

export const financeResultSchema = z.strictObject({
  breakEven: z.array(breakEvenSchema),
  /** Choosing self-hosting instead of the API, as an investment: null where either is missing or nothing is invested. */
  selfHostedOverApi: z.strictObject({ npvUsd: n, irrAnnual: n.nullable(), paybackMonths: n.nullable() }).nullable(),
  /** Every two paths against one another; absent in results kept before it was worked out. */
  investments: z.array(investmentSchema).optional(),
  /** Each path against doing nothing. Null where no benefit is claimed; absent in results kept before there was one. */
  returns: byPath(returnsSchema).nullable().optional(),
  /** What else each path is asked about; absent in results kept before it was. */
  unit: byPath(z.strictObject({ usdPerResolvedRequest: n, totalInCurrency: n })).optional(),
  /** The currency of those totals. */
  currency: z.string().optional(),
  /** Totals over the horizon at other volumes, whole machines included. */
  byVolume: z.strictObject({ requestsPerDay: z.array(n), totalUsd: byPath(z.array(n)) }).optional(),
});
