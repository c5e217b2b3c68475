import type { z } from "zod";
import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";
import type { servingAnswerSchema } from "@/lib/contract/request";
import type { Memory } from "../memory/compose";
import type { Deployment } from "../resolve/deployment";
import { type Band, type Calibration, errorsOf } from "../serving/calibration/calibration";
import { limitOf } from "../serving/limits";
import type { Users } from "../serving/steady/closed";
import { interTokenSeconds } from "../serving/steady/inter-token";
import { type Steady, steadyOf } from "../serving/steady/load";
import type { System } from "../serving/steady/moment";
import { normalQuantile, percentileSeconds, wholeAnswerSpread } from "../serving/steady/spread";
import { composeCosts, plainCosts } from "../serving/step/compose-costs";
import { hasRates } from "../serving/step/peaks";
import { gibFromBytes, msFromSeconds } from "../units";
import { memoryAnswer } from "./memory";
import { type PreparedLoad, prepareLoad, type ServingRequest } from "./serving-load";

type Answer = z.infer<typeof servingAnswerSchema>;
type Context = { reference: ReferenceData; calibration: Calibration };
type Spread = { mean: number; spread: number };

function unsupported(request: ServingRequest): Outcome<never> | null {
  if (request.disaggregated) {
    return fail("INFEASIBLE", "`disaggregated` is not estimated yet: leave it out", "disaggregated");
  }
  if (request.method === "simulate") {
    return fail("INFEASIBLE", '`method` is "simulate": only auto and analytic are answered yet', "method");
  }
  return null;
}

/** A load on a deployment: throughput and latencies. Errors: what does not fit, with numbers. */
export function servingKind(request: ServingRequest, { reference, calibration }: Context): Outcome<Answer> {
  const refused = unsupported(request);
  if (refused) return refused;
  const prepared = prepareLoad(request, reference);
  if (!prepared.ok) return prepared;
  const { deployment, memory, demand, mostSequences, lanes } = prepared.value;
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
  const system: System = { costs: plainCosts(costs), demand, mostSequences };
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

type Solved = Pick<PreparedLoad, "deployment" | "memory" | "lanes"> & {
  system: System;
  steady: Steady;
  calibration: Calibration;
};

const milliseconds = ({ mean, spread }: Spread): Answer["ttftMs"] => {
  const at = (name: keyof typeof normalQuantile) =>
    msFromSeconds(percentileSeconds({ mean, spread, quantile: normalQuantile[name] }));
  return { mean: msFromSeconds(mean), p50: at("p50"), p90: at("p90"), p95: at("p95"), p99: at("p99") };
};

const around = (value: number, { low, high }: Band) => ({ low: value * low, high: value * high });

export const usersOf = ({ values }: Pick<Calibration, "values">): Users => ({
  startShare: values.startShare ?? 0,
  crowding: values.crowding ?? 1,
});

function answerOf(request: ServingRequest, { deployment, memory, system, steady, lanes, calibration }: Solved): Answer {
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
