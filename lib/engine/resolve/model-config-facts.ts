import type { Architecture, Model } from "@/lib/contract/catalogue";
import type { WeightFormat } from "@/lib/contract/formats";
import type { Unit } from "@/lib/contract/unit";
import { type Figure, given, type Origin } from "../figure";
import type { Quantization } from "./model-config-quantization";

/** A model as the engine reckons with it, whether catalogued or described by its config.json. */
export type ResolvedModel = {
  id: string;
  name: string;
  /** The catalogued model that a name was taken for; null where it was asked for by its own name. */
  takenFor: string | null;
  notes: readonly string[];
  architecture: Architecture | null;
  /** Matrices of a dense feed-forward block: 3 with a gate, else 2. */
  feedForwardMatrices: Figure<number>;
  parameters: Figure<number>;
  activeParameters: Figure<number>;
  /** Format the vendor ships, or that a config states. */
  nativeFormat: WeightFormat;
  /** Format the name asked for implies ("-FP8"). */
  impliedWeights: WeightFormat | null;
  /** How the checkpoint that a config describes is quantised; null where it does not say. */
  quantization: Quantization | null;
  /** Size of the vendor's own files, where published; it holds for the native format only. */
  publishedWeightsBytes: Figure<number> | null;
  /** A field of the model as a figure with its origin. */
  fact: <T>(value: T, field: string, label: string, unit: Unit) => Figure<T>;
};

export function catalogueFact(model: Model): ResolvedModel["fact"] {
  return (value, field, label, unit) => {
    const how: Origin = { kind: "catalogue", label, unit, path: `models/${model.id}.${field}`, source: model.source };
    return given(value, model.notes ? { ...how, note: model.notes } : how);
  };
}

/** Facts read from a config.json that came with the request. */
export const configFact: ResolvedModel["fact"] = (value, field, label, unit) =>
  given(value, { kind: "entered", label, unit, path: `model.config.${field}` });
