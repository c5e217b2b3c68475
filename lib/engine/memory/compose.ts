import type { MemoryResult } from "@/lib/contract/result";
import { derive, type Figure, type Figured, given } from "../figure";
import type { Deployment } from "../resolve/deployment";
import { type Cache, composeCache } from "./cache";
import { composePool } from "./compose-pool";
import { composeWeights, type Weights } from "./compose-weights";
import { activationFollowsLoad, composeActivation, composeGraphs, composeRuntime } from "./compose-working";
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

function composeStanding(deployment: Deployment): Standing {
  return {
    weights: composeWeights(deployment),
    cache: composeCache(deployment),
    usableBytes: composeUsable(deployment),
    runtimeBytes: composeRuntime(deployment),
    graphs: composeGraphs(deployment),
  };
}

/** What an engine leaves for sequences once it holds the weights and its working memory. */
type Room = Record<"activationBytes" | "kvPoolBytes" | "kvPoolTokens" | "maxConcurrencyAtMaxModelLen", Figure<number>>;

function composeRoom(deployment: Deployment, standing: Standing, asked: MemoryLoad): Room {
  const { layout, maxModelLen, maxNumSeqs } = deployment;
  const { weights, cache, usableBytes, runtimeBytes, graphs } = standing;
  const activationBytes = composeActivation(deployment, asked);
  const working = { usableBytes, activationBytes, runtimeBytes, cudaGraphBytes: graphs };
  const kvPoolBytes = composePool(deployment, weights.weightsBytes, working);
  return {
    activationBytes,
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
      maxNumSeqs,
    }),
  };
}

type Kept = { standing: Standing; room: Room | null };
const kept = new WeakMap<Deployment, Kept>();

/** Worked out once for each deployment: searches ask for the same one under one load after the other. */
function keptOf(deployment: Deployment): Kept {
  const known = kept.get(deployment) ?? { standing: composeStanding(deployment), room: null };
  kept.set(deployment, known);
  return known;
}

/** Memory of one accelerator of a deployment, part by part, with or without a load. */
export function composeMemory(deployment: Deployment, load: MemoryLoad | null): Memory {
  const { layout, maxModelLen } = deployment;
  const known = keptOf(deployment);
  const { standing } = known;
  const { weights, cache, usableBytes, runtimeBytes, graphs } = standing;
  const asked = load ?? {
    sequences: oneSequence,
    contextTokens: deployment.maxModelLenChosen ? maxModelLen : oneToken,
  };
  const room = known.room ?? composeRoom(deployment, standing, asked);
  if (!activationFollowsLoad(deployment)) known.room = room;
  const { activationBytes, kvPoolBytes, kvPoolTokens, maxConcurrencyAtMaxModelLen } = room;
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
    kvPoolTokens,
    maxConcurrencyAtMaxModelLen,
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
