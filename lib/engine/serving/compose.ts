import type { z } from "zod";
import type { Accelerator } from "@/lib/contract/catalogue";
import { type Failure, type Outcome, succeed } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";
import type { Finding, LoadPoint, MemoryResult, rangeSchema, servingResultSchema } from "@/lib/contract/result";
import { derive, type Figure, type Figured, given } from "../figure";
import { composeMemory } from "../memory/compose";
import { type ResolvedAccelerator, resolveAccelerator } from "../resolve/accelerator";
import { resolveAcquisition } from "../resolve/acquisition";
import type { ScenarioFigures } from "../resolve/document";
import { resolveModel } from "../resolve/model-config";
import { type Band, basisOf, type Calibration, errorsOf } from "./calibration/calibration";
import { type Candidate, plainGoodput, plainSystem, type Subject } from "./candidate";
import { chooseCandidate } from "./choose";
import { composeCurve } from "./curve";
import { basisFindings, refusalFindings } from "./findings";
import { limitOf } from "./limits";
import { withError } from "./protected";
import { refusalOf } from "./refusal";
import { composePoint, loadFigures, quantileOf, type SystemFigures, type TargetFigures } from "./steady/compose-point";
import { widened } from "./steady/counts";
import { decodingAt, type Targets } from "./steady/solve";
import { capacityRequestsPerSecond, decodingSequences, goodputRequestsPerSecond } from "./steady/solved";

type Range = Figured<z.infer<typeof rangeSchema>>;

export type Replica = {
  modelInfo: { id: string; name: string; takenFor: string | null; weights: string; notes: readonly string[] };
  acceleratorInfo: Accelerator;
  /** Accelerators one copy of the model is split over. */
  tp: Figure<number>;
  /** Parameters that one token passes through. */
  activeParameters: Figure<number>;
  memory: Figured<MemoryResult>;
  serving: Figured<z.infer<typeof servingResultSchema>> | null;
  findings: Finding[];
  /** What users feel at a load on one replica. Where there is no serving result, nothing is asked. */
  loadPoint: (requestsPerSecond: Figure<number>) => Figured<LoadPoint>;
  /** Ranges of both latencies at the percentile required, at the load of a point. */
  latencyRanges: (point: Figured<LoadPoint>) => { ttftSeconds: Range; tpotSeconds: Range };
};

type Given = { scenario: ScenarioFigures; reference: ReferenceData; calibration: Calibration };

const under = (path: string, failure: { ok: false } & Failure): { ok: false } & Failure => ({ ...failure, path });

function targetsOf({ requirements }: ScenarioFigures): TargetFigures {
  const percentile = requirements.percentile.value;
  const { ttftSeconds: ttftTargetSeconds, tpotSeconds: tpotTargetSeconds } = requirements;
  return { percentile, quantile: quantileOf(percentile), ttftTargetSeconds, tpotTargetSeconds };
}

const plainTargets = (targets: TargetFigures): Targets => ({
  ttftTargetSeconds: targets.ttftTargetSeconds.value,
  tpotTargetSeconds: targets.tpotTargetSeconds.value,
  quantile: targets.quantile.value,
});

type Prepared = { subject: Subject; candidate: Candidate; targets: TargetFigures; perMachine: number };

/** Errors: an unknown model, a split that cannot be. */
function prepared({ scenario, reference, calibration }: Given): Outcome<Prepared> {
  const { selfHosted } = scenario.paths;
  const acquisition = resolveAcquisition(scenario, reference);
  if (!acquisition.ok) return acquisition;
  const model = resolveModel(selfHosted.model.value, reference);
  if (!model.ok) return under("paths.selfHosted.model", model);
  const accelerator = resolveAccelerator(acquisition.value.acceleratorId, reference);
  if (!accelerator.ok) return under("paths.selfHosted.acquisition.acceleratorId", accelerator);
  const perMachine = acquisition.value.acceleratorsPerMachine.value;
  const subject: Subject = { scenario, model: model.value, accelerator: accelerator.value, reference, calibration };
  const targets = targetsOf(scenario);
  const candidate = chooseCandidate(subject, perMachine, plainTargets(targets));
  if (!candidate.ok) {
    return under(candidate.path === "tp" ? "paths.selfHosted.tp" : "paths.selfHosted.acquisition", candidate);
  }
  return succeed({ subject, candidate: candidate.value, targets, perMachine });
}

/** One copy of the scenario's model on its accelerators. Errors: an unknown model, a split that cannot be. */
export function composeReplica(given: Given): Outcome<Replica> {
  const found = prepared(given);
  if (!found.ok) return found;
  const { subject, candidate, targets, perMachine } = found.value;
  return succeed(replicaOf(subject, candidate, targets, perMachine));
}

/** What a copy serves within its targets for each of its accelerators, as a plain number; 0 where it serves nothing. */
export function goodputPerAccelerator(given: Given): number {
  const found = prepared(given);
  if (!found.ok || found.value.candidate.lack !== null) return 0;
  const { candidate, targets } = found.value;
  return plainGoodput(candidate.system, plainTargets(targets)) / candidate.deployment.layout.count.value;
}

function replicaOf(subject: Subject, candidate: Candidate, targets: TargetFigures, perMachine: number): Replica {
  const { model, accelerator, scenario } = subject;
  const { deployment, memory } = candidate;
  const info = {
    modelInfo: {
      id: model.id,
      name: model.name,
      takenFor: model.takenFor,
      weights: deployment.weights.value,
      notes: model.notes,
    },
    acceleratorInfo: accelerator.accelerator,
    tp: deployment.layout.tp,
    activeParameters: model.activeParameters,
  };
  if (candidate.lack !== null) {
    const asked = () => {
      throw new Error("a replica that does not fit carries no load");
    };
    const findings = refusalFindings(scenario, refusalOf(subject, candidate, perMachine));
    return { ...info, memory: memory.result, serving: null, findings, loadPoint: asked, latencyRanges: asked };
  }
  return { ...info, ...serve(subject, candidate, candidate.system, targets) };
}

type Bounds = { slow: Figure<number>; fast: Figure<number> };

/** Factors of the calibration's error intervals on the time of a step or on a latency, as figures. */
function boundsOf({ calibration, accelerator: { accelerator } }: Subject, engine: Candidate["deployment"]["engine"]) {
  const errors = errorsOf(calibration, accelerator, engine);
  const factor = (value: number, field: string): Figure<number> =>
    given(value, {
      kind: "calibrated",
      label: "Error factor of the 10–90 % range",
      unit: "1",
      path: `calibration/errors.${field}`,
      source: calibration.source,
    });
  const times = (field: string, { low, high }: Band): Bounds => ({
    slow: factor(high, `${field}.high`),
    fast: factor(low, `${field}.low`),
  });
  const { low, high } = errors.throughput;
  return {
    throughput: times("throughput", { low: 1 / high, high: 1 / low }),
    ttft: times("ttft", errors.ttft),
    tpot: times("tpot", errors.tpot),
  };
}

function notMeasured(
  { calibration, accelerator: { accelerator } }: Subject,
  engine: Candidate["deployment"]["engine"],
) {
  return basisFindings(basisOf(calibration, accelerator, engine), accelerator.name, engine);
}

const slowed = (system: SystemFigures, slowdown: Figure<number>): SystemFigures => ({
  ...system,
  costs: { ...system.costs, slowdown: withError(system.costs.slowdown, slowdown) },
});

function serve(subject: Subject, candidate: Candidate, system: SystemFigures, targets: TargetFigures) {
  const { deployment, contextTokens } = candidate;
  const bounds = boundsOf(subject, deployment.engine);
  const { percentile: _, ...limits } = targets;
  const goodput = (at: SystemFigures) => derive(goodputRequestsPerSecond, { ...loadFigures(at), ...limits });
  const goodputs = {
    low: goodput(slowed(system, bounds.throughput.slow)),
    mid: goodput(system),
    high: goodput(slowed(system, bounds.throughput.fast)),
  };
  const capacity = derive(capacityRequestsPerSecond, loadFigures(system));
  const point = (rate: Figure<number>, at = system, most = capacity) => composePoint(at, most, rate, targets);
  const { percentile } = targets;
  const bound = (metric: "ttft" | "tpot", side: keyof Bounds, rate: Figure<number>): Figure<number> => {
    const at = slowed(system, bounds.throughput[side]);
    const other = point(rate, at, derive(capacityRequestsPerSecond, loadFigures(at)));
    return derive(widened, {
      seconds: other[`${metric}Seconds`][percentile],
      factor: bounds[metric][side],
      counted: bounds.throughput[side],
    });
  };
  const range = (metric: "ttft" | "tpot", middle: Figured<LoadPoint>): Range => ({
    low: bound(metric, "fast", middle.requestsPerSecond),
    mid: middle[`${metric}Seconds`][percentile],
    high: bound(metric, "slow", middle.requestsPerSecond),
  });
  const plain = plainSystem(system);
  const sequences = derive(decodingSequences, { ...loadFigures(system), requestsPerSecond: goodputs.mid });
  return {
    memory: composeMemory(deployment, { sequences, contextTokens }).result,
    serving: {
      acceleratorsPerReplica: deployment.layout.count,
      goodputRequestsPerSecond: goodputs,
      limitedBy: limitOf(plain, decodingAt(plain, goodputs.mid.value)),
      curve: composeCurve(goodputs.mid, capacity, point),
    },
    findings: notMeasured(subject, deployment.engine),
    loadPoint: (rate: Figure<number>) => point(rate),
    latencyRanges: (middle: Figured<LoadPoint>) => ({
      ttftSeconds: range("ttft", middle),
      tpotSeconds: range("tpot", middle),
    }),
  };
}

export type { ResolvedAccelerator };
