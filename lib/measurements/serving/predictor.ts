import type { ReferenceData } from "@/lib/contract/reference";
import { closedMoment, costsByCalibration, type ParameterValues, prepareLoad, usersOf } from "@/lib/engine/measuring";
import { requestOf } from "./request";
import type { ServingRow } from "./rows";

export type Predicted = { tpotSeconds: number; ttftSeconds: number };

/** A row's run as a function of what is calibrated: everything else is worked out once. */
export type Run = { row: ServingRow; family: string; predict: (values: ParameterValues) => Predicted };

export function runOf(row: ServingRow, reference: ReferenceData): Run {
  const prepared = prepareLoad(requestOf(row), reference);
  if (!prepared.ok) throw new Error(`${row.id}: ${prepared.message}`);
  const { deployment, memory, demand, mostSequences, lanes } = prepared.value;
  const costsWith = costsByCalibration(deployment, memory);
  if (!costsWith) throw new Error(`${row.id}: the shape of ${deployment.model.name} is not known`);
  const users = Math.max(1, row.concurrency / lanes.all);
  return {
    row,
    family: deployment.model.name,
    predict: (values) => {
      const system = { costs: costsWith(values), demand, mostSequences };
      const { moment, queueSeconds, startSeconds } = closedMoment(system, users, usersOf({ values }));
      return { tpotSeconds: moment.tpot.mean, ttftSeconds: moment.ttft.mean + queueSeconds + startSeconds };
    },
  };
}
