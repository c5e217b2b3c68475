import type { Model } from "@/lib/contract/catalogue";
import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import type { FoundModel } from "@/lib/contract/reference";
import kinRows from "./model-kin.json";
import { readings, readModelName, strictnesses } from "./model-name";
import { nearest, suggest } from "./nearest";

type Entry = { model: Model; names: readonly string[]; keys: readonly string[][] };

/** Names of a model by strictness: its id and name as they stand, then without tuning, then without date. */
function entryOf(model: Model, kin: readonly string[]): Entry {
  const names = [model.id, model.name, ...kin];
  const read = names.map((name) => readings(readModelName(name)));
  return { model, names, keys: strictnesses.map((strictness) => read.map((keys) => keys[strictness] ?? "")) };
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase();

/**
 * Looks up a model under the names people use for it. Sizes and generations are words of the name and are never
 * dropped, so "Qwen2.5-7B" can only be found as Qwen2.5 7B; a name that two models answer to at one strictness is
 * tried at the next one only.
 */
export function modelFinder(models: readonly Model[]): (name: string) => Outcome<FoundModel> {
  const entries = models.map((model) =>
    entryOf(
      model,
      kinRows.filter((row) => row.model === model.id).map((row) => row.name),
    ),
  );

  const taken = (name: string): Model | undefined => {
    const asked = readings(readModelName(name));
    for (const key of asked) {
      if (key === "") return undefined;
      for (const strictness of strictnesses) {
        const matches = entries.filter((entry) => entry.keys[strictness]?.includes(key));
        if (matches.length === 1) return matches[0]?.model;
      }
    }
    return undefined;
  };

  return (name) => {
    const exact = models.find((model) => sameName(model.id, name) || sameName(model.name, name));
    if (exact) return succeed({ model: exact, askedFor: null, impliedWeights: null });
    const model = taken(name);
    if (model) return succeed({ model, askedFor: name, impliedWeights: readModelName(name).weights });
    const near = nearest(
      name,
      models.map((candidate) => candidate.id),
      (candidate) => readings(readModelName(candidate))[1] ?? "",
    );
    return fail("UNKNOWN_MODEL", `\`model\` is "${name}": not in the catalogue${suggest(near)}`, "model");
  };
}
