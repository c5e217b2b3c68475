import type { z } from "zod";
import type { evaluationResultSchema } from "@/lib/contract/result";
import { derive, type Figured } from "../figure";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import { ratingsPerRound, roundDays, roundUsd } from "./round";
import { wilsonSampleSize } from "./sample-size";

export type EvaluationResult = Figured<z.infer<typeof evaluationResultSchema>>;

/** One round at launch and one for every release. */
export function composeEvaluation({ evaluation, maintenance }: ScenarioFigures): EvaluationResult {
  const sampleSize = derive(wilsonSampleSize, {
    expectedShare: evaluation.expectedPassShare,
    marginOfError: evaluation.marginOfError,
    confidence: evaluation.confidence,
  });
  const ratings = derive(ratingsPerRound, { items: sampleSize, ratingsPerItem: evaluation.ratingsPerItem });
  const { minutesPerRating } = evaluation;
  return {
    sampleSize,
    ratings,
    usdPerRound: derive(roundUsd, { ratings, minutesPerRating, usdPerHour: evaluation.raterUsdPerHour }),
    daysPerRound: derive(roundDays, {
      ratings,
      minutesPerRating,
      raters: evaluation.raters,
      productiveHoursPerDay: assumptions.productiveHoursPerDay,
    }),
    roundsPerYear: maintenance.releasesPerYear,
  };
}
