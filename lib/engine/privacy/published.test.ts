import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { privacyRequestSchema } from "@/lib/contract/request";
import { privacyKind } from "../kinds/privacy";
import { randomFrom } from "../random";
import { gaussianDelta, prvEpsilon } from "./prv";
import { divergence, rdpEpsilon } from "./rdp";

/** Published outputs of accountants, each with where; Rényi moments within 1 %, composed losses within 2 %. */

const answer = (request: object) => {
  const outcome = privacyKind(privacyRequestSchema.parse({ kind: "privacy", method: "dp-sgd", ...request }));
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
};

const within = (actual: number | undefined, expected: number, share: number) =>
  expect(Math.abs((actual ?? Number.NaN) / expected - 1)).toBeLessThan(share);

describe("Rényi moments with Mironov's conversion", () => {
  test.each([
    ["TensorFlow Privacy: 60,000 examples, batches of 256, 1.12, 60 epochs", 256 / 60_000, 1.12, 14_063, 1e-5, 2.92],
    ["TensorFlow Privacy's readme: the same with noise 1.1", 256 / 60_000, 1.1, 14_063, 1e-5, 3.01],
    ["Abadi et al. (2016): q 0.01, noise 4, 10,000 steps", 0.01, 4, 10_000, 1e-5, 1.26],
    ["TensorFlow Privacy's tutorials: noise 1.3, 15 epochs", 256 / 60_000, 1.3, 3516, 1e-5, 1.19],
    ["TensorFlow Privacy's tutorials: noise 0.7, 45 epochs", 256 / 60_000, 0.7, 10_547, 1e-5, 7.1],
    ["compute_noise_from_budget_test.py, Test0", 150 / 60_000, 1.3, 6000, 1e-5, 0.941870567],
    ["compute_noise_from_budget_test.py, Test1", 100 / 100_000, 1, 30_000, 1e-7, 1.70928734],
  ])("%s", (_, samplingRate, noiseMultiplier, steps, delta, expected) => {
    within(answer({ samplingRate, noiseMultiplier, steps, delta, accountant: "rdp" }).epsilon, expected, 0.01);
  });

  test("without sampling are α ÷ 2σ² (Mironov 2017, proposition 7)", () => {
    // ε(α) = α/2σ² + ln(1/δ)/(α − 1), least at α = 1 + σ √(2 ln 1/δ)
    const best = 1 + 10 * Math.sqrt(2 * Math.log(1e5));
    const expected = best / 200 + Math.log(1e5) / (best - 1);
    const training = { samplingRate: 1, noiseMultiplier: 10, steps: 1 };
    expect(rdpEpsilon(training, 1e-5).epsilon / expected).toBeCloseTo(1, 3);
  });
});

describe("Rényi moments with the conversion of Balle et al., which newer libraries use", () => {
  test.each([
    ["Opacus, accountants_test.py, test_rdp_accountant", 0.04, 1.5, 2250, 1e-5, 7.32911117143],
    ["TensorFlow Privacy, compute_dp_sgd_privacy_test.py, Test0", 150 / 60_000, 1.3, 6000, 1e-5, 0.7242234026109595],
    ["the same file, Test1", 100 / 100_000, 1, 30_000, 1e-7, 1.4154988495444842],
    ["the same file, with sampling: 1.2 epochs of a hundredth, noise 0.7", 0.01, 0.7, 120, 1e-5, 3.2392676],
    ["the same file, without sampling: two steps, noise 0.7", 1, 0.7, 2, 1e-5, 10.8602036],
    ["the same file, statement: 10,000 examples, 64 at once, 5 epochs, noise 1", 0.0064, 1, 782, 1e-6, 1.616],
    ["the same statement without sampling: five steps", 1, 1, 5, 1e-6, 13.376],
  ])("%s", (_, samplingRate, noiseMultiplier, steps, delta, expected) => {
    within(answer({ samplingRate, noiseMultiplier, steps, delta, accountant: "rdp" }).epsilonTighter, expected, 0.01);
  });

  test.each([
    ["90 epochs", 2250, 1.416],
    ["2,000 steps", 2000, 1.3562],
  ])("Opacus, get_noise_multiplier for ε 8: %s", (_, steps, expected) => {
    // The published noise must give ε 8 again: 8.000 at both.
    const training = { samplingRate: 0.04, noiseMultiplier: expected, steps };
    within(rdpEpsilon(training, 1e-5).epsilonTighter, 8, 1e-3);
  });

  test("moments of dp_accounting, rdp_privacy_accountant_test.py: q 0.01, noise 2.5, 50 steps", () => {
    const training = { samplingRate: 0.01, noiseMultiplier: 2.5, steps: 1 };
    const published = [1.0854871e-3, 2.18075656e-3, 2.38460375e-2, 1.67416308e2];
    for (const [index, order] of [2.5, 5, 50, 100].entries())
      within(50 * divergence(order, training), published[index] ?? 0, 1e-4);
  });
});

describe("Rényi moments derived a second time", () => {
  test("by Simpson's rule on the divergence itself, at whole and broken orders", () => {
    for (const [order, q, sigma] of [
      [2, 0.01, 1],
      [2.5, 0.2, 0.8],
      [7, 0.05, 1.5],
      [9.3, 0.001, 3],
    ] as const) {
      // D_α = ln E_Q[(P ÷ Q)^α] ÷ (α − 1), P = (1 − q) N(0, σ²) + q N(1, σ²), Q = N(0, σ²)
      const [from, to, cells] = [-15 * sigma, order + 15 * sigma, 20_000];
      const step = (to - from) / cells;
      let sum = 0;
      for (let index = 0; index <= cells; index += 1) {
        const x = from + index * step;
        const weight = index === 0 || index === cells ? 1 : index % 2 === 1 ? 4 : 2;
        const density = Math.exp((-x * x) / (2 * sigma * sigma)) / (sigma * Math.sqrt(2 * Math.PI));
        sum += weight * density * (1 - q + q * Math.exp((2 * x - 1) / (2 * sigma * sigma))) ** order;
      }
      const expected = Math.log((sum * step) / 3) / (order - 1);
      within(divergence(order, { samplingRate: q, noiseMultiplier: sigma, steps: 1 }), expected, 1e-6);
    }
  });
});

/**
 * Opacus, tests/prv_accountant.py: "computed from microsoft/prv_accountant", δ 1e-6. These are upper ends of an estimate
 * ± 0.01 (its eps_error), so the estimate is the published value less 0.01.
 */
const published: [noiseMultiplier: number, samplingRate: number, steps: number, upper: number][] = [
  [0.8, 0.001, 100, 0.270403364058018],
  [1.5, 0.001, 100, 0.0393694193095203],
  [2, 0.001, 100, 0.0291045369484074],
  [0.8, 0.05, 100, 6.74105193941409],
  [1.5, 0.05, 100, 1.9538531356842],
  [2, 0.05, 100, 1.28363737962406],
  [3, 0.05, 100, 0.767933789666825],
  [0.8, 0.2, 100, 24.3336641779225],
  [3, 0.2, 100, 3.38122051022184],
  [0.8, 0.001, 1000, 0.477771266184522],
  [3, 0.001, 1000, 0.0476159308713589],
  [0.8, 0.05, 1000, 19.5258428053837],
  [2, 0.05, 1000, 4.17279986668931],
  [0.8, 0.001, 20_000, 1.29600925757016],
  [2, 0.001, 20_000, 0.305837939762453],
  [0.8, 0.05, 20_000, 140.655209760074],
  [3, 0.05, 20_000, 13.9611146992367],
  [1.5, 0.001, 50_000, 0.70421838455581],
  [0.8, 0.05, 50_000, 291.384325452396],
  [3, 0.05, 50_000, 24.9420056431444],
  [0.8, 0.001, 100_000, 2.92462211935041],
  [1.5, 0.001, 100_000, 1.0152880750276],
  [3, 0.001, 100_000, 0.443671720880875],
  [1.5, 0.2, 100, 8.49897785912163],
  [2, 0.2, 100, 5.67205560882372],
  [1.5, 0.001, 1000, 0.0998206602308475],
  [2, 0.001, 1000, 0.0712187825381152],
  [1.5, 0.05, 1000, 6.20996924657726],
  [3, 0.05, 1000, 2.52757432605974],
  [1.5, 0.001, 20_000, 0.437005108654861],
  [3, 0.001, 20_000, 0.194031030686055],
  [1.5, 0.05, 20_000, 38.3066179140872],
  [2, 0.05, 20_000, 24.4217185703226],
  [0.8, 0.001, 50_000, 2.03451480771587],
  [2, 0.001, 50_000, 0.491354910211401],
  [3, 0.001, 50_000, 0.309694161156544],
  [1.5, 0.05, 50_000, 73.1901767238329],
  [2, 0.05, 50_000, 45.2369958613307],
  [2, 0.001, 100_000, 0.706719901081852],
];

describe("composed privacy losses", () => {
  test.each(published)("Opacus's table: noise %d, q %d, %d steps: %d less 0.01", (noise, q, steps, upper) => {
    const epsilon = prvEpsilon({ noiseMultiplier: noise, samplingRate: q, steps }, 1e-6);
    within(epsilon, upper - 0.01, 0.02);
    expect(epsilon).toBeLessThan(upper * 1.001);
  });

  test("the last row of Opacus's table, where the estimate's own ± 0.01 is as large as the estimate: its upper end", () => {
    const epsilon = prvEpsilon({ noiseMultiplier: 3, samplingRate: 0.001, steps: 100 }, 1e-6);
    within(epsilon + 0.01, 0.0215200934390883, 0.02);
  });

  test.each([
    [
      "TensorFlow Privacy, compute_dp_sgd_privacy_test.py: q 0.01, noise 0.7, 120 steps",
      0.01,
      0.7,
      120,
      1e-5,
      2.4612381,
    ],
    ["the same file, two steps without sampling", 1, 0.7, 2, 1e-5, 10.1224946],
    ["the same file, statement: 10,000 examples, 64 at once, 5 epochs", 0.0064, 1, 782, 1e-6, 1.199],
    ["the same statement without sampling", 1, 1, 5, 1e-6, 12.595],
    [
      "dp_accounting: noise chosen to be exactly (1, 1e-6)-private by moments, less by losses",
      1,
      4.530877117,
      1,
      1e-6,
      0.919,
    ],
  ])("%s", (_, samplingRate, noiseMultiplier, steps, delta, expected) => {
    within(answer({ samplingRate, noiseMultiplier, steps, delta, accountant: "prv" }).epsilon, expected, 0.02);
  });

  test.each([
    ["noise 1, one step", 1, 1, 1e-5, 4.3772],
    ["noise 10, a hundred steps, which is the same", 10, 100, 1e-5, 4.3772],
    ["noise 2, one step", 2, 1, 1e-5, 1.993],
  ])(
    "are exact for Gaussian noise without sampling (Balle and Wang 2018, theorem 8): %s",
    (_, noiseMultiplier, steps, delta, expected) => {
      const { epsilon } = answer({ samplingRate: 1, noiseMultiplier, steps, delta, accountant: "prv" });
      within(epsilon, expected, 1e-4);
    },
  );

  test("of almost every example at every step come close to those without sampling", () => {
    // By transform on one side, in closed form on the other.
    const training = { noiseMultiplier: 3, steps: 20 };
    within(
      prvEpsilon({ ...training, samplingRate: 0.9999 }, 1e-5),
      prvEpsilon({ ...training, samplingRate: 1 }, 1e-5),
      5e-3,
    );
  });

  test("agree with losses drawn at random and summed, at a δ that so many draws can see", () => {
    // δ(ε) = E[(1 − e^(ε − L))⁺] over L = Σ ln(P ÷ Q) at outcomes of P: an example more, the larger of the two here
    const [q, sigma, steps, draws] = [0.2, 1, 20, 100_000];
    const random = randomFrom(11);
    const epsilon = prvEpsilon({ samplingRate: q, noiseMultiplier: sigma, steps }, 0.02);
    let sum = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      let loss = 0;
      for (let step = 0; step < steps; step += 1) {
        const normal = Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
        const x = sigma * normal + (random.uniform() < q ? 1 : 0);
        loss += Math.log1p(q * Math.expm1((2 * x - 1) / (2 * sigma * sigma)));
      }
      if (loss > epsilon) sum -= Math.expm1(epsilon - loss);
    }
    within(sum / draws, 0.02, 0.05);
  });

  test("of one step follow from normal tails, and two half-noisy steps from one (composition of Gaussians)", () => {
    expect(gaussianDelta(1, { samplingRate: 1, noiseMultiplier: 4.224678, steps: 1 })).toBeLessThan(1e-5);
    within(
      prvEpsilon({ samplingRate: 1, noiseMultiplier: Math.SQRT2, steps: 2 }, 1e-5),
      prvEpsilon({ samplingRate: 1, noiseMultiplier: 1, steps: 1 }, 1e-5),
      1e-9,
    );
  });

  test("never exceed what Rényi moments bound, and fall with noise", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.05, noNaN: true }),
        fc.double({ min: 0.7, max: 4, noNaN: true }),
        fc.integer({ min: 10, max: 2000 }),
        (samplingRate, noiseMultiplier, steps) => {
          const training = { samplingRate, noiseMultiplier, steps };
          const prv = prvEpsilon(training, 1e-5);
          expect(prv).toBeLessThanOrEqual(rdpEpsilon(training, 1e-5).epsilonTighter);
          expect(prvEpsilon({ ...training, noiseMultiplier: noiseMultiplier * 1.2 }, 1e-5)).toBeLessThanOrEqual(
            prv * 1.001,
          );
        },
      ),
      { numRuns: 4 },
    );
  });
});

describe("noise for an ε", () => {
  test.each(["rdp", "prv"] as const)("gives that ε again, by %s", (accountant) => {
    const asked = { samplingRate: 0.01, steps: 1000, delta: 1e-5, accountant };
    const { noiseMultiplier, epsilon } = answer({ ...asked, targetEpsilon: 2 });
    expect(epsilon).toBeLessThanOrEqual(2);
    expect(answer({ ...asked, noiseMultiplier }).epsilon).toBeCloseTo(2, 2);
  });

  test("neither or both of noise and ε are refused", () => {
    const asked = { kind: "privacy", method: "dp-sgd", samplingRate: 0.01, steps: 10, delta: 1e-5 } as const;
    expect(privacyKind(asked)).toMatchObject({ ok: false, path: "noiseMultiplier" });
    expect(privacyKind({ ...asked, noiseMultiplier: 1, targetEpsilon: 1 })).toMatchObject({ ok: false });
  });
});

describe("at the ends of what may be asked, both accountants", () => {
  const ends = {
    samplingRate: [1e-9, 0.5, 1],
    noiseMultiplier: [0.1, 10_000],
    steps: [1, 2000],
    delta: [1e-15, 0.5],
  };
  test("answer with a number of zero or more, losses never above moments, within seconds", () => {
    for (const samplingRate of ends.samplingRate)
      for (const noiseMultiplier of ends.noiseMultiplier)
        for (const steps of ends.steps)
          for (const delta of ends.delta) {
            const asked = { samplingRate, noiseMultiplier, steps, delta };
            const rdp = answer({ ...asked, accountant: "rdp" });
            const prv = answer({ ...asked, accountant: "prv" });
            expect(Number.isFinite(rdp.epsilon) && Number.isFinite(prv.epsilon)).toBe(true);
            expect(prv.epsilon).toBeGreaterThanOrEqual(0);
            expect(prv.epsilon).toBeLessThanOrEqual((rdp.epsilonTighter ?? 0) + 1e-12);
          }
  }, 60_000);

  test("answer for ten million steps of all but no noise", () => {
    const asked = { samplingRate: 0.01, noiseMultiplier: 0.1, steps: 10_000_000, delta: 1e-15 };
    const [rdp, prv] = (["rdp", "prv"] as const).map((accountant) => answer({ ...asked, accountant }).epsilon);
    expect(rdp).toBeGreaterThan(prv ?? 0);
    expect(prv).toBeGreaterThan(1e6);
  });

  test("name what may be asked where it is less than that", () => {
    const asked = { kind: "privacy", method: "dp-sgd", samplingRate: 0, noiseMultiplier: 1, steps: 1, delta: 1e-5 };
    const [issue] = privacyRequestSchema.safeParse(asked).error?.issues ?? [];
    expect(issue?.message).toBe("must be a number from 1e-9 to 1");
  });

  test("say so where no noise is enough", () => {
    const asked = { kind: "privacy", method: "dp-sgd", samplingRate: 1, steps: 10_000_000, delta: 1e-15 } as const;
    const outcome = privacyKind({ ...asked, targetEpsilon: 0.001, accountant: "prv" });
    expect(outcome).toMatchObject({ ok: false, code: "INFEASIBLE", path: "targetEpsilon" });
  });
});
