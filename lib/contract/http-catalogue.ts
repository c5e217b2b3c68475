import { z } from "zod";
import {
  acceleratorSchema,
  apiPriceSchema,
  defaultValueSchema,
  modelLifetimesSchema,
  modelSchema,
  offerSchema,
  providerTermsSchema,
} from "./catalogue";
import { pageQuery } from "./http";
import { scenarioSchema, workloadSchema } from "./scenario";

/** Bodies of `/api/v1/catalogue` and `/api/v1/templates`. */

const date = z.iso.date({ error: "must be a date such as 2026-11-24" });

export const catalogueQuerySchema = z.strictObject(pageQuery);
export const pricesQuerySchema = z.strictObject({ ...pageQuery, asOf: date.optional() });
export const defaultsQuerySchema = z.strictObject({ useCase: workloadSchema.shape.useCase });

const page = <K extends string, S extends z.ZodType>(name: K, schema: S) =>
  z.strictObject({
    catalogueVersion: z.string(),
    total: z.int().meta({ description: "Entries that match, shown or not." }),
    [name]: z.array(schema),
  } as { catalogueVersion: z.ZodString; total: z.ZodInt } & Record<K, z.ZodArray<S>>);

export const modelPageSchema = page("models", modelSchema).meta({ id: "ModelPage" });
export const acceleratorPageSchema = page("accelerators", acceleratorSchema).meta({ id: "AcceleratorPage" });
export const offerPageSchema = page("offers", offerSchema).meta({ id: "OfferPage" });
export const pricePageSchema = page("prices", apiPriceSchema).meta({ id: "PricePage" });
export const termsPageSchema = page("terms", providerTermsSchema).meta({ id: "TermsPage" });
export const lifetimePageSchema = page("lifetimes", modelLifetimesSchema).meta({ id: "LifetimePage" });
export const defaultsSchema = page("defaults", defaultValueSchema).meta({ id: "Defaults" });

export const templateSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    story: z.string().meta({ description: "Who, how much, and why it looks as it does." }),
    scenario: scenarioSchema,
  })
  .meta({ id: "Template" });
export type Template = z.infer<typeof templateSchema>;
export const templateListSchema = z.strictObject({ templates: z.array(templateSchema) });

export type CataloguePages = {
  models: z.infer<typeof modelPageSchema>;
  accelerators: z.infer<typeof acceleratorPageSchema>;
  offers: z.infer<typeof offerPageSchema>;
  prices: z.infer<typeof pricePageSchema>;
  terms: z.infer<typeof termsPageSchema>;
  lifetimes: z.infer<typeof lifetimePageSchema>;
};
export type CatalogueTable = keyof CataloguePages;
export type CatalogueDefaults = z.infer<typeof defaultsSchema>;
