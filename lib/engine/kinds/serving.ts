import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";
import { doesFit, type Memory } from "../memory/compose";
import type { Deployment } from "../resolve/deployment";
import type { Calibration } from "../serving/calibration/calibration";
import { costsByCalibration } from "../serving/step/compose-costs";
import type { StepCosts } from "../serving/step/costs";
import { hasRates } from "../serving/step/peaks";
import { gibFromBytes } from "../units";
import { analyticAnswer } from "./serving-analytic";
import type { Served, ServingAnswer } from "./serving-answer";
import { prepareLoad, type ServingRequest } from "./serving-load";
import { simulatedAnswer } from "./serving-simulated";

type Context = { reference: ReferenceData; calibration: Calibration };

type Costs = ReturnType<typeof costsByCalibration>;
const costsOfDeployment = new WeakMap<Deployment, Costs>();

/** A step costs the same whatever the load, so that a search over loads works it out once. */
function costsOf(deployment: Deployment, memory: Memory, { values }: Calibration): StepCosts | undefined {
  const known = costsOfDeployment.get(deployment);
  const costs = known === undefined ? costsByCalibration(deployment, memory) : known;
  costsOfDeployment.set(deployment, costs);
  return costs?.(values);
}

/** Errors: what is not known, or does not fit, with numbers. */
function serve(request: ServingRequest, { reference, calibration }: Context): Outcome<Served> {
  const prepared = prepareLoad(request, reference);
  if (!prepared.ok) return prepared;
  const { deployment, memory, demand, mostSequences, gatherSteps, lanes } = prepared.value;
  const costs = costsOf(deployment, memory, calibration);
  const name = deployment.accelerator.accelerator.name;
  if (!costs) {
    return fail("INFEASIBLE", `\`model\` is ${deployment.model.name}: its shape is not known, only its size`, "model");
  }
  if (!hasRates(deployment.accelerator.accelerator)) {
    return fail("INFEASIBLE", `\`accelerator\` is ${name}: its computing rate is not known`, "accelerator");
  }
  if (memory.result.kvPoolBytes.value <= 0 || !doesFit(memory)) return tooLarge(deployment, memory);
  const system = { costs, demand, mostSequences, gatherSteps };
  return succeed({ deployment, memory, lanes, calibration, system });
}

/** One of two pools of a disaggregated deployment: its own split, everything else as the request says. */
function servePool(request: ServingRequest, pool: "prefill" | "decode", context: Context): Outcome<Served> {
  const none = { count: undefined, tp: undefined, pp: undefined, dp: undefined, replicas: undefined };
  const split = { ...none, expertTp: undefined, expertEp: undefined, ...request.disaggregated?.[pool] };
  const served = serve({ ...request, ...split }, context);
  return served.ok ? served : { ...served, path: served.path === "tp" ? `disaggregated.${pool}.tp` : served.path };
}

/** A load on a deployment: throughput and latencies. Prefill and decode apart are always simulated. */
export function servingKind(request: ServingRequest, context: Context): Outcome<ServingAnswer> {
  if (request.disaggregated) {
    if (request.method === "analytic") {
      const message = '`method` is "analytic": prefill and decode apart are only simulated; leave it out';
      return fail("INFEASIBLE", message, "method");
    }
    const prefill = servePool(request, "prefill", context);
    if (!prefill.ok) return prefill;
    const decode = servePool(request, "decode", context);
    return decode.ok ? succeed(simulatedAnswer(request, decode.value, prefill.value)) : decode;
  }
  const served = serve(request, context);
  if (!served.ok) return served;
  const answer = request.method === "simulate" ? simulatedAnswer : analyticAnswer;
  return succeed(answer(request, served.value));
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
