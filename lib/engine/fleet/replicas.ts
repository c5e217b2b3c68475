import { formula } from "../figure";
import { wholeUp } from "./whole";

export const sizingRequestsPerSecond = formula(
  {
    id: "fleet.sizingRequestsPerSecond",
    title: "Rate the fleet is sized for",
    unit: "request/s",
    reads:
      "the larger of: peak × (1 − share that can wait), as that share moves to quiet hours; the average of all requests",
    source: "definition",
    example: {
      of: "a peak of 9 requests/s, an average of 3, a fifth of which can wait",
      given: { peakRequestsPerSecond: 9, meanRequestsPerSecond: 3, batchableShare: 0.2 },
      gives: 7.2,
    },
  },
  (given: { peakRequestsPerSecond: number; meanRequestsPerSecond: number; batchableShare: number }) =>
    Math.max(given.peakRequestsPerSecond * (1 - given.batchableShare), given.meanRequestsPerSecond),
);

type Sizing = { requestsPerSecond: number; goodputRequestsPerSecond: number; targetUtilisation: number };

/** Range: goodput > 0; a model that meets its targets at no load has no fleet. At least one replica. */
export const replicasFor = formula(
  {
    id: "fleet.replicasFor",
    title: "Replicas that serve the peak",
    unit: "replica",
    reads: "requests a second ÷ (goodput of one replica × target utilisation), rounded up, at least 1",
    source: "definition",
    example: {
      of: "10 requests/s on replicas of 4 requests/s used to 70 %: 10 ÷ 2.8 = 3.6",
      given: { requestsPerSecond: 10, goodputRequestsPerSecond: 4, targetUtilisation: 0.7 },
      gives: 4,
    },
  },
  ({ requestsPerSecond, goodputRequestsPerSecond, targetUtilisation }: Sizing) =>
    Math.max(1, wholeUp(requestsPerSecond / (goodputRequestsPerSecond * targetUtilisation))),
);

export const fleetCapacity = formula(
  {
    id: "fleet.fleetCapacity",
    title: "Rate the fleet may carry",
    unit: "request/s",
    reads: "replicas without spares × goodput of one × target utilisation",
    source: "definition",
    example: {
      of: "4 replicas of 4 requests/s used to 70 %",
      given: { replicas: 4, goodputRequestsPerSecond: 4, targetUtilisation: 0.7 },
      gives: 11.2,
      within: 1e-12,
    },
  },
  (given: { replicas: number; goodputRequestsPerSecond: number; targetUtilisation: number }) =>
    given.replicas * given.goodputRequestsPerSecond * given.targetUtilisation,
);

export const peakOverMean = formula(
  {
    id: "fleet.peakOverMean",
    title: "Peak to average",
    unit: "1",
    reads: "peak rate ÷ mean rate, at least 1",
    source: "definition",
    example: { of: "6 and 2 requests/s", given: { peakRequestsPerSecond: 6, meanRequestsPerSecond: 2 }, gives: 3 },
  },
  (given: { peakRequestsPerSecond: number; meanRequestsPerSecond: number }) =>
    given.meanRequestsPerSecond > 0 ? Math.max(1, given.peakRequestsPerSecond / given.meanRequestsPerSecond) : 1,
);

export const nonProductionReplicas = formula(
  {
    id: "fleet.nonProductionReplicas",
    title: "Replicas for test and staging",
    unit: "replica",
    reads: "replicas × share for test and staging, rounded up",
    source: "definition",
    example: { of: "a quarter of 6 replicas", given: { replicas: 6, nonProductionShare: 0.25 }, gives: 2 },
  },
  ({ replicas, nonProductionShare }: { replicas: number; nonProductionShare: number }) =>
    wholeUp(replicas * nonProductionShare),
);

export const loadPerReplica = formula(
  {
    id: "fleet.loadPerReplica",
    title: "Requests a second on each replica",
    unit: "request/s",
    reads: "requests a second ÷ replicas without the spares",
    source: "definition",
    example: { of: "10 requests/s on 4 replicas", given: { requestsPerSecond: 10, replicas: 4 }, gives: 2.5 },
  },
  ({ requestsPerSecond, replicas }: { requestsPerSecond: number; replicas: number }) => requestsPerSecond / replicas,
);
