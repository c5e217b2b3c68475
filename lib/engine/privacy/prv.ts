import FFT from "fft.js";
import jstat from "jstat";
import { rdpEpsilon, type Training } from "./rdp";

/**
 * Privacy loss as a random variable, composed by Fourier transform (Gopi, Lee and Wutschitz 2021): tighter than Rényi
 * moments, up to the mesh. Both neighbours, with and without an example, are counted, the worse one holds.
 */

/** Mass beyond the grid, relative to δ. */
const tailShare = 1e-3;
const mostPoints = 2 ** 20;
/** Error relative to ε that the mesh is chosen for; what is left of it is far smaller, as cells keep the mean right. */
const aim = 0.05;

const cdf = (x: number): number => jstat.normal.cdf(x, 0, 1);

type Loss = { below(loss: number): number; mean: number };

/** Loss log(P ÷ Q) of one step where P has the example: x is drawn from the mixture. */
function withExample({ samplingRate: q, noiseMultiplier: sigma }: Training): Loss {
  const least = q === 1 ? Number.NEGATIVE_INFINITY : Math.log1p(-q);
  const outcomeAt = (loss: number): number => sigma * sigma * Math.log((Math.expm1(loss) + q) / q) + 0.5;
  return {
    below: (loss) => {
      if (loss <= least) return 0;
      const x = outcomeAt(loss);
      return (1 - q) * cdf(x / sigma) + q * cdf((x - 1) / sigma);
    },
    mean: meanOf(q, sigma, "mixture"),
  };
}

/** The other way round: x is drawn without the example, the loss has the other sign. */
function withoutExample({ samplingRate: q, noiseMultiplier: sigma }: Training): Loss {
  const most = q === 1 ? Number.POSITIVE_INFINITY : -Math.log1p(-q);
  return {
    below: (loss) => {
      if (loss >= most) return 1;
      const x = sigma * sigma * Math.log((Math.expm1(-loss) + q) / q) + 0.5;
      return 1 - cdf(x / sigma);
    },
    mean: meanOf(q, sigma, "plain"),
  };
}

const quadrature = 20_000;

function meanOf(q: number, sigma: number, drawn: "mixture" | "plain"): number {
  const from = -12 * sigma;
  const to = 1 + 12 * sigma;
  const step = (to - from) / quadrature;
  let sum = 0;
  for (let index = 0; index <= quadrature; index += 1) {
    const x = from + index * step;
    const plain = Math.exp((-x * x) / (2 * sigma * sigma));
    const shifted = Math.exp((-(x - 1) * (x - 1)) / (2 * sigma * sigma));
    const loss = Math.log1p(q * Math.expm1((2 * x - 1) / (2 * sigma * sigma)));
    const weight = drawn === "mixture" ? (1 - q) * plain + q * shifted : plain;
    sum += weight * (drawn === "mixture" ? loss : -loss);
  }
  return (sum * step) / (sigma * Math.sqrt(2 * Math.PI));
}

type Composed = { masses: Float64Array; losses: (index: number) => number };

/** Masses in cells of the mesh, moved so that the mean is right, to the power of the steps under the transform. */
function compose(loss: Loss, steps: number, mesh: number, size: number): Composed {
  const half = size / 2;
  const fft = new FFT(size);
  const cells = new Float64Array(size);
  let mean = 0;
  let before = loss.below((-half - 0.5) * mesh);
  for (let index = -half; index < half; index += 1) {
    const after = loss.below((index + 0.5) * mesh);
    const mass = Math.max(0, after - before);
    before = after;
    // Losses below 0 stand in the upper half, so that the transform composes them around 0.
    cells[(index + size) % size] = mass;
    mean += mass * index * mesh;
  }
  const spectrum = fft.createComplexArray();
  fft.realTransform(spectrum, cells);
  fft.completeSpectrum(spectrum);
  for (let index = 0; index < size; index += 1) {
    const [re, im] = [spectrum[2 * index] ?? 0, spectrum[2 * index + 1] ?? 0];
    const size2 = re * re + im * im;
    const length = size2 === 0 ? 0 : Math.exp((steps / 2) * Math.log(size2));
    const angle = steps * Math.atan2(im, re);
    spectrum[2 * index] = length * Math.cos(angle);
    spectrum[2 * index + 1] = length * Math.sin(angle);
  }
  const back = fft.createComplexArray();
  fft.inverseTransform(back, spectrum);
  const masses = Float64Array.from({ length: size }, (_, index) => Math.max(0, back[2 * index] ?? 0));
  const shift = steps * (loss.mean - mean);
  return { masses, losses: (index) => (index < half ? index : index - size) * mesh + shift };
}

/** δ(ε) = E[(1 − e^(ε − loss))⁺], falling in ε. */
function deltaOf({ masses, losses }: Composed, epsilon: number): number {
  let sum = 0;
  for (let index = 0; index < masses.length; index += 1) {
    const mass = masses[index] as number;
    if (mass < 1e-30) continue;
    const loss = losses(index);
    if (loss > epsilon) sum += mass * -Math.expm1(epsilon - loss);
  }
  return sum;
}

const halvings = 60;

/** δ of Gaussian noise without sampling, composed: Φ(μ/2 − ε/μ) − e^ε Φ(−μ/2 − ε/μ) with μ = √steps ÷ noise. */
export function gaussianDelta(epsilon: number, { noiseMultiplier, steps }: Training): number {
  const mu = Math.sqrt(steps) / noiseMultiplier;
  const below = cdf(-mu / 2 - epsilon / mu);
  return cdf(mu / 2 - epsilon / mu) - (below === 0 ? 0 : Math.exp(epsilon + Math.log(below)));
}

/** Least ε at which a falling δ(ε) is met. */
function leastEpsilon(deltaAt: (epsilon: number) => number, delta: number, most: number): number {
  if (deltaAt(0) <= delta) return 0;
  let [low, high] = [0, most];
  for (let round = 0; round < halvings && high - low > 1e-9 * high; round += 1) {
    const middle = (low + high) / 2;
    if (deltaAt(middle) > delta) low = middle;
    else high = middle;
  }
  return high;
}

/** One step in closed form, where there is only one: no transform, so no rounding either. */
function oneStepDelta(epsilon: number, training: Training): number {
  const { samplingRate: q, noiseMultiplier: sigma } = training;
  const at = (loss: number): number => sigma * sigma * Math.log((Math.expm1(loss) + q) / q) + 0.5;
  const x = at(epsilon);
  const withIt = q * cdf((1 - x) / sigma) + (1 - q - Math.exp(epsilon)) * cdf(-x / sigma);
  if (epsilon >= -Math.log1p(-q)) return withIt;
  const y = at(-epsilon);
  const without = cdf(y / sigma) - Math.exp(epsilon) * ((1 - q) * cdf(y / sigma) + q * cdf((y - 1) / sigma));
  return Math.max(withIt, without);
}

/**
 * ε at δ. Never above what Rényi moments bound, which holds where rounding in the transform would not (δ below 1e-10).
 * Range: what rdpEpsilon can bound; that bound also sets how far the grid reaches.
 */
export function prvEpsilon(training: Training, delta: number): number {
  const { steps, samplingRate } = training;
  const { epsilonTighter } = rdpEpsilon(training, delta);
  if (epsilonTighter === 0) return 0;
  if (samplingRate === 1) return leastEpsilon((epsilon) => gaussianDelta(epsilon, training), delta, epsilonTighter);
  if (steps === 1) return leastEpsilon((epsilon) => oneStepDelta(epsilon, training), delta, epsilonTighter);
  const furthest = rdpEpsilon(training, delta * tailShare).epsilonTighter;
  const single = rdpEpsilon({ ...training, steps: 1 }, (delta * tailShare) / steps).epsilonTighter;
  const room = aim * epsilonTighter;
  const reach = Math.max(furthest, single) + room;
  const wanted = room / Math.sqrt((steps / 2) * Math.log(12 / (delta * tailShare)));
  let size = 2 ** 12;
  while (size * wanted < 2 * reach && size < mostPoints) size *= 2;
  const mesh = (2 * reach) / size;
  const worse = [withExample(training), withoutExample(training)].map((loss) => {
    const composed = compose(loss, steps, mesh, size);
    return leastEpsilon((epsilon) => deltaOf(composed, epsilon), delta, reach);
  });
  return Math.min(epsilonTighter, Math.max(...worse));
}
