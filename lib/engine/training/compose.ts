import type { z } from "zod";
import type { ReferenceData } from "@/lib/contract/reference";
import type { Finding, fineTuneSchema } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import { type Figure, type Figured, given, type Origin } from "../figure";
import { privateMemoryFactor, privateTrainingFactor } from "../privacy/protection";
import { resolveModel } from "../resolve/model-config";
import type { Replica } from "../serving/compose";
import { type Choice, cheapestChoice, fineTuneChoices, wantedBy } from "./plan";

/** Fine-tunes of the hosted model on the plan's accelerator, from its examples. */
export function fineTuneChoicesOf(scenario: Scenario, replica: Replica, reference: ReferenceData): Choice[] {
  const model = resolveModel(scenario.paths.selfHosted.model, reference);
  if (!model.ok || scenario.data.labelledExamples === 0) return [];
  const { parameters, activeParameters, architecture } = model.value;
  const choices = fineTuneChoices(
    { parameters: parameters.value, activeParameters: activeParameters.value, architecture },
    replica.acceleratorInfo,
    wantedBy(scenario),
  );
  if (scenario.privacy.dpEpsilon === null) return choices;
  return choices.map((choice) => ({
    ...choice,
    peakGib: choice.peakGib * privateMemoryFactor,
    fits: choice.peakGib * privateMemoryFactor <= choice.usableGib,
    hours: choice.hours * privateTrainingFactor,
    acceleratorHours: choice.acceleratorHours * privateTrainingFactor,
  }));
}

const note =
  "Memory and speed by the training model, fitted to published runs: docs/modules/training.md. With differential privacy 1.64 times as long and 1 % more memory, as each example's gradient is clipped by itself (ghost clipping, Bu et al. 2022; 1.2 times with book-keeping).";

const origin = (label: string, unit: Origin["unit"]): Origin => ({
  kind: "calibrated",
  label,
  unit,
  path: "fineTune.choices",
  note,
});

/** Accelerator-hours of the cheapest way that fits. */
export function fineTuneHoursOf(scenario: Scenario, choices: readonly Choice[]): Figure<number> | null {
  const best = cheapestChoice(choices);
  if (!best) return null;
  const how = `${best.accelerators} at once, checkpointing ${best.checkpointing}, ${scenario.maintenance.fineTuneMethod}`;
  return given(best.acceleratorHours, origin(`Accelerator-hours of a fine-tune (${how})`, "accelerator·h"));
}

export function describeFineTune(
  scenario: Scenario,
  choices: readonly Choice[],
): Figured<z.infer<typeof fineTuneSchema>> | null {
  if (choices.length === 0) return null;
  const best = cheapestChoice(choices);
  return {
    method: scenario.maintenance.fineTuneMethod,
    choices: choices.map(
      ({ accelerators, checkpointing, sharding, peakGib, usableGib, fits, hours, acceleratorHours }) => ({
        accelerators: given(accelerators, origin("Accelerators of a run", "accelerator")),
        checkpointing,
        sharding,
        peakGib: given(peakGib, origin("Peak memory, GiB", "1")),
        usableGib: given(usableGib, origin("Usable memory, GiB", "1")),
        fits,
        hours: given(hours, origin("Hours of a run", "h")),
        acceleratorHours: given(acceleratorHours, origin("Accelerator-hours of a run", "accelerator·h")),
      }),
    ),
    cheapest: best ? given(choices.indexOf(best), origin("Place of the cheapest", "1")) : (null as never),
  };
}

export function fineTuneFindings({ maintenance, paths }: Scenario, choices: readonly Choice[]): Finding[] {
  const hosted = paths.selfHosted.enabled || paths.hybrid.enabled;
  if (!hosted || maintenance.fineTunesPerYear === 0 || maintenance.acceleratorHoursPerFineTune !== null) return [];
  if (choices.length > 0 && cheapestChoice(choices)) return [];
  return [
    {
      id: "memory.fineTuneDoesNotFit",
      consideration: "memory",
      severity: "warning",
      what:
        choices.length > 0
          ? "A fine-tune does not fit on up to 32 accelerators."
          : "What a fine-tune takes cannot be worked out.",
      why:
        choices.length > 0
          ? "Even with every layer recomputed and weights divided over 32, the peak is above what one can hold."
          : "There are no examples to train on, or the model's shape is not known; fine-tuning counts nothing.",
      todo:
        choices.length > 0
          ? "Use adapters on a 4-bit base (QLoRA), shorter examples, or larger accelerators."
          : "Plan examples to label, or enter the accelerator-hours of a run.",
      bars: [],
    },
  ];
}
