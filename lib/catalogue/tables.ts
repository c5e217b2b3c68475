import { z } from "zod";
import {
  type Accelerator,
  acceleratorSchema,
  type Model,
  type ModelLifetimes,
  modelLifetimesSchema,
  modelSchema,
  type Offer,
  offerSchema,
  type ProviderTerms,
  providerTermsSchema,
  type ReferenceValue,
  referenceValueSchema,
} from "@/lib/contract/catalogue";
import acceleratorRows from "./accelerators.json";
import lifetimeRows from "./model-lifetimes.json";
import modelRows from "./models.json";
import offerRows from "./offers.json";
import termsRows from "./provider-terms.json";
import valueRows from "./values.json";

export type Tables = {
  accelerators: readonly Accelerator[];
  models: readonly Model[];
  offers: readonly Offer[];
  values: readonly ReferenceValue[];
  lifetimes: readonly ModelLifetimes[];
  terms: readonly ProviderTerms[];
};

/** The shipped tables, checked by their schemas. A row that does not fit is our own fault, so it throws. */
export function readTables(): Tables {
  return {
    accelerators: z.array(acceleratorSchema).parse(acceleratorRows),
    models: z.array(modelSchema).parse(modelRows),
    offers: z.array(offerSchema).parse(offerRows),
    values: z.array(referenceValueSchema).parse(valueRows),
    lifetimes: z.array(modelLifetimesSchema).parse(lifetimeRows),
    terms: z.array(providerTermsSchema).parse(termsRows),
  };
}
