import { errorsOf } from "../serving/calibration/calibration";
import { limitOf } from "../serving/limits";
import { interTokenSeconds } from "../serving/steady/inter-token";
import { steadyOf } from "../serving/steady/load";
import { normalQuantile, percentileSeconds, wholeAnswerSpread } from "../serving/steady/spread";
import { msFromSeconds } from "../units";
import { memoryAnswer } from "./memory";
import { around, arrivalsLimit, type Served, type ServingAnswer, usersOf } from "./serving-answer";
import type { ServingRequest } from "./serving-load";

type Spread = { mean: number; spread: number };

const milliseconds = ({ mean, spread }: Spread): ServingAnswer["ttftMs"] => {
  const at = (name: keyof typeof normalQuantile) =>
    msFromSeconds(percentileSeconds({ mean, spread, quantile: normalQuantile[name] }));
  return { mean: msFromSeconds(mean), p50: at("p50"), p90: at("p90"), p95: at("p95"), p99: at("p99") };
};

/** The steady state, in microseconds of work. */
export function analyticAnswer(request: ServingRequest, served: Served): ServingAnswer {
  const { deployment, memory, system, lanes, calibration } = served;
  const steady = steadyOf(system, request.load, lanes, usersOf(calibration));
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
