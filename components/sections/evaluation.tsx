"use client";

import { FigureList, FigureRow, FigureRows } from "../figures/figure-row";
import { EvaluationChances } from "./evaluation-chances";
import { EvaluationCriteria } from "./evaluation-criteria";
import { EvaluationDecision } from "./evaluation-decision";
import { EvaluationFamilies } from "./evaluation-families";
import { EvaluationJudges } from "./evaluation-judges";
import { EvaluationReview } from "./evaluation-review";
import { Group } from "./group";
import { RatingsImport } from "./ratings-import";
import type { SectionProps } from "./section-results";

export function EvaluationResults({ scenario, result: { evaluation } }: SectionProps) {
  const { plan, suite, decision, review } = evaluation;
  return (
    <>
      {decision && <EvaluationDecision decision={decision} />}
      <Group
        title="One round of testing"
        lead="A score from fewer examples may be accurate by luck; this many make it credible to the margin you ask for."
      >
        <FigureList>
          <FigureRows
            of={evaluation}
            path="evaluation"
            rows={[
              { field: "sampleSize", label: "Examples to rate", unit: "1" },
              {
                field: "ratings",
                label: "Ratings by people",
                hint: "over all criteria; some examples are rated by several, to see whether they agree",
                unit: "1",
              },
            ]}
          />
          {plan && (
            <FigureRows
              of={plan}
              path="evaluation.plan"
              rows={[
                { field: "judgedByModel", label: "Judged by a model", unit: "1", ifAny: true },
                { field: "adjudications", label: "Disagreements to settle", unit: "1", ifAny: true },
                {
                  field: "zeroFailureItems",
                  label: "Answers without any critical failure",
                  hint: "to rule out the rate you named",
                  unit: "1",
                },
              ]}
            />
          )}
          <FigureRows
            of={evaluation}
            path="evaluation"
            rows={[
              { field: "usdPerRound", label: "Cost of a round", unit: "USD" },
              { field: "daysPerRound", label: "Time for a round", unit: "day" },
            ]}
          />
        </FigureList>
      </Group>
      {plan && <EvaluationCriteria plan={plan} />}
      {plan && <EvaluationFamilies plan={plan} sampleSize={evaluation.sampleSize} />}
      {plan && <EvaluationChances plan={plan} />}
      {plan && <EvaluationJudges plan={plan} planned={scenario.evaluation.ratingsPerItem} />}
      {suite && (
        <Group
          title="Every release"
          lead={
            suite.power === null
              ? "Each release takes a whole round. Name a drop it must not hide, and a smaller suite compares it with the release before."
              : "Each release is compared with the one before on the same answers, which takes far fewer of them."
          }
        >
          <FigureList>
            <FigureRows
              of={suite}
              path="evaluation.suite"
              rows={[
                { field: "items", label: "Answers in the suite", unit: "1" },
                { field: "usdPerRelease", label: "Cost of a release's test", unit: "USD" },
                { field: "daysPerRelease", label: "Time it takes", unit: "day" },
                { field: "power", label: "Chance that such a drop shows", unit: "share" },
                { field: "stopsAt", label: "Stop when so many more got worse than better", unit: "1" },
              ]}
            />
            <FigureRow
              label="Releases a year"
              value={evaluation.roundsPerYear}
              unit="1"
              path="evaluation.roundsPerYear"
            />
          </FigureList>
        </Group>
      )}
      {review && <EvaluationReview review={review} planned={scenario.outcome.reviewShare} />}
      <RatingsImport scenario={scenario} />
    </>
  );
}
