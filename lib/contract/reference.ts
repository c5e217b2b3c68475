import type {
  Accelerator,
  ApiPrice,
  DefaultValue,
  Model,
  ModelLifetimes,
  Offer,
  ProviderTerms,
  ReferenceValue,
} from "./catalogue";
import type { Outcome } from "./errors";
import type { WeightFormat } from "./formats";
import type { UseCase } from "./scenario";

/** A catalogued model found under some name, and what the name said besides. */
export type FoundModel = {
  model: Model;
  /** The name that was asked for, when the model was taken for another one ("unsloth/…-GGUF" for the original). */
  askedFor: string | null;
  /** Weight format that the name itself implies ("-FP8", "-AWQ"), if any. */
  impliedWeights: WeightFormat | null;
};

/**
 * All reference data the engine may use, handed in: a pinned revision, a workspace's own prices and a three-row test
 * catalogue all look alike. Look-ups that fail name the nearest entries.
 */
export type ReferenceData = {
  version: string;
  models: readonly Model[];
  accelerators: readonly Accelerator[];
  offers: readonly Offer[];
  values: readonly ReferenceValue[];
  lifetimes: readonly ModelLifetimes[];
  terms: readonly ProviderTerms[];
  findModel(name: string): Outcome<FoundModel>;
  findAccelerator(id: string): Outcome<Accelerator>;
  findOffer(id: string): Outcome<Offer>;
  /** Price on a date (YYYY-MM-DD; at UTC noon, with those of other hours beside it). Without provider: the vendor's own list, else the first host by id. */
  findPrice(query: { provider?: string; model: string; asOf: string }): Outcome<ApiPrice>;
  prices(asOf: string): readonly ApiPrice[];
  /** How long the models of a provider last; null where nothing of it is known. */
  findLifetimes(provider: string): ModelLifetimes | null;
  /** What a provider's pages say of the data it is sent; null where nothing of it is known. */
  findTerms(provider: string): ProviderTerms | null;
  /** A reference value by id; throws on an id that is not in the catalogue, which is our own fault. */
  value(id: string): ReferenceValue;
  /** Defaults by document path for a use case: general ones with the use case's own laid over. */
  defaultsFor(useCase: UseCase): ReadonlyMap<string, DefaultValue>;
};
