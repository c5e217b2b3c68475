import type { z } from "zod";
import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";
import type { servingAnswerSchema, servingRequestSchema } from "@/lib/contract/request";
import { composeMemory, type Memory } from "../memory/compose";
import { sequenceBytes } from "../memory/kv-cache";
import type { Deployment } from "../resolve/deployment";
import { type Band, type Calibration, errorsOf } from "../serving/calibration/calibration";
import { limitOf } from "../serving/limits";
import type { Users } from "../serving/steady/closed";
import { mostSequences } from "../serving/steady/counts";
import { type Demand, meanContextTokens } from "../serving/steady/demand";
import { interTokenSeconds } from "../serving/steady/inter-token";
import { type Lanes, type Steady, steadyOf } from "../serving/steady/load";
import type { System } from "../serving/steady/moment";
import { normalQuantile, percentileSeconds, wholeAnswerSpread } from "../serving/steady/spread";
import { composeCosts, plainCosts } from "../serving/step/compose-costs";
import { hasRates } from "../serving/step/peaks";
import { gibFromBytes, msFromSeconds } from "../units";
import { deploymentOf, entered } from "./deployment";
import { memoryAnswer } from "./memory";

type Request = z.infer<typeof servingRequestSchema>;
type Answer = z.infer<typeof servingAnswerSchema>;
type Context = { reference: ReferenceData; calibration: Calibration };
type Spread = { mean: number; spread: number };

function demandOf(request: Request, deployment: Deployment): Demand {
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

/** Sequences one lane has room for. */
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

function unsupported(request: Request): Outcome<never> | null {
  if (request.disaggregated) {
    return fail("INFEASIBLE", "`disaggregated` is not estimated yet: leave it out", "disaggregated");
  }
  if (request.method === "simulate") {
    return fail("INFEASIBLE", '`method` is "simulate": only auto and analytic are answered yet', "method");
  }
  return null;
}

/** A load on a deployment: throughput and latencies. Errors: what does not fit, with numbers. */
export function servingKind(request: Request, { reference, calibration }: Context): Outcome<Answer> {
  const refused = unsupported(request);
  if (refused) return refused;
  const resolved = deploymentOf(request, reference);
  if (!resolved.ok) return resolved;
  const deployment = resolved.value;
  const demand = demandOf(request, deployment);
  const context = meanContextTokens(demand);
  const memory = composeMemory(deployment, {
    sequences: entered(1, "load", "Sequences", "sequence"),
    contextTokens: entered(context, "isl", "Context in flight", "token"),
  });
  const costs = composeCosts(deployment, memory, calibration);
  const name = deployment.accelerator.accelerator.name;
  if (!costs) {
    return fail("INFEASIBLE", `\`model\` is ${deployment.model.name}: its shape is not known, only its size`, "model");
  }
  if (!hasRates(deployment.accelerator.accelerator)) {
    return fail("INFEASIBLE", `\`accelerator\` is ${name}: its computing rate is not known`, "accelerator");
  }
  if (memory.result.kvPoolBytes.value <= 0 || !memoryAnswer(deployment, memory, true).fits)
    return tooLarge(deployment, memory);
  const system: System = { costs: plainCosts(costs), demand, mostSequences: placesOf(deployment, memory, context) };
  const { layout } = deployment;
  const lanes: Lanes = { each: layout.dp.value * layout.pp.value, all: 0 };
  lanes.all = lanes.each * layout.replicas.value;
  const steady = steadyOf(system, request.load, lanes, usersOf(calibration));
  return succeed(answerOf(request, { deployment, memory, system, steady, lanes, calibration }));
}

function tooLarge({ layout, accelerator }: Deployment, { result }: Memory): Outcome<never> {
  const needed = gibFromBytes(result.totalForLoadBytes.value).toFixed(1);
  const usable = gibFromBytes(result.usableBytes.value).toFixed(1);
  const count = layout.tp.value * layout.pp.value * layout.dp.value;
  const on = `${count} × ${accelerator.accelerator.name}`;
  return fail(
    "DOES_NOT_FIT",
    `the model does not fit on ${on}: one request needs ${needed} of ${usable} GiB on each, before the share kept free; raise \`tp\`, or choose smaller \`weights\``,
    "tp",
  );
}

type Solved = {
  deployment: Deployment;
  memory: Memory;
  system: System;
  steady: Steady;
  lanes: Lanes;
  calibration: Calibration;
};

const milliseconds = ({ mean, spread }: Spread): Answer["ttftMs"] => {
  const at = (name: keyof typeof normalQuantile) =>
    msFromSeconds(percentileSeconds({ mean, spread, quantile: normalQuantile[name] }));
  return { mean: msFromSeconds(mean), p50: at("p50"), p90: at("p90"), p95: at("p95"), p99: at("p99") };
};

const around = (value: number, { low, high }: Band) => ({ low: value * low, high: value * high });

const usersOf = ({ values }: Calibration): Users => ({
  startShare: values.startShare ?? 0,
  crowding: values.crowding ?? 1,
});

function answerOf(request: Request, { deployment, memory, system, steady, lanes, calibration }: Solved): Answer {
  const { moment, ttft } = steady;
  const { tpot } = moment;
  const requestsPerSecond = steady.requestsPerSecond * lanes.all;
  const outputTokensPerSecond = requestsPerSecond * request.osl;
  const whole: Spread = {
    mean: ttft.mean + Math.max(0, request.osl - 1) * tpot.mean,
    spread: wholeAnswerSpread({
      ttftSpread: ttft.spread,
      tpotSpread: tpot.spread,
      tpotSeconds: tpot.mean,
      outputTokens: request.osl,
      outputVariation: request.oslCv ?? 0,
    }),
  };
  const errors = errorsOf(calibration, deployment.accelerator.accelerator, deployment.engine);
  const held = moment.decoding + moment.requestsPerSecond * moment.chunks * moment.chunkStepSeconds;
  const relaxed = request.load.kind === "open" && moment.utilisation < arrivalsLimit;
  const itl = interTokenSeconds(moment, system.demand);
  return {
    outputTokensPerSecond,
    requestsPerSecond,
    ttftMs: milliseconds(ttft),
    tpotMs: milliseconds(tpot),
    itlMs: {
      mean: msFromSeconds(itl.mean),
      p50: msFromSeconds(itl.p50),
      p90: msFromSeconds(itl.p90),
      p95: msFromSeconds(itl.p95),
      p99: msFromSeconds(itl.p99),
    },
    e2eMs: milliseconds(whole),
    interval: {
      outputTokensPerSecond: around(outputTokensPerSecond, errors.throughput),
      ttftMs: around(msFromSeconds(ttft.mean), errors.ttft),
      tpotMs: around(msFromSeconds(tpot.mean), errors.tpot),
    },
    utilization: moment.utilisation,
    kvOccupancy: Math.min(1, held / system.mostSequences),
    limitedBy: relaxed ? "arrivals" : limitOf(system, moment.decoding),
    stable: steady.stable,
    method: "analytic",
    memory: memoryAnswer(deployment, memory, false),
  };
}

/** Below this share of capacity an open load gets what it asks for: arrivals decide the throughput. */
const arrivalsLimit = 0.95;
