"use client";

import { useDraft, useForm } from "./draft-context";
import { valueAt } from "./value-at";
import { wordsAt } from "./words-at";

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export const fieldId = (path: string): string => `field-${path.replaceAll(".", "-")}`;

/** A field of the draft with its words, its default, and what is wrong with it. */
export function useField(path: string) {
  const { defaults, problem } = useForm();
  const value = useDraft((state) => valueAt(state.document, path));
  const invalid = useDraft((state) => state.invalid[path]);
  // What a plan is for is asked; it has no default to go back to.
  const standard = path === "workload.useCase" ? undefined : defaults.get(path);
  const refused = problem?.path === path ? problem.message : undefined;
  return {
    id: fieldId(path),
    words: wordsAt(path),
    value,
    /** As typed, where that is not a valid value. */
    text: invalid?.text,
    message: invalid?.message ?? refused,
    standard,
    changed: standard !== undefined && !same(standard.value, value),
  };
}

export type Field = ReturnType<typeof useField>;

/** What a control needs to be tied to its message. */
export const describedBy = ({ id, message }: Field) => ({
  id,
  ...(message !== undefined && { "aria-describedby": `${id}-message`, "aria-invalid": true as const }),
});
