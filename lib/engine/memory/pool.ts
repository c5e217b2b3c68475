import { formula } from "../figure";
import { bytesFromGib } from "../units";
import { memorySources as sources } from "./sources";

type Taken = { usableBytes: number; weightsBytes: number; activationBytes: number; runtimeBytes: number };

/** vLLM counted captured graphs outside its share until v0.19, inside it since v0.20. */
export const vllmPoolBytes = formula(
  {
    id: "memory.vllmPoolBytes",
    title: "KV pool, vLLM and TGI",
    unit: "B",
    reads:
      "share the engine may take × usable memory − weights − activation peak − runtime − captured graphs (counted from v0.20 on); none below 0",
    source: sources.vllmPool,
    example: {
      of: "100 units at 90 % with weights 30, activation 5, runtime 2, graphs 1 outside",
      given: {
        usableBytes: 100,
        gpuMemoryUtilization: 0.9,
        weightsBytes: 30,
        activationBytes: 5,
        runtimeBytes: 2,
        cudaGraphBytes: 1,
        engineRelease: 19,
      },
      gives: 53,
    },
  },
  (given: Taken & { gpuMemoryUtilization: number; cudaGraphBytes: number; engineRelease: number }) => {
    const graphs = given.engineRelease >= 20 ? given.cudaGraphBytes : 0;
    const taken = given.weightsBytes + given.activationBytes + given.runtimeBytes + graphs;
    return Math.max(0, given.gpuMemoryUtilization * given.usableBytes - taken);
  },
);

/** Activations and graphs live in the share that is not static, so they are not subtracted again. */
export const sglangPoolBytes = formula(
  {
    id: "memory.sglangPoolBytes",
    title: "KV pool, SGLang",
    unit: "B",
    reads: "free after weights and runtime − total free before × (1 − static share); none below 0",
    source: sources.sglangPool,
    example: {
      of: "100 units, runtime 2, weights 30, static share 0.8: 68 − 98 × 0.2",
      given: { usableBytes: 100, runtimeBytes: 2, weightsBytes: 30, memFractionStatic: 0.8 },
      gives: 48.4,
    },
  },
  (given: { usableBytes: number; runtimeBytes: number; weightsBytes: number; memFractionStatic: number }) => {
    const before = given.usableBytes - given.runtimeBytes;
    return Math.max(0, before - given.weightsBytes - before * (1 - given.memFractionStatic));
  },
);

const mib = 2 ** 20;

type StaticShare = {
  memoryBytes: number;
  chunkTokens: number;
  capturedBatch: number;
  tp: number;
  pp: number;
  dp: number;
};

/** Attention-data parallel ranks need room to pad: 3 MiB a captured sequence and rank, half as much again past 300. */
const paddedMib = ({ capturedBatch, dp }: StaticShare): number =>
  dp > 1 ? (capturedBatch > 300 ? 4.5 : 3) * capturedBatch * dp : 0;

export const sglangStaticShare = formula(
  {
    id: "memory.sglangStaticShare",
    title: "Static share of memory, SGLang's default",
    unit: "share",
    reads:
      "1 − (512 + 1.5 × max(chunked prefill, 2048) + 2 × largest captured batch + 1024 × ranks ÷ 8) MiB ÷ memory; with attention-data parallel ranks 3 × captured batch × ranks more (4.5 past 300); at least 10 GiB where there are more than 60",
    source: sources.sglangPool,
    example: {
      of: "80 GiB, chunks of 8,192, captured batch of 256, tp 8: 1 − (512 + 12288 + 512 + 1024) ÷ 81920",
      given: { memoryBytes: 85_899_345_920, chunkTokens: 8192, capturedBatch: 256, tp: 8, pp: 1, dp: 1 },
      gives: 0.825,
    },
  },
  (given: StaticShare) => {
    const { memoryBytes, tp, pp, dp } = given;
    const plain = 512 + 1.5 * Math.max(given.chunkTokens, 2048) + 2 * given.capturedBatch + (1024 * tp * pp * dp) / 8;
    const least = memoryBytes > 60 * 1024 * mib ? 10 * 1024 : 0;
    const reserved = Math.max(least, plain + paddedMib(given));
    return Math.max(0.05, 1 - (reserved * mib) / memoryBytes);
  },
);

export const trtllmPoolBytes = formula(
  {
    id: "memory.trtllmPoolBytes",
    title: "KV pool, TensorRT-LLM",
    unit: "B",
    reads: "share of free memory × (usable − weights − activation − runtime); none below 0",
    source: sources.trtllmPool,
    example: {
      of: "100 units with weights 30, activation 5, runtime 5, share 0.9",
      given: { usableBytes: 100, weightsBytes: 30, activationBytes: 5, runtimeBytes: 5, freeShare: 0.9 },
      gives: 54,
    },
  },
  (given: Taken & { freeShare: number }) => {
    const free = given.usableBytes - given.weightsBytes - given.activationBytes - given.runtimeBytes;
    return Math.max(0, given.freeShare * free);
  },
);

/** llama.cpp and Transformers reserve no pool: what is left can hold context. */
export const leftoverPoolBytes = formula(
  {
    id: "memory.leftoverPoolBytes",
    title: "Memory left for context",
    unit: "B",
    reads: "share given to the engine × usable memory − weights − activation − runtime; none below 0",
    source: sources.llamacpp,
    example: {
      of: "100 units, all given, weights 30, activation 5, runtime 5",
      given: {
        usableBytes: 100,
        gpuMemoryUtilization: 1,
        weightsBytes: 30,
        activationBytes: 5,
        runtimeBytes: 5,
      },
      gives: 60,
    },
  },
  (given: Taken & { gpuMemoryUtilization: number }) => {
    const taken = given.weightsBytes + given.activationBytes + given.runtimeBytes;
    return Math.max(0, given.gpuMemoryUtilization * given.usableBytes - taken);
  },
);

export const kvPoolTokens = formula(
  {
    id: "memory.kvPoolTokens",
    title: "Tokens the KV pool holds",
    unit: "token",
    reads: "(pool ÷ bytes per token of one attention rank, in whole blocks) × attention-data parallel ranks",
    source: "definition",
    example: {
      of: "1,000 bytes at 10 a token in blocks of 16: 6 blocks",
      given: { kvPoolBytes: 1000, kvBytesPerToken: 10, block: 16, dp: 1 },
      gives: 96,
    },
  },
  (given: { kvPoolBytes: number; kvBytesPerToken: number; block: number; dp: number }) =>
    given.kvBytesPerToken > 0
      ? Math.floor(given.kvPoolBytes / given.kvBytesPerToken / given.block) * given.block * given.dp
      : 0,
);

export const maxConcurrency = formula(
  {
    id: "memory.maxConcurrencyAtMaxModelLen",
    title: "Requests of the longest context at once",
    unit: "sequence",
    reads:
      "KV pool ÷ memory of one sequence at the longest context × attention-data parallel ranks; what keeps nothing is held up by the engine's limit alone",
    source: sources.vllmPool,
    example: {
      of: "1,000 bytes of pool, 400 bytes a sequence",
      given: { kvPoolBytes: 1000, sequenceBytes: 400, dp: 1, maxNumSeqs: 256 },
      gives: 2.5,
    },
  },
  (given: { kvPoolBytes: number; sequenceBytes: number; dp: number; maxNumSeqs: number }) =>
    given.sequenceBytes > 0
      ? (given.kvPoolBytes / given.sequenceBytes) * given.dp
      : given.kvPoolBytes > 0
        ? given.maxNumSeqs * given.dp
        : 0,
);

export const kvForLoadBytes = formula(
  {
    id: "memory.kvForLoadBytes",
    title: "KV cache and state of the load",
    unit: "B",
    reads: "sequences per attention-data parallel rank × memory of one",
    source: "definition",
    example: { of: "8 sequences on 2 ranks", given: { sequences: 8, sequenceBytes: 10, dp: 2 }, gives: 40 },
  },
  (given: { sequences: number; sequenceBytes: number; dp: number }) =>
    (given.sequences / given.dp) * given.sequenceBytes,
);

export const totalForLoadBytes = formula(
  {
    id: "memory.totalForLoadBytes",
    title: "Memory the load needs",
    unit: "B",
    reads: "sum of the parts",
    source: "definition",
    example: { of: "three parts", given: { parts: [1, 2, 3] }, gives: 6 },
  },
  ({ parts }: { parts: readonly number[] }) => parts.reduce((sum, part) => sum + part, 0),
);

type Fit = { kvPoolBytes: number; kvForLoadBytes: number; totalForLoadBytes: number; usableBytes: number };

export const fits = formula(
  {
    id: "memory.fits",
    title: "Does it fit?",
    unit: "1",
    reads: "the pool is not empty, holds the load, and everything together is within the usable memory",
    source: "definition",
    example: {
      of: "a load of 5 in a pool of 10, 60 of 100 in all",
      given: { kvPoolBytes: 10, kvForLoadBytes: 5, totalForLoadBytes: 60, usableBytes: 100 },
      gives: true,
    },
  },
  (given: Fit) =>
    given.kvPoolBytes > 0 && given.kvForLoadBytes <= given.kvPoolBytes && given.totalForLoadBytes <= given.usableBytes,
);

export const usableFromNameplate = formula(
  {
    id: "memory.usableFromNameplate",
    title: "Usable memory",
    unit: "B",
    reads: "nameplate capacity × share that drivers of this family leave",
    source: {
      title: "Usable memory as drivers report it: H100 79.2 of 80, RTX 4090 23.55 of 24, RTX 5090 31.4 of 32 GiB",
      url: "https://github.com/llm-d-incubation/llm-d-planner/pull/205",
      asOf: "2026-04",
    },
    example: {
      of: "24 GiB at 98 %",
      given: { memoryBytes: 25_769_803_776, usableShare: 0.98 },
      gives: 25_254_407_700,
      within: 1,
    },
  },
  ({ memoryBytes, usableShare }: { memoryBytes: number; usableShare: number }) => memoryBytes * usableShare,
);

/** Context of the driver, which totals reported by PyTorch do not count. */
const driverGib = 0.5;

export const usableBesideDriver = formula(
  {
    id: "memory.usableBesideDriver",
    title: "Memory that PyTorch can allocate",
    unit: "B",
    reads: "usable memory − 0.5 GiB of the driver's context",
    source: sources.cudaContext,
    example: { of: "80 GiB", given: { usableBytes: 85_899_345_920 }, gives: 85_362_475_008 },
  },
  ({ usableBytes }: { usableBytes: number }) => usableBytes - bytesFromGib(driverGib),
);
