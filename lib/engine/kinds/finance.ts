import type { z } from "zod";
import { type Outcome, succeed } from "@/lib/contract/errors";
import type { financeAnswerSchema, financeRequestSchema } from "@/lib/contract/request";
import { changesOfSign, internalRates } from "../finance/internal-rate";
import { netPresentValue, paybackPeriods, returnOnInvestment } from "../finance/returns";
import { percentFromShare } from "../units";

type Request = z.infer<typeof financeRequestSchema>;
type Answer = z.infer<typeof financeAnswerSchema>;

/** A plain series of cash flows, the first one now. */
export function financeKind({ cashFlowsUsd, periodsPerYear, discountRateAnnual }: Request): Outcome<Answer> {
  const ratePerPeriod = (1 + discountRateAnnual) ** (1 / periodsPerYear) - 1;
  const annual = (rate: number) => (1 + rate) ** periodsPerYear - 1;
  const rates = internalRates(cashFlowsUsd).rates.map(annual);
  const discounted = cashFlowsUsd.map((flow, period) => flow / (1 + ratePerPeriod) ** period);
  return succeed({
    npvUsd: netPresentValue({ flowsUsd: cashFlowsUsd, ratePerPeriod }),
    irrAnnual: rates.length === 1 ? (rates[0] ?? null) : null,
    paybackPeriods: paybackPeriods({ flowsUsd: cashFlowsUsd }),
    discountedPaybackPeriods: paybackPeriods({ flowsUsd: discounted }),
    roi: returnOnInvestment({ flowsUsd: cashFlowsUsd }),
    notes: [...rateNotes(cashFlowsUsd, rates), ...paybackNotes(cashFlowsUsd)],
  });
}

const shown = (rate: number): string => `${Number(percentFromShare(rate).toPrecision(6))} %`;

function rateNotes(flows: readonly number[], rates: readonly number[]): string[] {
  if (changesOfSign(flows) === 0) {
    return ["No internal rate of return: the flows never change sign, so no rate makes them worth nothing."];
  }
  if (rates.length === 0) return ["No internal rate of return: no rate makes these flows worth nothing."];
  if (rates.length === 1) return [];
  const list = rates.toSorted((a, b) => a - b).map(shown);
  return [
    `${rates.length} internal rates of return a year (${list.join(", ")}), so none is given: use the net present value.`,
  ];
}

function paybackNotes(flows: readonly number[]): string[] {
  const payback = paybackPeriods({ flowsUsd: flows });
  if (payback === null) return ["The flows never pay back what was spent."];
  if (payback === 0) return ["Nothing has to be paid back: the running sum never falls below 0."];
  let sum = 0;
  const fallsAgain = flows.some((flow, period) => {
    sum += flow;
    return period > payback && sum < 0;
  });
  return fallsAgain ? ["The running sum falls below 0 again after the payback, which is the first one."] : [];
}
