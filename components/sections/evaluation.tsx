"use client";

import { FigureList, FigureRow } from "../figures/figure-row";
import { Group } from "./group";
import type { SectionProps } from "./section-results";

export function EvaluationResults({ result: { evaluation } }: SectionProps) {
  return (
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
        <FigureRow label="Time for a round" value={evaluation.daysPerRound} unit="day" path="evaluation.daysPerRound" />
        <FigureRow label="Rounds a year" value={evaluation.roundsPerYear} unit="1" path="evaluation.roundsPerYear" />
      </FigureList>
    </Group>
  );
}
