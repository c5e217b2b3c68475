import type { z } from "zod";
import { type Outcome, succeed } from "@/lib/contract/errors";
import type { financeAnswerSchema, financeRequestSchema } from "@/lib/contract/request";
import { internalRates } from "../finance/internal-rate";
import { rateNote } from "../finance/rate-words";
import { discountedFlows, netPresentValue, paybackPeriods, returnOnInvestment } from "../finance/returns";

type Request = z.infer<typeof financeRequestSchema>;
type Answer = z.infer<typeof financeAnswerSchema>;

/** A plain series of cash flows, the first one now. */
export function financeKind({ cashFlowsUsd, periodsPerYear, discountRateAnnual }: Request): Outcome<Answer> {
  const ratePerPeriod = (1 + discountRateAnnual) ** (1 / periodsPerYear) - 1;
  const annual = (rate: number) => (1 + rate) ** periodsPerYear - 1;
  const rates = internalRates(cashFlowsUsd).rates.map(annual);
  const discounted = discountedFlows(cashFlowsUsd, ratePerPeriod);
  return succeed({
    npvUsd: netPresentValue({ flowsUsd: cashFlowsUsd, ratePerPeriod }),
    irrAnnual: rates.length === 1 ? (rates[0] ?? null) : null,
    paybackPeriods: paybackPeriods({ flowsUsd: cashFlowsUsd }),
    discountedPaybackPeriods: paybackPeriods({ flowsUsd: discounted }),
    roi: returnOnInvestment({ flowsUsd: cashFlowsUsd }),
    notes: [rateNote(cashFlowsUsd, rates) ?? [], ...paybackNotes(cashFlowsUsd)].flat(),
  });
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
