import type { ReferenceData } from "@/lib/contract/reference";
import type { Scenario } from "@/lib/contract/scenario";
import { type Figure, given } from "../figure";
import { resolveModel } from "../resolve/model-config";
import { adapterParameters, moduleNames, shapeOf } from "./shape";

const rank = 16;

/** What a fine-tune of the hosted model trains, by its method; null where the model's shape is not known. */
export function trainedParametersOf(scenario: Scenario, reference: ReferenceData): Figure<number> | null {
  const model = resolveModel(scenario.paths.selfHosted.model, reference);
  if (!model.ok || !model.value.architecture) return null;
  const { parameters, activeParameters, architecture } = model.value;
  const shape = shapeOf({ parameters: parameters.value, activeParameters: activeParameters.value, architecture });
  const whole = scenario.maintenance.fineTuneMethod === "full";
  return given(whole ? shape.parameters : adapterParameters(shape, rank, moduleNames), {
    kind: "calibrated",
    label: whole ? "Parameters of the model" : "Parameters of the adapters",
    unit: "parameter",
    path: "fineTune.trainedParameters",
    note: whole ? "All weights are trained." : `Rank ${rank} on all linear layers: docs/modules/training.md.`,
  });
}
