"use client";

import { format } from "@/lib/format";
import { LinesChart } from "../charts/lines-chart";
import { partColours } from "../charts/path-colours";
import { FigureList, FigureRow } from "../figures/figure-row";
import { AgreementImport } from "./agreement-import";
import { Group } from "./group";
import type { SectionProps } from "./section-results";

export function EvaluationResults({ scenario, result: { evaluation } }: SectionProps) {
  const { plan } = evaluation;
  return (
    <>
      <Group
        title="One round of testing"
        lead="A score from fewer examples may be accurate by luck; this many make it credible to the margin you ask for."
      >
        <FigureList>
          <FigureRow label="Examples to rate" value={evaluation.sampleSize} unit="item" path="evaluation.sampleSize" />
          <FigureRow
            label="Ratings by people"
            hint="some examples are rated by several, to see whether they agree"
            value={evaluation.ratings}
            unit="1"
            path="evaluation.ratings"
          />
          <FigureRow label="Cost of a round" value={evaluation.usdPerRound} unit="USD" path="evaluation.usdPerRound" />
          <FigureRow
            label="Time for a round"
            value={evaluation.daysPerRound}
            unit="day"
            path="evaluation.daysPerRound"
          />
          <FigureRow label="Rounds a year" value={evaluation.roundsPerYear} unit="1" path="evaluation.roundsPerYear" />
        </FigureList>
      </Group>
      {plan && (
        <Group
          title="What the test can tell"
          lead="Accurate is not yet credible: a test must let a good system pass and stop a bad one, and people must agree on what is right."
        >
          <LinesChart
            title={`A system as good as expected passes ${format(plan.chanceGoodPasses, "share", { digits: 2 })} of such tests`}
            subtitle={`Go only if the lower end of the interval reaches ${format(scenario.evaluation.passShare, "share", { digits: 2 })}`}
            fileName="chance-to-pass"
            x={{
              label: "True share right",
              values: plan.curve.map(({ trueShare }) => trueShare),
              text: (value) => format(Number(value), "share", { digits: 2 }),
            }}
            y={{ label: "Chance to pass", unit: "share" }}
            lines={[
              {
                id: "chance",
                label: "Chance to pass",
                colour: partColours[0] ?? "currentColor",
                values: plan.curve.map(({ chance }) => chance),
              },
            ]}
          />
          <FigureList>
            <FigureRow
              label="Answers that count as unlike and rightly judged"
              hint="variations and judging models count for less"
              value={plan.itemsThatCount}
              unit="item"
              path="evaluation.plan.itemsThatCount"
            />
            <FigureRow
              label="Chance that a system at the limit passes"
              hint="it should not"
              value={plan.chanceBadPasses}
              unit="share"
              path="evaluation.plan.chanceBadPasses"
            />
            <FigureRow
              label="The majority of judges is right"
              value={plan.majorityAccuracy}
              unit="share"
              path="evaluation.plan.majorityAccuracy"
            />
            {plan.zeroFailureItems !== null && (
              <FigureRow
                label="Answers without any critical failure"
                hint="to rule out the rate you named"
                value={plan.zeroFailureItems}
                unit="item"
                path="evaluation.plan.zeroFailureItems"
              />
            )}
            {plan.judgedByModel > 0 && (
              <FigureRow
                label="Judged by a model"
                value={plan.judgedByModel}
                unit="item"
                path="evaluation.plan.judgedByModel"
              />
            )}
          </FigureList>
        </Group>
      )}
      <AgreementImport />
    </>
  );
}
