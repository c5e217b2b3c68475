/// <reference types="vite/client" />
import { describe, expect, test } from "vitest";
import type { Accelerator } from "@/lib/contract/catalogue";
import { memoryResultSchema, servingResultSchema } from "@/lib/contract/result";
import { type Figure, type Formula, given, isFigure, isFormula, values } from "../figure";
import { figuresOf } from "../resolve/document";
import { h100, hostingReference } from "../testing/hosting";
import { roundScenario } from "../testing/scenario";
import { defaultCalibration } from "./calibration/calibration";
import { composeReplica, type Replica } from "./compose";

const modules = import.meta.glob<Record<string, unknown>>(
  ["./**/*.ts", "../memory/*.ts", "!./**/*.test.ts", "!../memory/*.test.ts"],
  {
    eager: true,
  },
);
const formulas = new Map<string, Formula<object, unknown>>(
  Object.values(modules)
    .flatMap((module) => Object.values(module))
    .flatMap((value) => (isFormula(value) ? [[value.spec.id, value] as const] : [])),
);

type Changes = NonNullable<Parameters<typeof roundScenario>[0]>;
type Hosted = NonNullable<NonNullable<Changes["paths"]>["selfHosted"]>;

function outcomeOf(selfHosted: Hosted, changes: Changes = {}, accelerator: Accelerator = h100) {
  const reference = hostingReference(accelerator);
  const scenario = figuresOf(roundScenario({ ...changes, paths: { ...changes.paths, selfHosted } }), reference);
  return composeReplica({ scenario, reference, calibration: defaultCalibration });
}

function replicaOf(...of: Parameters<typeof outcomeOf>): Replica {
  const outcome = outcomeOf(...of);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

function served(...of: Parameters<typeof outcomeOf>) {
  const { serving } = replicaOf(...of);
  if (!serving) throw new Error("nothing is served");
  return values(serving) as unknown as ReturnType<typeof servingResultSchema.parse>;
}

const rate = (value: number): Figure<number> =>
  given(value, { kind: "entered", label: "Rate", unit: "request/s", path: "test" });
const llama: Hosted = { model: "llama-8b" };

/** Every step from which something came about, each once. */
function stepsOf(result: unknown): Figure<unknown>[] {
  const seen = new Set<unknown>();
  const steps: Figure<unknown>[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    if (isFigure(node) && node.how.kind !== "step") return;
    if (isFigure(node)) steps.push(node);
    for (const inner of Object.values(isFigure(node) && node.how.kind === "step" ? node.how.inputs : node)) walk(inner);
  };
  walk(result);
  return steps;
}

function redone({ value, how }: Figure<unknown>): boolean {
  if (how.kind !== "step") return false;
  const formula = formulas.get(how.formula.id);
  const inputs = Object.entries(how.inputs).map(([name, input]) => [
    name,
    isFigure(input) ? input.value : input.map((each) => each.value),
  ]);
  const again = formula?.(Object.fromEntries(inputs));
  if (typeof again !== "number" || typeof value !== "number") return again === value;
  return Math.abs(again - value) <= 1e-12 * Math.max(1e-12, Math.abs(value));
}

describe("a replica of Llama 3.1 8B on an H100", () => {
  const replica = replicaOf(llama);

  test("has the shapes of the contract", () => {
    servingResultSchema.parse(values(replica.serving));
    memoryResultSchema.parse(values(replica.memory));
  });

  test("is one accelerator, holds the traffic at its goodput, and fits", () => {
    expect(replica.tp.value).toBe(1);
    expect(values(replica.memory).fits).toBe(true);
  });

  test("answers a lone request at 6 to 9 ms a token, as measured runs do (about 7 ms in 16 bits)", () => {
    const { tpotSeconds } = values(replica.loadPoint(rate(0.01)));
    expect(tpotSeconds.mean).toBeGreaterThan(0.006);
    expect(tpotSeconds.mean).toBeLessThan(0.009);
  });

  test("meets its targets at goodput and on every shown load up to it, and at none beyond", () => {
    const serving = served(llama);
    const { low, mid, high } = serving.goodputRequestsPerSecond;
    expect(low).toBeLessThan(mid);
    expect(mid).toBeLessThan(high);
    expect(values(replica.loadPoint(rate(mid))).meetsTargets).toBe(true);
    expect(serving.curve.length).toBeGreaterThanOrEqual(12);
    for (const point of serving.curve) expect(point.meetsTargets).toBe(point.requestsPerSecond <= mid * (1 + 1e-9));
  });

  test("gets slower with load, and shows it in order", () => {
    const { curve } = served(llama);
    curve.slice(1).forEach((point, index) => {
      const before = curve[index];
      if (!before) throw new Error("a point is missing");
      expect(point.requestsPerSecond).toBeGreaterThan(before.requestsPerSecond);
      expect(point.utilisation).toBeGreaterThan(before.utilisation);
      for (const name of ["ttftSeconds", "tpotSeconds", "e2eSeconds"] as const) {
        expect(point[name].mean).toBeGreaterThanOrEqual(before[name].mean * (1 - 1e-9));
        expect(point[name].p95).toBeGreaterThanOrEqual(before[name].p95 * (1 - 1e-9));
      }
    });
  });

  test("says of a load beyond capacity that the targets are missed, in finite numbers", () => {
    const point = values(replica.loadPoint(rate(1e6)));
    expect(point.meetsTargets).toBe(false);
    expect(point.utilisation).toBeLessThanOrEqual(1);
    for (const each of Object.values(point.ttftSeconds)) expect(Number.isFinite(each)).toBe(true);
  });

  test("has ranges that hold the estimate", () => {
    const ranges = values(replica.latencyRanges(replica.loadPoint(rate(5))));
    for (const { low, mid, high } of [ranges.ttftSeconds, ranges.tpotSeconds]) {
      expect(low).toBeLessThan(mid);
      expect(mid).toBeLessThan(high);
    }
  });

  test("can be redone step by step from its working, searches included", () => {
    const steps = stepsOf([replica.serving, replica.memory, replica.latencyRanges(replica.loadPoint(rate(5)))]);
    expect(steps.length).toBeGreaterThan(500);
    expect(steps.filter((step) => !redone(step)).map(({ how }) => how.kind === "step" && how.formula.id)).toEqual([]);
  });
});

describe("what is split", () => {
  test("is worth no smaller a KV pool in total on more accelerators", () => {
    const pools = ([1, 2, 4, 8] as const).map((tp) => {
      const { memory } = replicaOf({ ...llama, tp });
      return values(memory).kvPoolBytes * tp;
    });
    expect(pools).toEqual(pools.toSorted((a, b) => a - b));
  });

  test("takes more memory in 16 bits than in 8, and in 8 than in 4", () => {
    const sizes = (["bf16", "fp8", "awq"] as const).map(
      (weights) => values(replicaOf({ ...llama, weights }).memory).weightsBytes,
    );
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  test("is split as far as its heads allow, else the field is named", () => {
    const outcome = outcomeOf({ ...llama, tp: 3 });
    expect(outcome).toMatchObject({ ok: false, code: "INVALID_INPUT", path: "paths.selfHosted.tp" });
  });

  test("is split over more accelerators where one cannot hold it: 234 GB in 16 bits on accelerators of 80 GiB", () => {
    const { serving, tp } = replicaOf({ model: "gpt-oss-120b", weights: "bf16" });
    expect(tp.value).toBe(4);
    expect(serving).not.toBeNull();
  });

  test("is split further where a token would otherwise take too long", () => {
    const strict = { requirements: { tpotSeconds: 0.005 } };
    expect(replicaOf(llama, strict).tp.value).toBeGreaterThan(1);
  });
});

describe("what cannot be served", () => {
  const small: Accelerator = { ...h100, id: "small", name: "Small 16", memoryBytes: 16 * 2 ** 30 };

  test("for want of memory is a blocker with the sizes and a way out", () => {
    const { serving, findings, memory } = replicaOf({ model: "gpt-oss-120b", weights: "bf16", tp: 2 }, {}, small);
    expect(serving).toBeNull();
    expect(values(memory).fits).toBe(false);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: "blocker", bars: ["selfHosted", "hybrid"] });
    expect(findings[0]?.why).toMatch(/GiB/);
    expect(findings[0]?.todo).toMatch(/at least 32 accelerators/);
  });

  test("for want of a known shape is a blocker that says so", () => {
    const { serving, findings } = replicaOf({ model: "unknown-shape" });
    expect(serving).toBeNull();
    expect(findings[0]).toMatchObject({ id: "memory.architectureUnknown", severity: "blocker" });
  });

  test("for want of a computing rate is a blocker that names the accelerator", () => {
    const peakFlopsPerSecond = { bf16: null, fp8: null, int8: null, fp4: null, fp32: null };
    const { serving, findings } = replicaOf(llama, {}, { ...h100, peakFlopsPerSecond });
    expect(serving).toBeNull();
    expect(findings[0]?.what).toContain("H100");
  });

  test("because nobody knows the model is an error of that field", () => {
    expect(outcomeOf({ model: "nobody/knows" })).toMatchObject({
      ok: false,
      code: "UNKNOWN_MODEL",
      path: "paths.selfHosted.model",
    });
  });

  test("within a target that no load meets has no goodput", () => {
    const { serving } = replicaOf({ ...llama, tp: 1 }, { requirements: { tpotSeconds: 0.002 } });
    expect(values(serving)?.goodputRequestsPerSecond.mid).toBe(0);
  });
});

describe("protection of data in use", () => {
  test("a trusted environment that takes 6 % slows every step by 1 ÷ 0.94, in throughput and in latency", () => {
    const trusted: Changes = { privacy: { protection: "confidential", confidentialLossShare: 0.06 } };
    const [plain, guarded] = [served(llama), served(llama, trusted)];
    const share = guarded.goodputRequestsPerSecond.mid / plain.goodputRequestsPerSecond.mid;
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(0.96);
    const at = (changes: Changes) => replicaOf(llama, changes).loadPoint(rate(plain.goodputRequestsPerSecond.mid / 4));
    // At a fixed load the wait grows by more than the step, as more requests decode at once.
    expect(at(trusted).tpotSeconds.p95.value / at({}).tpotSeconds.p95.value).toBeGreaterThan(1 / 0.94 - 1e-9);
    expect(at(trusted).ttftSeconds.p95.value).toBeGreaterThan(at({}).ttftSeconds.p95.value);
    expect(served(llama, { privacy: { protection: "confidential", confidentialLossShare: 0 } })).toEqual(plain);
  });

  test("scrubbing a prompt for 100 ms and checking for 200 adds 300 ms to the first word and nothing to the others", () => {
    const looked: Changes = {
      privacy: { scrubsPrompts: true, scrubSeconds: 0.1, filtersOutput: true, guardSeconds: 0.2 },
    };
    const at = (changes: Changes) => replicaOf(llama, changes).loadPoint(rate(1));
    expect(at(looked).ttftSeconds.mean.value - at({}).ttftSeconds.mean.value).toBeCloseTo(0.3, 9);
    expect(at(looked).tpotSeconds.mean.value).toBeCloseTo(at({}).tpotSeconds.mean.value, 12);
  });
});
