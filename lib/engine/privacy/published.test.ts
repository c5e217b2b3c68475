import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { privacyRequestSchema } from "@/lib/contract/request";
import { privacyKind } from "../kinds/privacy";
import { prvEpsilon } from "./prv";
import { rdpEpsilon } from "./rdp";

/** Published outputs of accountants, each with where; Rényi moments within 1 %, composed losses within 2 %. */

const answer = (request: object) => {
  const outcome = privacyKind(privacyRequestSchema.parse({ kind: "privacy", method: "dp-sgd", ...request }));
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
};

describe("Rényi moments", () => {
  test.each([
    [
      "TensorFlow Privacy: 60,000 examples, batches of 256, noise 1.12, 60 epochs",
      256 / 60_000,
      1.12,
      14_063,
      1e-5,
      2.92,
    ],
    ["TensorFlow Privacy's readme: the same with noise 1.1", 256 / 60_000, 1.1, 14_063, 1e-5, 3.01],
    ["Abadi et al. (2016): q 0.01, noise 4, 10,000 steps", 0.01, 4, 10_000, 1e-5, 1.26],
    ["TensorFlow Privacy's tutorials: noise 1.3, 15 epochs", 256 / 60_000, 1.3, 3516, 1e-5, 1.19],
    ["TensorFlow Privacy's tutorials: noise 0.7, 45 epochs", 256 / 60_000, 0.7, 10_547, 1e-5, 7.1],
  ])("%s", (_, samplingRate, noiseMultiplier, steps, delta, expected) => {
    const { epsilon } = answer({ samplingRate, noiseMultiplier, steps, delta, accountant: "rdp" });
    expect(Math.abs(epsilon / expected - 1)).toBeLessThan(0.01);
  });

  test("without sampling are α ÷ 2σ² (Mironov 2017, proposition 7)", () => {
    // ε(α) = α/2σ² + ln(1/δ)/(α − 1), least at α = 1 + σ √(2 ln 1/δ)
    const best = 1 + 10 * Math.sqrt(2 * Math.log(1e5));
    const expected = best / 200 + Math.log(1e5) / (best - 1);
    const training = { samplingRate: 1, noiseMultiplier: 10, steps: 1 };
    expect(rdpEpsilon(training, 1e-5).epsilon / expected).toBeCloseTo(1, 3);
  });
});

describe("composed privacy losses", () => {
  test.each([
    ["noise 1, one step", 1, 1, 1e-5, 4.3772],
    ["noise 10, a hundred steps, which is the same", 10, 100, 1e-5, 4.3772],
    ["noise 2, one step", 2, 1, 1e-5, 1.993],
  ])(
    "are exact for Gaussian noise without sampling (Balle and Wang 2018, theorem 8): %s",
    (_, noiseMultiplier, steps, delta, expected) => {
      const { epsilon } = answer({ samplingRate: 1, noiseMultiplier, steps, delta, accountant: "prv" });
      expect(Math.abs(epsilon / expected - 1)).toBeLessThan(0.02);
    },
  );

  test("never exceed what Rényi moments bound, and fall with noise", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.05, noNaN: true }),
        fc.double({ min: 0.7, max: 4, noNaN: true }),
        fc.integer({ min: 10, max: 2000 }),
        (samplingRate, noiseMultiplier, steps) => {
          const training = { samplingRate, noiseMultiplier, steps };
          const prv = prvEpsilon(training, 1e-5);
          expect(prv).toBeLessThanOrEqual(rdpEpsilon(training, 1e-5).epsilonTighter * 1.005 + 1e-3);
          expect(prvEpsilon({ ...training, noiseMultiplier: noiseMultiplier * 1.2 }, 1e-5)).toBeLessThanOrEqual(
            prv * 1.001,
          );
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe("noise for an ε", () => {
  test.each(["rdp", "prv"] as const)("gives that ε again, by %s", (accountant) => {
    const asked = { samplingRate: 0.01, steps: 1000, delta: 1e-5, accountant };
    const { noiseMultiplier } = answer({ ...asked, targetEpsilon: 2 });
    expect(answer({ ...asked, noiseMultiplier }).epsilon).toBeCloseTo(2, 2);
  });

  test("neither or both of noise and ε are refused", () => {
    const asked = { kind: "privacy", method: "dp-sgd", samplingRate: 0.01, steps: 10, delta: 1e-5 } as const;
    expect(privacyKind(asked)).toMatchObject({ ok: false, path: "noiseMultiplier" });
    expect(privacyKind({ ...asked, noiseMultiplier: 1, targetEpsilon: 1 })).toMatchObject({ ok: false });
  });
});
