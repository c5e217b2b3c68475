import { derive, type Figure, given } from "../figure";
import type { Deployment } from "../resolve/deployment";
import { bytesFromGib } from "../units";
import * as pool from "./pool";

type Working = Record<"usableBytes" | "activationBytes" | "runtimeBytes" | "cudaGraphBytes", Figure<number>>;

/** Largest batch SGLang captures graphs for, by memory in GiB: up to 3 ranks, and from 4. */
const captured: readonly { below: number; few: number; many: number }[] = [
  { below: 20, few: 8, many: 8 },
  { below: 35, few: 24, many: 80 },
  { below: 60, few: 32, many: 160 },
  { below: 160, few: 256, many: 512 },
];

function capturedBatch(memoryBytes: number, ranks: number): number {
  const tier = captured.find(({ below }) => memoryBytes < bytesFromGib(below));
  return tier ? (ranks < 4 ? tier.few : tier.many) : 512;
}

function sglangPool(deployment: Deployment, weightsBytes: Figure<number>, working: Working): Figure<number> {
  const { accelerator, fact } = deployment.accelerator;
  const { tp, pp, dp } = deployment.layout;
  const memFractionStatic = deployment.utilizationChosen
    ? deployment.gpuMemoryUtilization
    : derive(pool.sglangStaticShare, {
        memoryBytes: fact(accelerator.memoryBytes, "memoryBytes", "Nameplate memory", "B"),
        chunkTokens: deployment.maxNumBatchedTokens,
        capturedBatch: given(capturedBatch(accelerator.memoryBytes, tp.value * dp.value), {
          kind: "default",
          label: "Largest captured batch",
          unit: "sequence",
          path: "engines.sglang.capturedBatch",
        }),
        tp,
        pp,
        dp,
      });
  const { usableBytes, runtimeBytes } = working;
  return derive(pool.sglangPoolBytes, { usableBytes, runtimeBytes, weightsBytes, memFractionStatic });
}

/** What each engine leaves for KV cache and state on one accelerator. */
export function composePool(deployment: Deployment, weightsBytes: Figure<number>, working: Working): Figure<number> {
  const { gpuMemoryUtilization, engineRelease } = deployment;
  const { usableBytes, activationBytes, runtimeBytes, cudaGraphBytes } = working;
  const taken = { usableBytes, weightsBytes, activationBytes, runtimeBytes };
  switch (deployment.engine) {
    case "sglang":
      return sglangPool(deployment, weightsBytes, working);
    case "trtllm":
      return derive(pool.trtllmPoolBytes, { ...taken, freeShare: gpuMemoryUtilization });
    case "vllm":
    case "tgi":
      return derive(pool.vllmPoolBytes, { ...taken, gpuMemoryUtilization, cudaGraphBytes, engineRelease });
    default:
      return derive(pool.leftoverPoolBytes, { ...taken, gpuMemoryUtilization });
  }
}
