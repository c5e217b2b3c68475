import type { z } from "zod";
import { type Outcome, succeed } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";
import { deploymentFields, type servingRequestSchema } from "@/lib/contract/request";
import { composeMemory, type Memory } from "../memory/compose";
import { sequenceBytes } from "../memory/kv-cache";
import type { Deployment } from "../resolve/deployment";
import { mostSequences } from "../serving/steady/counts";
import { type Demand, meanContextTokens } from "../serving/steady/demand";
import type { Lanes } from "../serving/steady/load";
import { deploymentOf, entered } from "./deployment";

export type ServingRequest = z.infer<typeof servingRequestSchema>;

/** What a request asks for, before anything is said about time. */
export type PreparedLoad = {
  deployment: Deployment;
  memory: Memory;
  demand: Demand;
  /** Sequences one lane has room for. */
  mostSequences: number;
  gatherSteps: number;
  lanes: Lanes;
};

function demandOf(request: ServingRequest, deployment: Deployment): Demand {
  const promptTokens = Math.max(1, request.isl * (1 - (request.prefixHitRate ?? 0)));
  return {
    promptTokens,
    cachedTokens: Math.max(0, request.isl - promptTokens),
    outputTokens: request.osl,
    promptVariation: request.islCv ?? 0,
    outputVariation: request.oslCv ?? 0,
    chunkTokens: deployment.maxNumBatchedTokens.value,
    draftTokens: request.speculative?.draftTokens ?? 0,
    acceptedShare: request.speculative?.acceptanceRate ?? 0,
  };
}

/** TensorRT-LLM starts no request whose whole answer has no room; the others make room as answers grow. */
export const reservesWhole = (engine: Deployment["engine"]): boolean => engine === "trtllm";

function placesOf({ maxNumSeqs, layout }: Deployment, { result, cache }: Memory, contextTokens: number): number {
  return mostSequences({
    kvPoolBytes: result.kvPoolBytes.value,
    sequenceBytes: sequenceBytes({
      fullBytesPerToken: cache.fullBytesPerToken.value,
      windowBytesPerToken: cache.windowBytesPerToken.map(({ value }) => value),
      windowLimitTokens: cache.windowLimitTokens.map(({ value }) => value),
      stateBytes: cache.paddedStateBytes.value,
      block: cache.block.value,
      contextTokens,
    }),
    maxNumSeqs: maxNumSeqs.value,
    stages: layout.pp.value,
  });
}

const kept = 64;
const deployments = new WeakMap<ReferenceData, Map<string, Outcome<Deployment>>>();

/** The same deployment under many loads is resolved once: searches ask for the same one again and again. */
function deploymentFor(request: ServingRequest, reference: ReferenceData): Outcome<Deployment> {
  const known = deployments.get(reference) ?? new Map<string, Outcome<Deployment>>();
  deployments.set(reference, known);
  const key = JSON.stringify(deploymentFields.map((field) => request[field]));
  const found = known.get(key) ?? deploymentOf(request, reference);
  known.set(key, found);
  const [oldest] = known.keys();
  if (known.size > kept && oldest !== undefined) known.delete(oldest);
  return found;
}

/** Errors: a model or an accelerator that is not known, degrees that contradict each other. */
export function prepareLoad(request: ServingRequest, reference: ReferenceData): Outcome<PreparedLoad> {
  const resolved = deploymentFor(request, reference);
  if (!resolved.ok) return resolved;
  const deployment = resolved.value;
  const demand = demandOf(request, deployment);
  const context = meanContextTokens(demand);
  const memory = composeMemory(deployment, {
    sequences: entered(1, "load", "Sequences", "sequence"),
    contextTokens: entered(context, "isl", "Context in flight", "token"),
  });
  const held = reservesWhole(deployment.engine) ? request.isl + request.osl : context;
  const { layout } = deployment;
  const each = layout.dp.value * layout.pp.value;
  return succeed({
    deployment,
    memory,
    demand,
    mostSequences: placesOf(deployment, memory, held),
    gatherSteps: request.gatherSteps ?? 0,
    lanes: { each, all: each * layout.replicas.value },
  });
}
