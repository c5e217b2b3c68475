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
  ({ epsilon, delta, examples, batch, epochs }: Private) => {
    if (examples < 1) return 0;
    const samplingRate = Math.min(1, batch / examples);
    const steps = Math.max(1, Math.ceil(epochs / samplingRate));
    return (
      noiseFor((noiseMultiplier) => rdpEpsilon({ samplingRate, noiseMultiplier, steps }, delta).epsilon, epsilon) ??
      10_000
    );
  },
);

/** Each example's gradient is worked out and clipped by itself. */
export const privateTrainingFactor = 1.6;

/** Share of throughput that confidential computing on H100 takes: 4 to 8 % for LLMs. */
export const confidentialShare = 0.06;

export const confidentialGoodput = formula(
  {
    id: "privacy.confidentialGoodput",
    title: "Goodput of a replica in a trusted environment",
    unit: "request/s",
    reads: "goodput × (1 − 6 %), as 4 to 8 % were measured on H100",
    source: {
      title: "M. Chrapek et al., Confidential LLM inference: performance and cost across CPU and GPU TEEs",
      url: "https://arxiv.org/abs/2509.18886",
      asOf: "2025",
    },
    example: { of: "10 requests/s", given: { goodputRequestsPerSecond: 10 }, gives: 9.4 },
  },
  ({ goodputRequestsPerSecond }: { goodputRequestsPerSecond: number }) =>
    goodputRequestsPerSecond * (1 - confidentialShare),
);
