import type { z } from "zod";
import type { ReferenceData } from "@/lib/contract/reference";
import type { Finding, fineTuneSchema } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import { type Figure, type Figured, given, type Origin } from "../figure";
import { privateMemoryFactor, privateTrainingFactor } from "../privacy/protection";
import { resolveModel } from "../resolve/model-config";
import type { Replica } from "../serving/compose";
import { gibFromBytes } from "../units";
import { partIds, partLabels } from "./memory";
import { type Choice, cheapestChoice, fineTuneChoices, type Recommended, recommendedFineTune, wantedBy } from "./plan";

/** A fine-tune of the hosted model from its examples: every way on the plan's accelerator, and the cheapest on any. */
export type FineTunes = { choices: Choice[]; recommended: Recommended | null };

export function fineTunesOf(scenario: Scenario, replica: Replica, reference: ReferenceData): FineTunes {
  const model = resolveModel(scenario.paths.selfHosted.model, reference);
  if (!model.ok || scenario.data.labelledExamples === 0) return { choices: [], recommended: null };
  const { parameters, activeParameters, architecture } = model.value;
  const known = { parameters: parameters.value, activeParameters: activeParameters.value, architecture };
  const overhead =
    scenario.privacy.dpEpsilon === null
      ? { time: 1, memory: 1 }
      : { time: privateTrainingFactor, memory: privateMemoryFactor };
  const wanted = { ...wantedBy(scenario), overhead };
  return {
    choices: fineTuneChoices(known, replica.acceleratorInfo, wanted),
    recommended: recommendedFineTune(known, reference, wanted),
  };
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
export function fineTuneHoursOf(scenario: Scenario, { choices }: FineTunes): Figure<number> | null {
  const best = cheapestChoice(choices);
  if (!best) return null;
  const how = `${best.accelerators} at once, checkpointing ${best.checkpointing}, ${scenario.maintenance.fineTuneMethod}`;
  return given(best.acceleratorHours, origin(`Accelerator-hours of a fine-tune (${how})`, "accelerator·h"));
}

const hoursOf = ({ hours, acceleratorHours }: { hours: number; acceleratorHours: number }) => ({
  hours: given(hours, origin("Hours of a run", "h")),
  acceleratorHours: given(acceleratorHours, origin("Accelerator-hours of a run", "accelerator·h")),
});

export function describeFineTune(
  scenario: Scenario,
  { choices, recommended }: FineTunes,
): Figured<z.infer<typeof fineTuneSchema>> | null {
  if (choices.length === 0) return null;
  const best = cheapestChoice(choices);
  const gib = (label: string, bytes: number) => given(gibFromBytes(bytes), origin(`${label}, GiB`, "1"));
  return {
    method: scenario.maintenance.fineTuneMethod,
    choices: choices.map((choice) => ({
      accelerators: given(choice.accelerators, origin("Accelerators of a run", "accelerator")),
      checkpointing: choice.checkpointing,
      sharding: choice.sharding,
      peakGib: gib("Peak memory", choice.memory.deviceBytes),
      usableGib: gib("Usable memory", choice.usableBytes),
      fits: choice.fits,
      ...hoursOf(choice),
      components: [
        ...partIds.map((id) => ({ id, label: partLabels[id], gib: gib(partLabels[id], choice.memory.parts[id]) })),
        { id: "driver", label: "Driver", gib: gib("Driver", choice.memory.driverBytes) },
      ],
    })),
    cheapest: best ? given(choices.indexOf(best), origin("Place of the cheapest", "1")) : (null as never),
    recommended: recommended && describeRecommended(recommended),
  };
}

const describeRecommended = (best: Recommended) => ({
  accelerator: best.accelerator.name,
  offer: best.offer.id,
  accelerators: given(best.accelerators, origin("Accelerators of the cheapest run", "accelerator")),
  checkpointing: best.checkpointing,
  sharding: best.sharding,
  ...hoursOf(best),
  usdPerAcceleratorHour: given(best.usdPerAcceleratorHour, {
    kind: "catalogue" as const,
    label: `${best.offer.provider} ${best.offer.instance}, price of an accelerator-hour`,
    unit: "USD/accelerator·h" as const,
    path: `offers/${best.offer.id}.usdPerAcceleratorHour.onDemand`,
    source: best.offer.source,
  }),
  usd: given(best.usd, origin("Cost of the cheapest run, machines rented whole", "USD")),
});

export function fineTuneFindings({ maintenance, paths }: Scenario, { choices }: FineTunes): Finding[] {
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
