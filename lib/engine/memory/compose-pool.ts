import { derive, type Figure, given } from "../figure";
import type { Deployment } from "../resolve/deployment";
import * as pool from "./pool";

type Working = Record<"usableBytes" | "activationBytes" | "runtimeBytes" | "cudaGraphBytes", Figure<number>>;

/** Largest batch SGLang captures graphs for, by memory. */
const capturedBatch = (memoryBytes: number): number => (memoryBytes > 60 * 2 ** 30 ? 256 : 160);

function sglangPool(deployment: Deployment, weightsBytes: Figure<number>, working: Working): Figure<number> {
  const { accelerator, fact } = deployment.accelerator;
  const { tp, pp } = deployment.layout;
  const memFractionStatic = deployment.utilizationChosen
    ? deployment.gpuMemoryUtilization
    : derive(pool.sglangStaticShare, {
        memoryBytes: fact(accelerator.memoryBytes, "memoryBytes", "Nameplate memory", "B"),
        chunkTokens: deployment.maxNumBatchedTokens,
        capturedBatch: given(capturedBatch(accelerator.memoryBytes), {
          kind: "default",
          label: "Largest captured batch",
          unit: "sequence",
          path: "engines.sglang.capturedBatch",
        }),
        tp,
        pp,
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
