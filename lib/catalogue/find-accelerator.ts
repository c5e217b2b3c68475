import type { Accelerator } from "@/lib/contract/catalogue";
import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import { nearest, suggest } from "./nearest";

/** Words that name a maker or a product line, or say nothing. */
const silent = new Set(
  "nvidia amd intel google aws apple tesla geforce instinct radeon gpu gpus accelerator card graphics tensor core r ai generation series export per each and with of blackwell hopper ampere".split(
    " ",
  ),
);
const bytesPerGib = 2 ** 30;

const split = (name: string): string[] => name.toLowerCase().match(/[a-z0-9.+]+/g) ?? [];
const speaking = (words: readonly string[]): string[] => words.filter((word) => !silent.has(word));

/** "h100", "4090": a word with a digit that is no memory size names the part itself. */
const saysModel = (word: string): boolean => /\d/.test(word) && !/^\d+(gb|w)$/.test(word);
const withoutMemory = (name: string): string =>
  speaking(split(name))
    .filter((word) => !/^\d+gb$/.test(word))
    .join(" ");

/** Everything an accelerator answers to: words of id and name, memory and its type, and its form. */
function answersTo({ id, name, memoryBytes, memoryType, formFactor }: Accelerator): Set<string> {
  const gb = Math.round(memoryBytes / bytesPerGib);
  const words = [
    ...split(id),
    ...split(name),
    ...split(memoryType),
    ...split(formFactor),
    `${gb}gb`,
    `${gb}gib`,
    `${gb}g`,
  ];
  const plainForm = words.map((word) => word.replace(/^(sxm|nvl)\d+$/, "$1"));
  return new Set([...words, ...plainForm]);
}

/** The words asked for as they stand ("mi300x"), taken apart ("rtx4090") or put together ("gaudi 2"). */
function spellings(name: string): string[][] {
  const words = speaking(split(name).map((word) => word.replace(/^(\d+)(gib|g)$/, "$1gb")));
  const apart = words.flatMap((word) => (/^\d+gb$/.test(word) ? word : (word.match(/[a-z]+|\d[\da-z]*/g) ?? word)));
  const together = words.flatMap((word, index) => {
    const next = words[index + 1];
    if (/^\d/.test(word) && index > 0 && /^[a-z]+$/.test(words[index - 1] ?? "")) return [];
    return next !== undefined && /^[a-z]+$/.test(word) && /^\d/.test(next) ? [word + next] : [word];
  });
  return [words, apart, together];
}

/** Where only the form is left open, data centres mean the socketed one. Memory and kind are never guessed. */
function socketed(found: readonly Accelerator[]): readonly Accelerator[] {
  return found.length > 1 ? found.filter(({ formFactor }) => /^(SXM|OAM)/.test(formFactor)) : found;
}

/**
 * An accelerator by id, or by a name of which every word that says something occurs in the id, name, memory or form.
 * If several remain, one whose own id and name say it all goes first, then the only socketed form (SXM, OAM); else the
 * name is ambiguous.
 */
export function acceleratorFinder(accelerators: readonly Accelerator[]): (name: string) => Outcome<Accelerator> {
  const known = accelerators.map((accelerator) => ({
    accelerator,
    words: answersTo(accelerator),
    named: new Set([...split(accelerator.id), ...split(accelerator.name)]),
  }));

  const fitting = (name: string): readonly Accelerator[] => {
    for (const words of spellings(name)) {
      const found = known.filter((entry) => words.length > 0 && words.every((word) => entry.words.has(word)));
      const named = found.filter((entry) => words.every((word) => entry.named.has(word)));
      if (found.length > 0) return (named.length === 1 ? named : found).map((entry) => entry.accelerator);
    }
    return [];
  };

  const nearby = (name: string): string[] => {
    const models = speaking(split(name)).filter(saysModel);
    const kin = known.filter((entry) => models.some((word) => entry.named.has(word)));
    const among = (kin.length > 0 ? kin : known).map(({ accelerator }) => accelerator.id);
    return nearest(name, among, withoutMemory);
  };

  return (name) => {
    const asked = name.trim().toLowerCase();
    const exact = accelerators.find(({ id, name: own }) => id === asked || own.toLowerCase() === asked);
    if (exact) return succeed(exact);
    const found = fitting(name);
    const [only, ...others] = socketed(found);
    if (only && others.length === 0) return succeed(only);
    if (found.length > 1) {
      const which = found.map(({ id }) => id).join(", ");
      return fail("UNKNOWN_ACCELERATOR", `\`accelerator\` is "${name}", which may be any of ${which}`, "accelerator");
    }
    return fail(
      "UNKNOWN_ACCELERATOR",
      `\`accelerator\` is "${name}": not in the catalogue${suggest(nearby(name))}`,
      "accelerator",
    );
  };
}
