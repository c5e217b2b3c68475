import { formula } from "../figure";
import { sources } from "../sources";
import { noiseFor } from "./noise";
import { rdpEpsilon } from "./rdp";

/** What protecting training data and data in use takes. */

export const deltaFor = formula(
  {
    id: "privacy.deltaFor",
    title: "Chance that the guarantee does not hold (δ)",
    unit: "1",
    reads: "1 ÷ (10 × examples)",
    source: sources.mironov,
    example: { of: "1,000 examples", given: { examples: 1000 }, gives: 1e-4 },
  },
  ({ examples }: { examples: number }) => 1 / (10 * Math.max(1, examples)),
);

type Private = { epsilon: number; delta: number; examples: number; batch: number; epochs: number };

/** 0 where there is nothing to train on. The largest noise tried is 10,000. */
export const noiseMultiplierFor = formula(
  {
    id: "privacy.noiseMultiplierFor",
    title: "Noise of private fine-tuning",
    unit: "1",
    reads:
      "least noise ÷ clipping norm at which Rényi moments over epochs × examples ÷ batch steps, each drawing batch ÷ examples, give at most ε at δ",
    source: sources.mironov,
    example: {
      of: "60,000 examples, batches of 256, 60 passes, ε 2.92 at 1e-5: 1.12 (TensorFlow Privacy)",
      given: { epsilon: 2.92, delta: 1e-5, examples: 60_000, batch: 256, epochs: 60 },
      gives: 1.12,
      within: 5e-3,
    },
  },
  (asked: Private) => (asked.examples < 1 ? 0 : rememberedNoise(asked)),
);

const knownAtMost = 500;
const known = new Map<string, number>();

/** A plan is worked out at every key that is typed, and the noise seldom changes; a search takes a tenth of a second. */
function rememberedNoise({ epsilon, delta, examples, batch, epochs }: Private): number {
  const samplingRate = Math.min(1, batch / examples);
  const steps = Math.max(1, Math.ceil(epochs / samplingRate));
  const key = [epsilon, delta, samplingRate, steps].join(" ");
  const before = known.get(key);
  if (before !== undefined) return before;
  const noise =
    noiseFor((noiseMultiplier) => rdpEpsilon({ samplingRate, noiseMultiplier, steps }, delta).epsilon, epsilon) ??
    10_000;
  if (known.size >= knownAtMost) known.clear();
  known.set(key, noise);
  return noise;
}

/**
 * Training speed of private optimisers: clipping each example's gradient without keeping it (ghost clipping) runs at
 * 0.83 ÷ 1.36 of plain training, book-keeping at 0.83, with under 1 % more memory (GPT-2, Bu et al.).
 */
const ghostClippingSpeed = 0.83 / 1.36;
const bookKeepingSpeed = 0.83;
export const privateTrainingFactor = 1 / ghostClippingSpeed;
export const privateTrainingFactorAtBest = 1 / bookKeepingSpeed;
export const privateMemoryFactor = 1.01;

/**
 * What privacy at ε of about 7 cost published fine-tunes, relative: RoBERTa-large on MNLI 90.2 to 87.8 % right; GPT-2
 * small to XL on DART 48.1 to 38.5 BLEU at worst. Larger models lose less, a smaller ε costs more.
 */
const leastLossShare = 1 - 87.8 / 90.2;
const mostLossShare = 1 - 38.5 / 48.1;

type Expected = { expectedPassShare: number };

export const passShareAtBest = formula(
  {
    id: "privacy.passShareAtBest",
    title: "Share right after private fine-tuning, at best",
    unit: "share",
    reads: "expected share right × 87.8 ÷ 90.2 (RoBERTa-large on MNLI at ε 6.7)",
    source: sources.privateFineTuning,
    example: { of: "90.2 % right", given: { expectedPassShare: 0.902 }, gives: 0.878, within: 1e-12 },
  },
  ({ expectedPassShare }: Expected) => expectedPassShare * (1 - leastLossShare),
);

export const passShareAtWorst = formula(
  {
    id: "privacy.passShareAtWorst",
    title: "Share right after private fine-tuning, at worst",
    unit: "share",
    reads: "expected share right × 38.5 ÷ 48.1 (BLEU of GPT-2 small on DART at ε 6.8)",
    source: sources.privateFineTuning,
    example: { of: "48.1 %", given: { expectedPassShare: 0.481 }, gives: 0.385, within: 1e-12 },
  },
  ({ expectedPassShare }: Expected) => expectedPassShare * (1 - mostLossShare),
);
