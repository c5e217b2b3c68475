import type { FieldMeta } from "@/lib/contract/field";
import { fieldAt } from "@/lib/contract/field-at";
import { kvFormats, weightFormats } from "@/lib/contract/formats";

export const acquisitionPath = "paths.selfHosted.acquisition";
export const acquisitionKindPath = `${acquisitionPath}.kind`;

const same = (words: readonly string[]): Record<string, string> =>
  Object.fromEntries(words.map((word) => [word, word]));
const tensorParallelDegrees = [1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 24, 32, 48, 64, 72];

/** What the schema leaves to the form: labels of plain enumerations, and the switch between two ways of having hardware. */
const added: Record<string, Partial<FieldMeta>> = {
  [acquisitionKindPath]: {
    title: "How hardware is obtained",
    description: "Rented by the hour, or bought and run on your own.",
    section: "hardware",
    prominence: "main",
    choices: { rent: "Rent", buy: "Buy" },
  },
  "paths.selfHosted.weights": { choices: { auto: "As the vendor ships them", ...same(weightFormats) } },
  "paths.selfHosted.kv": { choices: { ...same(kvFormats), auto: "As the engine would" } },
  "paths.selfHosted.tp": { choices: { auto: "As few as hold it", ...same(tensorParallelDegrees.map(String)) } },
};

/** The words of a field as its form shows them. */
export function wordsAt(path: string): FieldMeta | undefined {
  const words = fieldAt(path);
  const more = added[path];
  return more ? ({ ...words, ...more } as FieldMeta) : words;
}
