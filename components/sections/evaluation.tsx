"use client";

import { FigureList, FigureRow } from "../figures/figure-row";
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
          <FigureRow label="Examples to rate" value={evaluation.sampleSize} unit="item" path="evaluation.sampleSize" />
          <FigureRow
            label="Ratings by people"
            hint="over all criteria; some examples are rated by several, to see whether they agree"
            value={evaluation.ratings}
            unit="1"
            path="evaluation.ratings"
          />
          {plan && plan.judgedByModel > 0 && (
            <FigureRow
              label="Judged by a model"
              value={plan.judgedByModel}
              unit="item"
              path="evaluation.plan.judgedByModel"
            />
          )}
          {plan && plan.adjudications > 0 && (
            <FigureRow
              label="Disagreements to settle"
              value={plan.adjudications}
              unit="item"
              path="evaluation.plan.adjudications"
            />
          )}
          {plan && plan.zeroFailureItems !== null && (
            <FigureRow
              label="Answers without any critical failure"
              hint="to rule out the rate you named"
              value={plan.zeroFailureItems}
              unit="item"
              path="evaluation.plan.zeroFailureItems"
            />
          )}
          <FigureRow label="Cost of a round" value={evaluation.usdPerRound} unit="USD" path="evaluation.usdPerRound" />
          <FigureRow
            label="Time for a round"
            value={evaluation.daysPerRound}
            unit="day"
            path="evaluation.daysPerRound"
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
            <FigureRow label="Answers in the suite" value={suite.items} unit="item" path="evaluation.suite.items" />
            <FigureRow
              label="Cost of a release's test"
              value={suite.usdPerRelease}
              unit="USD"
              path="evaluation.suite.usdPerRelease"
            />
            <FigureRow
              label="Time it takes"
              value={suite.daysPerRelease}
              unit="day"
              path="evaluation.suite.daysPerRelease"
            />
            {suite.power !== null && (
              <FigureRow
                label="Chance that such a drop shows"
                value={suite.power}
                unit="share"
                path="evaluation.suite.power"
              />
            )}
            {suite.stopsAt !== null && (
              <FigureRow
                label="Stop when so many more got worse than better"
                value={suite.stopsAt}
                unit="item"
                path="evaluation.suite.stopsAt"
              />
            )}
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
