import type { Accelerator } from "@/lib/contract/catalogue";
import type { LoadPoint } from "@/lib/contract/result";
import { type Figure, type Figured, given } from "../figure";
import type { Replica } from "../serving/compose";

const exactly = (value: number): Figure<number> =>
  given(value, { kind: "entered", label: "Test value", unit: "1", path: "test" });

const latency = (seconds: number) => ({
  mean: exactly(seconds),
  p50: exactly(seconds),
  p90: exactly(seconds * 1.5),
  p95: exactly(seconds * 2),
  p99: exactly(seconds * 3),
});

/** A replica with round numbers, so that sums over it can be done by hand. */
export function roundReplica(
  accelerator: Accelerator,
  { goodput = 4, acceleratorsPerReplica = 2, meetsTargets = true } = {},
): Replica {
  const loadPoint = (requestsPerSecond: Figure<number>): Figured<LoadPoint> => ({
    requestsPerSecond,
    concurrency: exactly(10),
    utilisation: exactly(0.6),
    ttftSeconds: latency(0.4),
    tpotSeconds: latency(0.02),
    e2eSeconds: latency(6),
    outputTokensPerSecond: exactly(1000),
    meetsTargets,
  });
  const bytes = exactly(10e9);
  return {
    modelInfo: { id: "round", name: "Round 30B", takenFor: null, weights: "bf16", notes: [] },
    acceleratorInfo: accelerator,
    tp: exactly(acceleratorsPerReplica),
    activeParameters: exactly(6.2e9),
    memory: {
      weightsBytes: bytes,
      weightsTotalBytes: exactly(60e9),
      kvBytesPerToken: exactly(100_000),
      statePerSequenceBytes: exactly(0),
      kvPoolBytes: bytes,
      kvPoolTokens: exactly(100_000),
      maxConcurrencyAtMaxModelLen: exactly(10),
      activationBytes: bytes,
      runtimeBytes: bytes,
      cudaGraphBytes: bytes,
      kvForLoadBytes: bytes,
      totalForLoadBytes: exactly(50e9),
      usableBytes: exactly(80e9),
      fits: true,
      components: [],
    },
    serving: {
      acceleratorsPerReplica: exactly(acceleratorsPerReplica),
      goodputRequestsPerSecond: { low: exactly(goodput * 0.8), mid: exactly(goodput), high: exactly(goodput * 1.25) },
      limitedBy: "memoryBandwidth",
      curve: [],
    },
    findings: [],
    loadPoint,
    latencyRanges: () => ({
      ttftSeconds: { low: exactly(0.3), mid: exactly(0.4), high: exactly(0.6) },
      tpotSeconds: { low: exactly(0.015), mid: exactly(0.02), high: exactly(0.03) },
    }),
  } as Replica;
}
