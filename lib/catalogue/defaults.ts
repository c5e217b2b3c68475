import { z } from "zod";
import { type DefaultValue, defaultValueSchema } from "@/lib/contract/catalogue";
import { type UseCase, useCases } from "@/lib/contract/scenario";
import rows from "./defaults.json";

const list = z.array(defaultValueSchema);
const defaultsSchema = z.strictObject({
  general: list,
  useCases: z.strictObject(
    Object.fromEntries(Object.keys(useCases).map((useCase) => [useCase, list])) as Record<UseCase, typeof list>,
  ),
});
export type Defaults = z.infer<typeof defaultsSchema>;

export const readDefaults = (): Defaults => defaultsSchema.parse(rows);

/** Where the file keeps what buying needs: the document has room for one way of getting hardware at a time. */
export const buyPrefix = "paths.selfHosted.acquisition.buy.";

/**
 * Defaults by document path: general ones with the use case's own laid over. What buying needs is found under its own
 * prefix and, but for `kind`, also where it stands in a document that buys.
 */
export function defaultsByPath(defaults: Defaults, useCase: UseCase): ReadonlyMap<string, DefaultValue> {
  const byPath = new Map<string, DefaultValue>();
  for (const entry of [...defaults.general, ...defaults.useCases[useCase]]) {
    byPath.set(entry.path, entry);
    const inDocument = entry.path.replace(buyPrefix, "paths.selfHosted.acquisition.");
    if (inDocument !== entry.path && !inDocument.endsWith(".kind"))
      byPath.set(inDocument, { ...entry, path: inDocument });
  }
  return byPath;
}
