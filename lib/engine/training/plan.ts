import type { Accelerator, Model } from "@/lib/contract/catalogue";
import type { ReferenceData } from "@/lib/contract/reference";
import type { Scenario } from "@/lib/contract/scenario";
import { trainableExamples } from "../data/examples";
import { secondsPerHour } from "../units";
import { type Candidate, candidatesOn, cheapestOfAll, type Priced } from "./candidates";
import { trainingConstants } from "./constants";
import type { Settings } from "./settings";
import { type Shape, shapeOf } from "./shape";

/** Ways to run a fine-tune of a plan, each with its memory and time. */

type Timed = { hours: number; acceleratorHours: number };
export type Choice = Candidate & Timed;
export type Recommended = Priced & Timed & { usd: number };

/** Examples in a batch, of which each accelerator takes its part one by one: up to 32 accelerators do the same training. */
const usualBatch = 32;

export type Wanted = {
  method: "lora" | "qlora" | "full";
  examples: number;
  tokensPerExample: number;
  epochs: number;
  /** Examples in a batch. */
  batch: number;
  /** What private training takes on top, as factors. */
  overhead: { time: number; memory: number };
};

const settingsOf = ({ method, tokensPerExample, batch }: Wanted): Settings => ({
  method,
  seqLen: Math.max(1, Math.ceil(tokensPerExample)),
  microBatch: 1,
  globalBatch: batch,
  count: 1,
});

type Known = Pick<Model, "parameters" | "activeParameters" | "architecture">;

const askedOf = (shape: Shape, wanted: Wanted) => ({
  shape,
  settings: settingsOf(wanted),
  constants: trainingConstants,
  memoryFactor: wanted.overhead.memory,
});

const tokensOf = ({ examples, tokensPerExample, epochs }: Wanted): number => examples * tokensPerExample * epochs;

function timed<T extends Candidate>(found: T, wanted: Wanted): T & Timed {
  const hours = (tokensOf(wanted) / found.tokensPerSecond / secondsPerHour) * wanted.overhead.time;
  return { ...found, hours, acceleratorHours: hours * found.accelerators };
}

const knownShape = (model: Known): Shape | null =>
  model.architecture ? shapeOf({ ...model, architecture: model.architecture }) : null;

/** Every way on one kind of accelerator; empty where the model's shape or the accelerator's rate is not known. */
export function fineTuneChoices(model: Known, accelerator: Accelerator, wanted: Wanted): Choice[] {
  const shape = knownShape(model);
  return shape ? candidatesOn(askedOf(shape, wanted), accelerator).map((found) => timed(found, wanted)) : [];
}

type Best = { asked: string; found: Priced | null };
const lastBest = new WeakMap<ReferenceData, Best>();

/** It is the same for every accelerator a plan tries, so that a search over plans asks once. */
function bestOf(shape: Shape, wanted: Wanted, reference: ReferenceData): Priced | null {
  const asked = JSON.stringify([shape, wanted.method, wanted.tokensPerExample, wanted.batch, wanted.overhead.memory]);
  const last = lastBest.get(reference);
  if (last?.asked === asked) return last.found;
  const found = cheapestOfAll(askedOf(shape, wanted), reference);
  lastBest.set(reference, { asked, found });
  return found;
}

/** The cheapest way that fits over the catalogue's priced accelerators. */
export function recommendedFineTune(model: Known, reference: ReferenceData, wanted: Wanted): Recommended | null {
  const shape = knownShape(model);
  const found = shape && bestOf(shape, wanted, reference);
  if (!found) return null;
  const usd = found.usdPerToken * tokensOf(wanted) * wanted.overhead.time;
  return { ...timed(found, wanted), usd };
}

/** The fewest accelerator-hours of those that fit; null where none does. */
export const cheapestChoice = (choices: readonly Choice[]): Choice | null =>
  choices
    .filter(({ fits }) => fits)
    .reduce<Choice | null>(
      (best, each) => (!best || each.acceleratorHours < best.acceleratorHours ? each : best),
      null,
    );

type Planned = Pick<Scenario, "data" | "maintenance" | "privacy">;

/** Private training steps by its own batch, whose size decides how much noise there must be. */
export function wantedBy({ data, maintenance, privacy }: Planned): Omit<Wanted, "overhead"> {
  const examples = trainableExamples({
    examples: data.labelledExamples,
    heldOutShare: data.heldOutShare,
    leakedShare: data.leakedShare,
  });
  const privateBatch = Math.max(1, Math.min(privacy.dpBatch, Math.floor(examples)));
  return {
    method: maintenance.fineTuneMethod,
    examples,
    tokensPerExample: maintenance.fineTuneTokensPerExample,
    epochs: maintenance.fineTuneEpochs,
    batch: privacy.dpEpsilon === null ? usualBatch : privateBatch,
  };
}
