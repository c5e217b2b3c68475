import type { LoadPoint } from "@/lib/contract/result";
import { derive, type Figure, type Figured, given } from "../figure";
import type { ScenarioFigures } from "../resolve/document";
import type { Replica } from "../serving/compose";
import {
  acceleratorsOfParties,
  fastestSecondsPerToken,
  loadOfParties,
  multiPartyGoodput,
  multiPartySeconds,
  partOfGoodput,
  slowestSecondsPerToken,
  tokensOfParties,
} from "./multi-party";

export type MultiParty = { fastest: Figure<number>; slowest: Figure<number>; requestSeconds: Figure<number> };

/** Times a token may take: the plan's own figure, or published systems at either end. */
export function composeMultiParty(
  { privacy, workload }: ScenarioFigures,
  activeParameters: Figure<number>,
): MultiParty {
  const own = privacy.mpcSecondsPerToken;
  const known = own.value === null ? null : (own as Figure<number>);
  const fastest = known ?? derive(fastestSecondsPerToken, { activeParameters });
  const slowest = known ?? derive(slowestSecondsPerToken, { activeParameters });
  return {
    fastest,
    slowest,
    requestSeconds: derive(multiPartySeconds, { secondsPerToken: fastest, osl: workload.osl }),
  };
}

const flat = (seconds: Figure<number>) => ({
  mean: seconds,
  p50: seconds,
  p90: seconds,
  p95: seconds,
  p99: seconds,
});

const part = (value: number): Figure<number> =>
  given(value, {
    kind: "default",
    label: "Share of what a set of parties can serve",
    unit: "share",
    path: "privacy.multiParty",
    note: "Chosen to draw the curve.",
  });

/** The replica as multi-party computation lets it be: one request at a time, at the speed of the fastest system known. */
export function withMultiParty(scenario: ScenarioFigures, replica: Replica, times: MultiParty): Replica {
  const { serving } = replica;
  if (!serving) return replica;
  const { fastest, slowest, requestSeconds } = times;
  const { requirements } = scenario;
  const meets = fastest.value <= requirements.tpotSeconds.value && fastest.value <= requirements.ttftSeconds.value;
  const point = (requestsPerSecond: Figure<number>): Figured<LoadPoint> => {
    const load = derive(loadOfParties, { requestsPerSecond, requestSeconds });
    return {
      requestsPerSecond,
      concurrency: load,
      utilisation: load,
      ttftSeconds: flat(fastest),
      tpotSeconds: flat(fastest),
      e2eSeconds: flat(requestSeconds),
      outputTokensPerSecond: derive(tokensOfParties, { load, secondsPerToken: fastest }),
      meetsTargets: meets,
    };
  };
  const goodput = derive(multiPartyGoodput, { requestSeconds });
  const range = { low: fastest, mid: fastest, high: slowest };
  return {
    ...replica,
    serving: {
      ...serving,
      acceleratorsPerReplica: derive(acceleratorsOfParties, {
        acceleratorsPerReplica: serving.acceleratorsPerReplica,
      }),
      // At the speed of the fastest system alone: a fleet for the slowest would be a hundred times as large again.
      goodputRequestsPerSecond: { low: goodput, mid: goodput, high: goodput },
      limitedBy: "interconnect",
      curve: [0.25, 0.5, 0.75, 1].map((share) => point(derive(partOfGoodput, { goodput, share: part(share) }))),
    },
    loadPoint: point,
    latencyRanges: () => ({ ttftSeconds: range, tpotSeconds: range }),
  };
}
