import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import type { KvFormat, ServingEngine, WeightFormat } from "@/lib/contract/formats";
import { type Figure, given } from "../figure";
import type { ResolvedAccelerator } from "./accelerator";
import * as defaults from "./deployment-defaults";
import { type Degrees, resolveLayout } from "./deployment-layout";
import type { ResolvedModel } from "./model-config-facts";

/** A model on accelerators under an engine, everything settled, every number with where it came from. */
export type Deployment = {
  model: ResolvedModel;
  accelerator: ResolvedAccelerator;
  weights: Figure<WeightFormat>;
  /** True where the weights are in the format the vendor ships. */
  native: boolean;
  kv: Figure<Exclude<KvFormat, "auto">>;
  kvBytesPerElement: Figure<number>;
  engine: ServingEngine;
  /** Minor version of vLLM (0.19 is 19) or of Transformers (4.45 is 45); 0 for other engines. */
  engineRelease: Figure<number>;
  layout: Layout;
  gpuMemoryUtilization: Figure<number>;
  /** True where somebody chose the share; SGLang has a rule of its own where nobody did. */
  utilizationChosen: boolean;
  maxModelLen: Figure<number>;
  maxModelLenChosen: boolean;
  maxNumSeqs: Figure<number>;
  maxNumBatchedTokens: Figure<number>;
  batchedTokensChosen: boolean;
};

export type Layout = { [K in keyof Degrees]-?: Figure<number> };

/** What a request or a scenario says of a deployment; what is left out follows the engine. */
export type DeploymentWishes = {
  model: ResolvedModel;
  accelerator: ResolvedAccelerator;
  weights?: Figure<WeightFormat> | undefined;
  kv?: Figure<KvFormat> | undefined;
  engine?: ServingEngine | undefined;
  engineVersion?: string | undefined;
  degrees: { [K in keyof Degrees]?: Figure<number> | undefined };
  gpuMemoryUtilization?: Figure<number> | undefined;
  maxModelLen?: Figure<number> | undefined;
  maxNumSeqs?: Figure<number> | undefined;
  maxNumBatchedTokens?: Figure<number> | undefined;
};

/** A major version after the one whose minor versions are told apart. */
const later = 100;

/** vLLM's "0.19.0" as 19, Transformers' "4.45.2" as 45; undefined where it is no version of the engine's. */
function releaseOf(engine: ServingEngine, version: string | undefined): number | undefined {
  if (engine !== "vllm" && engine !== "transformers") return undefined;
  const [major, next] = engine === "vllm" ? [0, 1] : [4, 5];
  const [, first, minor] = /^v?(\d+)(?:\.(\d+))?/i.exec(version ?? "") ?? [];
  if (first === undefined) return undefined;
  if (Number(first) >= next) return later;
  return Number(first) === major && minor !== undefined ? Number(minor) : undefined;
}

function weightsOf({ weights, model }: DeploymentWishes): Figure<WeightFormat> {
  if (weights) return weights;
  if (model.impliedWeights) {
    return model.fact(model.impliedWeights, "name", "Weight format that the name states", "text");
  }
  return model.fact(model.nativeFormat, "nativeFormat", "Weight format the vendor ships", "text");
}

function kvOf(wishes: DeploymentWishes, engine: ServingEngine, weights: WeightFormat): Deployment["kv"] {
  const chosen = wishes.kv;
  if (chosen && chosen.value !== "auto") return chosen as Deployment["kv"];
  return given(defaults.autoKv(engine, weights), {
    kind: "default",
    label: "KV cache format",
    unit: "text",
    path: `engines.${engine}.kv`,
    note: "As the engine would choose for these weights.",
  });
}

/** Errors: degrees that contradict each other or the model, an accelerator this memory model does not describe. */
export function resolveDeployment(wishes: DeploymentWishes): Outcome<Deployment> {
  const { model, accelerator } = wishes;
  const engine = wishes.engine ?? "vllm";
  if (!accelerator.accelerator.usableForSizing) {
    const { name } = accelerator.accelerator;
    return fail("INVALID_INPUT", `\`accelerator\` is ${name}: its on-chip memory is not described here`, "accelerator");
  }
  const layout = resolveLayout(wishes.degrees, model, engine);
  if (!layout.ok) return layout;
  const weights = weightsOf(wishes);
  const kv = kvOf(wishes, engine, weights.value);
  const release = releaseOf(engine, wishes.engineVersion);
  return succeed({
    model,
    accelerator,
    weights,
    native: weights.value === model.nativeFormat,
    kv,
    kvBytesPerElement: given(defaults.kvBytesPerElement[kv.value], {
      kind: "default",
      label: "Bytes per element of the KV cache",
      unit: "B",
      path: `formats.kv.${kv.value}`,
    }),
    engine,
    engineRelease:
      release !== undefined
        ? given(release, { kind: "entered", label: "Engine release", unit: "1", path: "engineVersion" })
        : defaults.defaultRelease(engine),
    layout: layout.value,
    gpuMemoryUtilization: wishes.gpuMemoryUtilization ?? defaults.defaultUtilization(engine),
    utilizationChosen: wishes.gpuMemoryUtilization !== undefined,
    maxModelLen: wishes.maxModelLen ?? defaults.defaultMaxModelLen(model),
    maxModelLenChosen: wishes.maxModelLen !== undefined,
    maxNumSeqs: wishes.maxNumSeqs ?? defaults.defaultMaxNumSeqs(engine, accelerator),
    maxNumBatchedTokens: wishes.maxNumBatchedTokens ?? defaults.defaultBatchedTokens(engine, accelerator),
    batchedTokensChosen: wishes.maxNumBatchedTokens !== undefined,
  });
}
