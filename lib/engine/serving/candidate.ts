import { type Outcome, succeed } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";
import { derive, type Figure, given } from "../figure";
import { composeMemory, doesFit, type Memory } from "../memory/compose";
import { sequenceBytes } from "../memory/kv-cache";
import type { ResolvedAccelerator } from "../resolve/accelerator";
import { type Deployment, resolveDeployment } from "../resolve/deployment";
import type { ScenarioFigures } from "../resolve/document";
import type { ResolvedModel } from "../resolve/model-config-facts";
import type { Calibration } from "./calibration/calibration";
import { demandOf } from "./demand";
import type { Lack } from "./findings";
import { protectedCosts } from "./protected";
import type { DemandFigures, SystemFigures } from "./steady/compose-point";
import { mostSequences } from "./steady/counts";
import type { System } from "./steady/moment";
import { goodputOf, type Targets } from "./steady/solve";
import { contextInFlight } from "./steady/solved";
import { composeCosts, plainCosts } from "./step/compose-costs";
import { hasRates } from "./step/peaks";

export type Subject = {
  scenario: ScenarioFigures;
  model: ResolvedModel;
  accelerator: ResolvedAccelerator;
  reference: ReferenceData;
  calibration: Calibration;
};

/** One way of splitting the model over accelerators. */
export type Candidate = {
  deployment: Deployment;
  memory: Memory;
  demand: DemandFigures;
  contextTokens: Figure<number>;
} & ({ lack: Lack; system: null } | { lack: null; system: SystemFigures });

const chosen = <T>(figure: Figure<T | "auto">): Figure<T> | undefined =>
  figure.value === "auto" ? undefined : (figure as Figure<T>);

const oneRequest = given(1, {
  kind: "default",
  label: "Sequences",
  unit: "sequence",
  path: "assumptions.oneRequest",
  note: "A single request, to see whether the model fits at all.",
});

function sequence(memory: Memory, contextTokens: Figure<number>): Figure<number> {
  const { cache } = memory;
  return derive(sequenceBytes, {
    fullBytesPerToken: cache.fullBytesPerToken,
    windowBytesPerToken: cache.windowBytesPerToken,
    windowLimitTokens: cache.windowLimitTokens,
    stateBytes: cache.paddedStateBytes,
    block: cache.block,
    contextTokens,
  });
}

/** Memory and costs of a split. Errors: a split that contradicts the model. */
export function candidateFor(subject: Subject, tp: Figure<number>): Outcome<Candidate> {
  const { scenario, model, accelerator, calibration } = subject;
  const { selfHosted } = scenario.paths;
  const resolved = resolveDeployment({
    model,
    accelerator,
    weights: chosen(selfHosted.weights),
    kv: selfHosted.kv,
    engine: selfHosted.engine.value,
    degrees: { tp },
    gpuMemoryUtilization: selfHosted.gpuMemoryUtilization,
  });
  if (!resolved.ok) return resolved;
  const deployment = resolved.value;
  const demand = demandOf(scenario, deployment);
  const { promptTokens, cachedTokens, outputTokens, outputVariation } = demand;
  const contextTokens = derive(contextInFlight, { promptTokens, cachedTokens, outputTokens, outputVariation });
  const memory = composeMemory(deployment, { sequences: oneRequest, contextTokens });
  const common = { deployment, memory, demand, contextTokens };
  const refused = (lack: Lack) => succeed<Candidate>({ ...common, lack, system: null });
  if (!hasRates(accelerator.accelerator)) return refused("rates");
  const costs = composeCosts(deployment, memory, calibration);
  if (!costs) return refused("architecture");
  const { kvPoolBytes } = memory.result;
  if (kvPoolBytes.value <= 0) return refused("memory");
  if (!doesFit(memory)) return refused("cache");
  const places = derive(mostSequences, {
    kvPoolBytes,
    sequenceBytes: sequence(memory, contextTokens),
    maxNumSeqs: deployment.maxNumSeqs,
    stages: deployment.layout.pp,
  });
  return succeed<Candidate>({
    ...common,
    lack: null,
    system: { costs: protectedCosts(costs, scenario), demand, mostSequences: places },
  });
}

/** A system's plain numbers. */
export function plainSystem({ costs, demand, mostSequences: places }: SystemFigures): System {
  const plain = Object.fromEntries(Object.entries(demand).map(([name, figure]) => [name, figure.value]));
  return { costs: plainCosts(costs), demand: plain as System["demand"], mostSequences: places.value };
}

export const plainGoodput = (system: SystemFigures, targets: Targets): number =>
  goodputOf(plainSystem(system), targets);
