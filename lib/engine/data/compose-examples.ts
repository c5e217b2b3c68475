import { derive, type Figure } from "../figure";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import { disagreementShare, majorityAccuracy } from "../statistics/judges";
import {
  examplesMissing,
  examplesNeeded,
  heldOutExamples,
  partByPeople,
  syntheticUsd,
  trainableExamples,
} from "./examples";
import {
  agreementBeyondChance,
  annotatorAccuracy,
  decidingPeople,
  labellingDays,
  labellingUsd,
  labelsNeeded,
} from "./labels";
import { sumUsd } from "./sums";
import { usualData } from "./usual";

/** Labels of so many examples: how many, what they cost and how long they take. */
function labelling({ data }: ScenarioFigures, examples: Figure<number>, differing: Figure<number>) {
  const labels = derive(labelsNeeded, {
    examples,
    ratingsPerExample: data.ratingsPerExample,
    rejectedShare: data.rejectedShare,
    disagreeingShare: differing,
  });
  return {
    labels,
    usd: derive(labellingUsd, { labels, minutesPerLabel: data.minutesPerLabel, usdPerHour: data.annotatorUsdPerHour }),
    days: derive(labellingDays, {
      labels,
      minutesPerLabel: data.minutesPerLabel,
      annotators: data.annotators,
      productiveHoursPerDay: assumptions.productiveHoursPerDay,
    }),
  };
}

/** Examples planned, their split, and what fine-tuning still lacks. */
export function composeExamples(scenario: ScenarioFigures) {
  const { data } = scenario;
  const { agreementShare, ratingsPerExample, heldOutShare, leakedShare, syntheticShare } = data;
  const accuracy = derive(annotatorAccuracy, { agreementShare });
  const differing = derive(disagreementShare, { judges: ratingsPerExample, accuracy });
  const planned = labelling(scenario, data.labelledExamples, differing);
  const needed =
    data.examplesNeeded.value === null || data.fineTuneGoal.value === "none"
      ? derive(examplesNeeded, { goal: data.fineTuneGoal })
      : (data.examplesNeeded as Figure<number>);
  const trainable = derive(trainableExamples, { examples: data.labelledExamples, heldOutShare, leakedShare });
  const missing = derive(examplesMissing, { needed, trainable, heldOutShare, leakedShare });
  const closing = labelling(scenario, derive(partByPeople, { missing, syntheticShare }), differing);
  return {
    planned,
    differing,
    accuracy: derive(majorityAccuracy, {
      judges: derive(decidingPeople, { ratingsPerExample }),
      accuracy,
    }),
    beyondChance: derive(agreementBeyondChance, { agreementShare }),
    steps: [
      { id: "reviewed", label: "Labelled and reviewed", items: data.labelledExamples },
      {
        id: "split",
        label: "Not held out for tests",
        items: derive(trainableExamples, {
          examples: data.labelledExamples,
          heldOutShare,
          leakedShare: usualData.noLeak,
        }),
      },
      { id: "checked", label: "Without leaks", items: trainable },
    ],
    heldOut: derive(heldOutExamples, { examples: data.labelledExamples, heldOutShare }),
    trainable,
    needed,
    missing,
    missingUsd: derive(sumUsd, {
      parts: [
        closing.usd,
        derive(syntheticUsd, { missing, syntheticShare, usdPerExample: data.usdPerSyntheticExample }),
      ],
    }),
    missingDays: closing.days,
  };
}
export type Examples = ReturnType<typeof composeExamples>;
