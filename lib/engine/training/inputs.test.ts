import { describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import { values } from "../figure";
import { estimateScenario } from "../scenario";
import { defaultCalibration } from "../serving/calibration/calibration";
import { roundDocument, roundScenario } from "../testing/scenario";

const context = { reference: await loadReferenceData(), calibration: defaultCalibration, draws: 1 };
const acquisition = { ...roundDocument.paths.selfHosted.acquisition, offerId: "aws/p5.48xlarge@us-east-1" };

type Changes = NonNullable<Parameters<typeof roundScenario>[0]>;
type Part = "data" | "maintenance" | "privacy";

/** A model of seven billion parameters that is fine-tuned four times a year on 5,000 examples, hosted and nothing else. */
function plan(changes: Pick<Changes, Part> = {}) {
  const scenario = roundScenario({
    paths: {
      api: { enabled: false },
      hybrid: { enabled: false },
      people: { enabled: false },
      selfHosted: {
        model: "Qwen/Qwen2.5-7B-Instruct",
        acquisition,
      },
    },
    data: { labelledExamples: 5000, checkpointsKept: 1, ...changes.data },
    maintenance: { fineTunesPerYear: 4, acceleratorHoursPerFineTune: null, ...changes.maintenance },
    privacy: { ...changes.privacy },
  });
  const outcome = estimateScenario(scenario, context);
  if (!outcome.ok) throw new Error(outcome.message);
  return values(outcome.value);
}

const money = (changes: Pick<Changes, Part> = {}) =>
  plan(changes).cost.selfHosted?.lines.map(({ id, monthlyUsd }) => [id, monthlyUsd]);

describe("every input of a fine-tune changes what the plan costs", () => {
  test.each<[string, Pick<Changes, Part>, Pick<Changes, Part>?]>([
    ["how it is fine-tuned", { maintenance: { fineTuneMethod: "full" } }],
    ["tokens of an example", { maintenance: { fineTuneTokensPerExample: 4000 } }],
    ["passes over the examples", { maintenance: { fineTuneEpochs: 9 } }],
    ["fine-tunes a year", { maintenance: { fineTunesPerYear: 12 } }],
    ["work on one", { maintenance: { hoursPerFineTune: 99 } }],
    ["accelerator-hours entered", { maintenance: { acceleratorHoursPerFineTune: 999 } }],
    ["examples", { data: { labelledExamples: 9000 } }],
    ["examples held out", { data: { heldOutShare: 0.5 } }],
    ["examples that leak", { data: { leakedShare: 0.5 } }],
    ["checkpoints kept", { data: { checkpointsKept: 9 } }],
    ["privacy of training", { privacy: { dpEpsilon: 8 } }],
    [
      "batch of private training",
      { privacy: { dpEpsilon: 8, dpBatch: 1024 } },
      { privacy: { dpEpsilon: 8, dpBatch: 32 } },
    ],
  ])("%s", (_, changes, from = {}) => {
    expect(money(changes)).not.toEqual(money(from));
  });

  test("private training of large batches takes fewer steps, and no more time for its examples", () => {
    const hours = (dpBatch: number) =>
      plan({ privacy: { dpEpsilon: 8, dpBatch } }).maintenance.upkeep?.acceleratorHoursPerFineTune ?? 0;
    expect(hours(1024)).toBeLessThan(hours(32));
  });
});
