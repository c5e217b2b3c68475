/**
 * Rényi differential privacy of noisy gradient descent whose batches are drawn with a chance of their own for each
 * example (Mironov, Talwar and Zhang 2019).
 */
export type Training = { samplingRate: number; noiseMultiplier: number; steps: number };

/** Tenths to 11, whole orders to 63 as usual, then sparser: small losses are tightest at large orders. */
const orders: readonly number[] = [
  ...Array.from({ length: 99 }, (_, index) => 1 + (index + 1) / 10),
  ...Array.from({ length: 52 }, (_, index) => 12 + index),
  ...[64, 72, 80, 96, 112, 128, 160, 192, 256, 320, 384, 512, 640, 768, 1024, 2048, 4096, 8192, 16_384],
];

const logSum = (a: number, b: number): number => {
  const [high, low] = a > b ? [a, b] : [b, a];
  return high === Number.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(low - high));
};

/** log A(α) for whole α: Σ C(α, k) (1 − q)^(α − k) q^k exp((k² − k) ÷ 2σ²). */
function logMomentWhole(order: number, { samplingRate: q, noiseMultiplier: sigma }: Training): number {
  const [drawn, left] = [Math.log(q), Math.log1p(-q)];
  let log = Number.NEGATIVE_INFINITY;
  let choose = 0;
  for (let k = 0; k <= order; k += 1) {
    log = logSum(log, choose + k * drawn + (order - k) * left + (k * k - k) / (2 * sigma * sigma));
    choose += Math.log((order - k) / (k + 1));
  }
  return log;
}

const reach = 12;
/** Cells of a width that the normal curve and the turn of the ratio (σ² wide) are smooth over: then the sum is exact. */
const cellsFor = (width: number, sigma: number): number =>
  Math.min(40_000, Math.max(200, Math.ceil(width / Math.min(sigma / 8, (sigma * sigma) / 4))));

/** The same for any α by the trapezoid rule on E[((1 − q) + q e^((2x − 1) ÷ 2σ²))^α], x normal around 0. */
function logMoment(order: number, { samplingRate: q, noiseMultiplier: sigma }: Training): number {
  const from = -reach * sigma;
  const to = order + reach * sigma;
  const points = cellsFor(to - from, sigma);
  const step = (to - from) / points;
  const norm = Math.log(step) - Math.log(sigma * Math.sqrt(2 * Math.PI));
  let log = Number.NEGATIVE_INFINITY;
  for (let index = 0; index <= points; index += 1) {
    const x = from + index * step;
    const ratio = logSum(Math.log1p(-q), Math.log(q) + (2 * x - 1) / (2 * sigma * sigma));
    log = logSum(log, norm - (x * x) / (2 * sigma * sigma) + order * ratio);
  }
  return log;
}

/** Rényi divergence of one step. Exported for its tests. */
export function divergence(order: number, training: Training): number {
  const { samplingRate, noiseMultiplier } = training;
  if (samplingRate === 1) return order / (2 * noiseMultiplier ** 2);
  const log = Number.isInteger(order) ? logMomentWhole(order, training) : logMoment(order, training);
  return Math.max(0, log) / (order - 1);
}

export type RdpEpsilon = { epsilon: number; order: number; epsilonTighter: number };

/**
 * ε at δ. `epsilon` by Mironov's conversion (2017), which the published examples use; `epsilonTighter` by Balle et al.
 * (2020), Theorem 21, which newer libraries use.
 */
export function rdpEpsilon(training: Training, delta: number): RdpEpsilon {
  let best = { epsilon: Number.POSITIVE_INFINITY, order: 0 };
  let tighter = Number.POSITIVE_INFINITY;
  for (const order of orders) {
    const loss = training.steps * divergence(order, training);
    const epsilon = loss - Math.log(delta) / (order - 1);
    if (epsilon < best.epsilon) best = { epsilon, order };
    tighter = Math.min(tighter, loss + Math.log1p(-1 / order) - Math.log(delta * order) / (order - 1));
  }
  return { ...best, epsilonTighter: Math.max(0, tighter) };
}
