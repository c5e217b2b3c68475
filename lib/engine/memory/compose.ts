import type { MemoryResult } from "@/lib/contract/result";
import { derive, type Figure, type Figured, given } from "../figure";
import type { Deployment } from "../resolve/deployment";
import { type Cache, composeCache } from "./cache";
import { composePool } from "./compose-pool";
import { composeWeights, type Weights } from "./compose-weights";
import { composeActivation, composeGraphs, composeRuntime } from "./compose-working";
import { sequenceBytes } from "./kv-cache";
import type { MemoryLoad } from "./load";
import * as pool from "./pool";
import { composeUsable } from "./usable";

export type { MemoryLoad };

/** Memory with the pieces that the serving model goes on with. */
export type Memory = { result: Figured<MemoryResult>; weights: Weights; cache: Cache };

/** Whether the load it was worked out for fits. */
export const doesFit = ({ result: { fits } }: Memory): boolean => (typeof fits === "boolean" ? fits : fits.value);

const oneSequence = given(1, {
  kind: "default",
  label: "Sequences",
  unit: "sequence",
  path: "sequences",
  note: "One sequence where no load is given.",
});

function sequence(cache: Cache, contextTokens: Figure<number>): Figure<number> {
  return derive(sequenceBytes, {
    fullBytesPerToken: cache.fullBytesPerToken,
    windowBytesPerToken: cache.windowBytesPerToken,
    windowLimitTokens: cache.windowLimitTokens,
    stateBytes: cache.paddedStateBytes,
    block: cache.block,
    contextTokens,
  });
}

/** One token: the least that must fit where neither a load nor a longest context is asked for. */
const oneToken = given(1, {
  kind: "default",
  label: "Context",
  unit: "token",
  path: "contextTokens",
  note: "Without a load, fitting means that the weights leave room for context at all.",
});

/** What holds whatever the load. */
type Standing = {
  weights: Weights;
  cache: Cache;
  usableBytes: Figure<number>;
  runtimeBytes: Figure<number>;
  graphs: Figure<number>;
};

const standing = new WeakMap<Deployment, Standing>();

/** Worked out once for each deployment: searches ask for the same one under one load after the other. */
function standingOf(deployment: Deployment): Standing {
  const known = standing.get(deployment);
  if (known) return known;
  const found: Standing = {
    weights: composeWeights(deployment),
    cache: composeCache(deployment),
    usableBytes: composeUsable(deployment),
    runtimeBytes: composeRuntime(deployment),
    graphs: composeGraphs(deployment),
  };
  standing.set(deployment, found);
  return found;
}

/** Memory of one accelerator of a deployment, part by part, with or without a load. */
export function composeMemory(deployment: Deployment, load: MemoryLoad | null): Memory {
  const { layout, maxModelLen } = deployment;
  const { weights, cache, usableBytes, runtimeBytes, graphs } = standingOf(deployment);
  const asked = load ?? {
    sequences: oneSequence,
    contextTokens: deployment.maxModelLenChosen ? maxModelLen : oneToken,
  };
  const activationBytes = composeActivation(deployment, asked);
  const working = { usableBytes, activationBytes, runtimeBytes, cudaGraphBytes: graphs };
  const kvPoolBytes = composePool(deployment, weights.weightsBytes, working);
  const kvForLoadBytes = derive(pool.kvForLoadBytes, {
    sequences: asked.sequences,
    sequenceBytes: sequence(cache, asked.contextTokens),
    dp: layout.dp,
  });
  const parts = [weights.weightsBytes, kvForLoadBytes, activationBytes, runtimeBytes, graphs];
  const totalForLoadBytes = derive(pool.totalForLoadBytes, { parts });
  const component = (id: string, label: string, bytes: Figure<number>) => ({ id, label, bytes });
  const result: Figured<MemoryResult> = {
    weightsBytes: weights.weightsBytes,
    weightsTotalBytes: weights.weightsTotalBytes,
    kvBytesPerToken: cache.kvBytesPerToken,
    statePerSequenceBytes: cache.stateBytes,
    kvPoolBytes,
    kvPoolTokens: derive(pool.kvPoolTokens, {
      kvPoolBytes,
      kvBytesPerToken: cache.kvBytesPerToken,
      block: cache.block,
      dp: layout.dp,
    }),
    maxConcurrencyAtMaxModelLen: derive(pool.maxConcurrency, {
      kvPoolBytes,
      sequenceBytes: sequence(cache, maxModelLen),
      dp: layout.dp,
      maxNumSeqs: deployment.maxNumSeqs,
    }),
    activationBytes,
    runtimeBytes,
    cudaGraphBytes: graphs,
    kvForLoadBytes,
    totalForLoadBytes,
    usableBytes,
    fits: derive(pool.fits, { kvPoolBytes, kvForLoadBytes, totalForLoadBytes, usableBytes }),
    components: [
      component("weights", "Weights", weights.weightsBytes),
      component("kv", "KV cache and state of the load", kvForLoadBytes),
      component("activation", "Activation peak", activationBytes),
      component("runtime", "Driver, libraries, communication", runtimeBytes),
      component("cudaGraph", "Captured graphs", graphs),
    ],
  };
  return { result, weights, cache };
}
