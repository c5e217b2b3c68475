import type { z } from "zod";
import type { Outcome } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";
import type { memoryRequestSchema } from "@/lib/contract/request";
import type { Unit } from "@/lib/contract/unit";
import { type Figure, given } from "../figure";
import { resolveAccelerator } from "../resolve/accelerator";
import { type Deployment, resolveDeployment } from "../resolve/deployment";
import type { Degrees } from "../resolve/deployment-layout";
import { resolveModel } from "../resolve/model-config";

/** The fields that memory and serving requests share. */
export type DeploymentRequest = Omit<
  z.infer<typeof memoryRequestSchema>,
  "id" | "kind" | "sequences" | "contextTokens"
>;

export const entered = <T>(value: T, path: string, label: string, unit: Unit): Figure<T> =>
  given(value, { kind: "entered", label, unit, path });

function wished<T>(value: T | undefined, path: string, label: string, unit: Unit): Figure<T> | undefined {
  return value === undefined ? undefined : entered(value, path, label, unit);
}

const degreeNames = ["count", "tp", "pp", "dp", "replicas", "expertTp", "expertEp"] as const;

/** The deployment of a request. Errors: unknown model or accelerator, degrees that contradict each other. */
export function deploymentOf(
  request: DeploymentRequest,
  reference: ReferenceData,
  degrees: Degrees = request as Degrees,
): Outcome<Deployment> {
  const model = resolveModel(request.model, reference);
  if (!model.ok) return { ...model, path: model.path ?? "model" };
  const accelerator = resolveAccelerator(request.accelerator, reference);
  if (!accelerator.ok) return { ...accelerator, path: accelerator.path ?? "accelerator" };
  return resolveDeployment({
    model: model.value,
    accelerator: accelerator.value,
    weights: wished(request.weights, "weights", "Weight format", "text"),
    kv: wished(request.kv, "kv", "KV cache format", "text"),
    engine: request.engine,
    engineVersion: request.engineVersion,
    degrees: Object.fromEntries(degreeNames.map((name) => [name, wished(degrees[name], name, name, "1")])),
    gpuMemoryUtilization: wished(request.gpuMemoryUtilization, "gpuMemoryUtilization", "Share of memory", "share"),
    maxModelLen: wished(request.maxModelLen, "maxModelLen", "Longest context", "token"),
    maxNumSeqs: wished(request.maxNumSeqs, "maxNumSeqs", "Sequences at once", "sequence"),
    maxNumBatchedTokens: wished(request.maxNumBatchedTokens, "maxNumBatchedTokens", "Batched tokens", "token"),
  });
}
