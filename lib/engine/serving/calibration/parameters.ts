/**
 * What `npm run calibrate` fits: factors on what kernel tables and source code lead one to expect, and the times that an
 * engine adds. A prior is a guess made before looking at any run end to end; its spread says how far off it may be, as
 * standard deviation of the logarithm. None belongs to one model or to one measurement.
 */
export type Parameter = { name: string; prior: number; spread: number; means: string };

const parameter = (name: string, prior: number, spread: number, means: string): Parameter => ({
  name,
  prior,
  spread,
  means,
});

/** Factors on the shares of every family; a generation that was measured has a second factor of its own. */
const shares = [
  parameter("bandwidth", 1, 0.1, "factor on the share of bandwidth that reading weights reaches"),
  parameter("bandwidth.blackwell", 1, 0.1, "the same, Blackwell beside Hopper"),
  parameter("bandwidth.fourBit", 0.85, 0.12, "the same, weights of 4 bits beside wider ones"),
  parameter("compute", 1, 0.12, "factor on the share of peak that large products reach"),
  parameter("compute.blackwell", 1, 0.12, "the same, Blackwell beside Hopper"),
  parameter("compute.eightBit", 1, 0.12, "the same, 8 bits beside 16"),
  parameter("compute.fourBit", 1, 0.15, "the same, 4 bits beside 16"),
  parameter("halfTokens", 64, 0.4, "tokens at which a product reaches half of that"),
  parameter("expertBandwidth", 1, 0.15, "factor on the share of bandwidth that reading experts reaches"),
  parameter("expertBandwidth.blackwell", 1, 0.15, "the same, Blackwell beside Hopper"),
  parameter("expertCompute", 1, 0.2, "factor on the share of peak that experts reach"),
  parameter("expertCompute.blackwell", 1, 0.2, "the same, Blackwell beside Hopper"),
  parameter("expertHalfTokens", 8, 0.6, "tokens of one expert at which it reaches half of that"),
  parameter("routedShare", 0.8, 0.3, "share of a step's tokens that reach experts no other token has reached"),
  parameter("imbalance", 1, 0.3, "factor on how much more than its share the busiest rank of experts gets"),
  parameter("attentionBandwidth", 1, 0.15, "factor on the share of bandwidth that reading the cache reaches"),
  parameter("attentionBandwidth.blackwell", 1, 0.1, "the same, Blackwell beside Hopper"),
  parameter("attentionBandwidth.eightBit", 0.85, 0.15, "the same, a cache of 8 bits beside 16"),
  parameter("attentionCompute", 1, 0.2, "factor on the share of peak that attention of prompts reaches"),
  parameter("attentionCompute.blackwell", 1, 0.2, "the same, Blackwell beside Hopper"),
  parameter("decodeAttentionCompute", 1, 0.3, "factor on the share of peak that attention of decoding reaches"),
];

const times = [
  parameter("kernel", 1, 0.3, "factor on the time of a small kernel"),
  parameter("kernel.blackwell", 1, 0.15, "the same, Blackwell beside Hopper"),
  parameter("quantisingKernels", 0.5, 0.4, "kernels for each product whose inputs are quantised on the way"),
  parameter("quantisingKernels.fourBit", 1.5, 0.4, "the same, 4 bits beside 8"),
  parameter("blockKernels", 0.3, 0.5, "more of them where scales belong to blocks, as in 8-bit mixtures of experts"),
  parameter("blockKernels.blackwell", 6, 0.4, "the same, Blackwell beside Hopper"),
  parameter("latentKernels", 1, 0.12, "factor on the kernels of a layer with latent attention"),
  parameter("recurrentKernels", 1, 0.12, "factor on the kernels of a recurrent layer"),
  parameter("expertKernels.blackwell", 0.7, 0.2, "kernels of a layer of experts on Blackwell, beside Hopper"),
  parameter("collective", 1, 0.2, "factor on the start of a collective"),
  parameter("collective.blackwell", 1, 0.15, "the same, Blackwell beside Hopper"),
  parameter("link", 1, 0.2, "factor on the share of the link's rate"),
  parameter("link.blackwell", 1, 0.2, "the same, Blackwell beside Hopper"),
  parameter("promptExchange", 0.7, 0.3, "share of a prompt's exchange that nothing else covers"),
  parameter("sequenceLayer", 3e-7, 0.7, "seconds of a decoding sequence in a layer"),
  parameter("rankDrag", 0.5, 0.4, "exponent: how far prompts of one attention rank hold up the others"),
];

const loads = [
  parameter("startShare", 0.1, 0.5, "share of a benchmark's requests that all arrive at its start"),
  parameter("crowding", 2, 0.5, "factor on the wait for prompts of other users, who arrive in bunches"),
];

/** vLLM, SGLang and TensorRT-LLM, which were measured; priors of each in this order. */
export const measuredEngines = ["vllm", "sglang", "trtllm"] as const;
export type MeasuredEngine = (typeof measuredEngines)[number];

const perEngine: [string, [number, number, number], number, string][] = [
  ["kernels", [1, 1, 0.9], 0.2, "factor on the kernels of a layer"],
  ["expertKernels", [1, 1, 1.8], 0.3, "the same, kernels of experts"],
  ["expertHit", [1e-7, 1e-7, 2.5e-7], 0.6, "seconds of each expert that tokens reach, beside reading it"],
  ["collective", [1, 1, 0.8], 0.2, "factor on the start of a collective"],
  ["launch", [15e-6, 15e-6, 15e-6], 0.7, "seconds of a kernel in a step with prompts, which no graph covers"],
  ["step", [0.5e-3, 0.3e-3, 0.2e-3], 0.5, "seconds of a step that no kernel explains"],
  ["sequence", [4.4e-6, 4.4e-6, 4.4e-6], 0.5, "seconds of a step for each sequence in it"],
  ["request", [0.015, 0.04, 0.03], 0.8, "seconds to take a request in"],
  ["promptToken", [3e-6, 3e-6, 3e-6], 0.8, "seconds to take in a token of a prompt"],
  ["prefill", [1, 1, 1], 0.3, "factor on the time of prompts"],
];

const engines = perEngine.flatMap(([name, priors, spread, means]) =>
  measuredEngines.map((engine, index) => parameter(`${engine}.${name}`, priors[index] ?? 1, spread, means)),
);

/** TensorRT-LLM's own kernels for experts on Blackwell take the place of several. */
const particular = [parameter("trtllm.expertKernels.blackwell", 0.6, 0.3, "kernels of experts on Blackwell")];

export const parameters: readonly Parameter[] = [...shares, ...times, ...loads, ...engines, ...particular];

export type ParameterValues = Readonly<Record<string, number>>;

export const priorValues: ParameterValues = Object.fromEntries(parameters.map(({ name, prior }) => [name, prior]));
