import { derive, type Figure, given } from "../figure";
import type { Deployment } from "../resolve/deployment";
import type { MemoryLoad } from "./load";
import * as formulas from "./working-memory";

/** A width that tensor parallelism divides; 0 where the model has no such layers. */
function perRank(deployment: Deployment, width: number, degree: number, field: string, label: string): Figure<number> {
  return deployment.model.fact(width / degree, `architecture.${field}`, `${label}, on one accelerator`, "1");
}

function widths(deployment: Deployment) {
  const { model, layout } = deployment;
  const { architecture } = model;
  const experts = architecture?.experts ?? null;
  const expertInput = experts?.expertHiddenSize ?? architecture?.hiddenSize ?? 0;
  const { fact } = model;
  return {
    vocabularySize: fact(architecture?.vocabularySize ?? 0, "architecture.vocabularySize", "Vocabulary", "token"),
    hiddenSize: fact(architecture?.hiddenSize ?? 0, "architecture.hiddenSize", "Hidden size", "1"),
    feedForwardWidth: perRank(
      deployment,
      architecture?.intermediateSize ?? 0,
      layout.tp.value,
      "intermediateSize",
      "Feed-forward width",
    ),
    expertsPerToken: fact(
      experts?.expertsPerToken ?? 0,
      "architecture.experts.expertsPerToken",
      "Experts per token",
      "1",
    ),
    expertWidth: perRank(
      deployment,
      experts?.expertIntermediateSize ?? 0,
      layout.expertTp.value,
      "experts.expertIntermediateSize",
      "Expert width",
    ),
    expertHiddenSize: fact(experts ? expertInput : 0, "architecture.experts", "Input width of an expert", "1"),
  };
}

/** Transformers works on whole prompts at once, of all sequences. */
function wholePrompts(deployment: Deployment, load: MemoryLoad): Figure<number> {
  const { engineRelease, maxNumBatchedTokens, batchedTokensChosen } = deployment;
  const { vocabularySize, hiddenSize, feedForwardWidth } = widths(deployment);
  const { sequences, contextTokens } = load;
  return derive(formulas.transformersActivationBytes, {
    engineRelease,
    promptTokens: batchedTokensChosen
      ? maxNumBatchedTokens
      : derive(formulas.tokensOfAll, { sequences, contextTokens }),
    sequences,
    vocabularySize,
    hiddenSize,
    feedForwardWidth,
  });
}

/** The other engines set the most aside for a step at their start. */
export const activationFollowsLoad = ({ engine }: Pick<Deployment, "engine">): boolean => engine === "transformers";

export function composeActivation(deployment: Deployment, load: MemoryLoad): Figure<number> {
  const { engine, engineRelease, maxNumSeqs, maxNumBatchedTokens } = deployment;
  const shape = widths(deployment);
  if (engine === "vllm") {
    return derive(formulas.vllmActivationBytes, {
      engineRelease,
      maxNumSeqs,
      batchedTokens: maxNumBatchedTokens,
      ...shape,
    });
  }
  if (activationFollowsLoad(deployment)) return wholePrompts(deployment, load);
  return derive(formulas.stepActivationBytes, {
    batchedTokens: maxNumBatchedTokens,
    vocabularySize: shape.vocabularySize,
    logitTokens: engine === "llamacpp" ? maxNumBatchedTokens : maxNumSeqs,
    hiddenSize: shape.hiddenSize,
    feedForwardWidth: shape.feedForwardWidth,
    bytesPerElement: given(2, {
      kind: "default",
      label: "Bytes per activation",
      unit: "B",
      path: "formats.activation",
    }),
  });
}

export function composeRuntime({ engine, engineRelease, layout }: Deployment): Figure<number> {
  if (engine === "transformers") {
    const note = "Taken off the usable memory instead, as totals that PyTorch reports do not count it.";
    const label = "Driver, libraries and communication buffers";
    return given(0, { kind: "default", label, unit: "B", path: "engines.transformers.runtime", note });
  }
  return engine === "vllm"
    ? derive(formulas.vllmRuntimeBytes, { engineRelease, tp: layout.tp })
    : derive(formulas.otherRuntimeBytes, { tp: layout.tp });
}

const capturing = new Set<Deployment["engine"]>(["vllm", "sglang", "trtllm", "tgi"]);

export function composeGraphs({ engine, model }: Deployment): Figure<number> {
  if (!capturing.has(engine)) {
    const note = "This engine captures no graphs.";
    return given(0, { kind: "default", label: "Captured graphs", unit: "B", path: `engines.${engine}.graphs`, note });
  }
  const experts = model.architecture?.experts?.experts ?? 0;
  return derive(formulas.cudaGraphBytes, {
    experts: model.fact(experts, "architecture.experts.experts", "Experts", "1"),
  });
}
