import type { Architecture } from "@/lib/contract/catalogue";
import type { ModelRef } from "@/lib/contract/request";
import { isEncoder } from "./model-config-attention";
import { isEncoderDecoder, soundFrames } from "./model-config-beside";
import type { Fields } from "./model-config-fields";
import { isKnown, nearestForm } from "./model-config-known";

/** How far a recount may be from a stated total before the user hears of it. */
const recountTolerance = 0.01;

const billions = (count: number): string =>
  count >= 1e9 ? `${(count / 1e9).toFixed(2)} B` : `${(count / 1e6).toFixed(1)} M`;

/** Default fields worth telling: those that decide a figure. */
const untold = /^(tie_word_embeddings|max_window_layers|sliding_window|max_position_embeddings)$/;

function filledNote({ filled, type }: Fields): string[] {
  const told = [...filled].filter((name) => !untold.test(name));
  if (told.length === 0) return [];
  return [
    `Not in the config, so as Transformers has it for "${type}": ${told.map((name) => `\`${name}\``).join(", ")}.`,
  ];
}

function kindNote(fields: Fields): string[] {
  if (isEncoder(fields)) return ["An encoder: it reads all at once, keeps no KV cache and writes nothing."];
  if (!isEncoderDecoder(fields)) return [];
  return soundFrames(fields) > 0
    ? ["Encoder and decoder: each request keeps keys and values of all frames of its sound, whatever its length."]
    : ["Encoder and decoder: a token of the question is kept in cross-attention, one of the answer in self-attention."];
}

/** What a user must know of how a config was read. */
export function notesOf(
  fields: Fields,
  architecture: Architecture,
  ref: Exclude<ModelRef, string>,
  recounted: number,
): string[] {
  const notes: string[] = [];
  if (!isKnown(fields.type)) {
    const named =
      fields.type === ""
        ? "The config names no `model_type`"
        : `\`model_type\` is "${fields.type}", which is not known here`;
    notes.push(`${named}: by its fields taken for ${nearestForm(architecture)}.`);
  }
  notes.push(...kindNote(fields), ...filledNote(fields), ...fields.assumed);
  if (ref.parameters && Math.abs(recounted / ref.parameters - 1) > recountTolerance) {
    const percent = ((recounted / ref.parameters - 1) * 100).toFixed(1);
    notes.push(
      `Counting the config gives ${billions(recounted)} parameters, ${percent}% off the stated ${billions(ref.parameters)}.`,
    );
  }
  return notes;
}
