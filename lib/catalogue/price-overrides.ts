import { z } from "zod";
import { tieredPriceSchema } from "@/lib/contract/catalogue";
import { sourceSchema } from "@/lib/contract/source";
import rows from "./price-overrides.json";

/** A price of ours that wins over the price package from a date on; `price: null` means that none is known. */
const overrideSchema = z.strictObject({
  provider: z.string(),
  model: z.string(),
  name: z.string(),
  from: z.iso.date(),
  price: z
    .strictObject({
      input: tieredPriceSchema,
      output: tieredPriceSchema,
      cachedInput: tieredPriceSchema.nullable(),
      cacheWrite: tieredPriceSchema.nullable(),
    })
    .nullable(),
  contextTokens: z.int().positive().nullable(),
  reason: z.string().min(1),
  source: sourceSchema,
});
export type PriceOverride = z.infer<typeof overrideSchema>;

export const readPriceOverrides = (): readonly PriceOverride[] => z.array(overrideSchema).parse(rows);

/** The newest override of a model that holds on a date. */
export function overrideOn(
  overrides: readonly PriceOverride[],
  provider: string,
  model: string,
  asOf: string,
): PriceOverride | undefined {
  return overrides
    .filter((entry) => entry.provider === provider && entry.model === model && entry.from <= asOf)
    .sort((a, b) => b.from.localeCompare(a.from))[0];
}
