import type { z } from "zod";
import { type Outcome, succeed } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";
import type { memoryAnswerSchema, memoryRequestSchema } from "@/lib/contract/request";
import { type Figure, values } from "../figure";
import { composeMemory, doesFit, type Memory, type MemoryLoad } from "../memory/compose";
import type { Deployment } from "../resolve/deployment";
import { gibFromBytes } from "../units";
import { deploymentOf, entered } from "./deployment";

type Request = z.infer<typeof memoryRequestSchema>;
export type MemoryAnswer = z.infer<typeof memoryAnswerSchema>;

/** Sequences of a request are those of all replicas; memory is reckoned for one. */
function loadOf({ sequences, contextTokens }: Request, { layout, maxModelLen }: Deployment): MemoryLoad | null {
  if (sequences === undefined && contextTokens === undefined) return null;
  return {
    sequences: entered((sequences ?? 1) / layout.replicas.value, "sequences", "Sequences of a replica", "sequence"),
    contextTokens:
      contextTokens === undefined ? maxModelLen : entered(contextTokens, "contextTokens", "Context", "token"),
  };
}

/** Memory of one accelerator. What does not fit is an answer with `fits: false`, not an error. */
export function memoryKind(request: Request, { reference }: { reference: ReferenceData }): Outcome<MemoryAnswer> {
  const deployment = deploymentOf(request, reference);
  if (!deployment.ok) return deployment;
  const load = loadOf(request, deployment.value);
  return succeed(memoryAnswer(deployment.value, composeMemory(deployment.value, load), load !== null));
}

/** A memory result in the contract's words and units. */
export function memoryAnswer({ model, weights }: Deployment, memory: Memory, loaded: boolean): MemoryAnswer {
  const { result } = memory;
  const gib = ({ value }: Figure<number>): number => gibFromBytes(value);
  return {
    weightsGib: gib(result.weightsBytes),
    weightsTotalGib: gib(result.weightsTotalBytes),
    kvBytesPerToken: result.kvBytesPerToken.value,
    statePerSequenceBytes: result.statePerSequenceBytes.value,
    kvPoolGib: gib(result.kvPoolBytes),
    kvPoolTokens: result.kvPoolTokens.value,
    maxConcurrencyAtMaxModelLen: result.maxConcurrencyAtMaxModelLen.value,
    activationGib: gib(result.activationBytes),
    runtimeGib: gib(result.runtimeBytes),
    cudaGraphGib: gib(result.cudaGraphBytes),
    ...(loaded && { kvForLoadGib: gib(result.kvForLoadBytes), totalForLoadGib: gib(result.totalForLoadBytes) }),
    usableGib: gib(result.usableBytes),
    fits: doesFit(memory),
    components: values(result.components).map(({ id, label, bytes }) => ({ id, label, gib: gibFromBytes(bytes) })),
    model: { id: model.id, takenFor: model.takenFor, weights: weights.value, notes: [...model.notes] },
  };
}
