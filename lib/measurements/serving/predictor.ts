import type { ReferenceData } from "@/lib/contract/reference";
import { closedMoment, costsByCalibration, type ParameterValues, prepareLoad, usersOf } from "@/lib/engine/measuring";
import { requestOf } from "./request";
import type { ServingRow } from "./rows";

export type Predicted = { tpotSeconds: number; ttftSeconds: number };

/** A row's run as a function of what is calibrated: everything else is worked out once. */
export type Run = {
  row: ServingRow;
  family: string;
  kind: "dense" | "mixture of experts";
  accelerator: string;
  accelerators: number;
  weights: string;
  outputTokens: number;
  predict: (values: ParameterValues) => Predicted;
};

/** Errors: a row that the product could not answer for, which is a fault of how the row is read. */
export function runOf(row: ServingRow, reference: ReferenceData): Run {
  const prepared = prepareLoad(requestOf(row), reference);
  if (!prepared.ok) throw new Error(`${row.id}: ${prepared.message}`);
  const { deployment, memory, demand, mostSequences, gatherSteps, lanes } = prepared.value;
  const { model, accelerator, layout, weights } = deployment;
  const costsWith = costsByCalibration(deployment, memory);
  if (!costsWith) throw new Error(`${row.id}: the shape of ${model.name} is not known`);
  const users = Math.max(1, row.concurrency / lanes.all);
  return {
    row,
    family: model.name,
    kind: model.architecture?.experts ? "mixture of experts" : "dense",
    accelerator: accelerator.accelerator.name,
    accelerators: layout.count.value,
    weights: weights.value,
    outputTokens: demand.outputTokens,
    predict: (values) => {
      const system = { costs: costsWith(values), demand, mostSequences, gatherSteps };
      const { moment, queueSeconds, startSeconds } = closedMoment(system, users, usersOf({ values }));
      return { tpotSeconds: moment.tpot.mean, ttftSeconds: moment.ttft.mean + queueSeconds + startSeconds };
    },
  };
}
