import { loadReferenceData } from "@/lib/catalogue/load";
import type { WeightFormat } from "@/lib/contract/formats";
import { estimateScenario } from "@/lib/engine";
import {
  defaultCalibration,
  memoryKind,
  memoryRequestSchema,
  type ServingRequest,
  servingKind,
  servingRequestSchema,
} from "@/lib/engine/measuring";
import { templates } from "@/lib/templates/gallery";

/** `npm run bench`: what one core does in a second, and how the parts compare within this run. */
const reference = await loadReferenceData();
const context = { reference, calibration: defaultCalibration };

const base = {
  kind: "serving",
  model: "meta-llama/Llama-3.1-70B-Instruct",
  weights: "fp8",
  accelerator: "nvidia-h100-sxm",
  tp: 4,
  isl: 2000,
  osl: 300,
  islCv: 0.7,
  oslCv: 0.7,
  load: { kind: "closed", concurrency: 32 },
};
const request = (more: Record<string, unknown>): ServingRequest => servingRequestSchema.parse({ ...base, ...more });

/**
 * Milliseconds of one call: the fastest of several rounds, each long enough to be timed, after some to warm up. What else
 * a machine does only ever adds time.
 */
function millisecondsOf(work: () => void): number {
  const enough = 60;
  let calls = 1;
  const timed = (): number => {
    const start = performance.now();
    for (let call = 0; call < calls; call += 1) work();
    return performance.now() - start;
  };
  while (timed() < enough && calls < 1e6) calls *= 2;
  return Math.min(...Array.from({ length: 7 }, () => timed() / calls));
}

const answerable = (asked: ServingRequest): boolean => servingKind(asked, context).ok;

const users = [1, 2, 4, 8, 16, 32, 64, 128, 256];
const formats: WeightFormat[] = ["bf16", "fp8", "int8", "int4", "awq", "gptq", "nvfp4", "mxfp4"];
const grid = [1, 2, 4, 8].flatMap((tp) =>
  formats.flatMap((weights) =>
    users.map((concurrency) => request({ tp, weights, load: { kind: "closed", concurrency } })),
  ),
);

/** TP × weights × users on every accelerator that can be sized: the deployment is worked out once for all users. */
const everywhere = reference.accelerators.flatMap(({ id: accelerator }) =>
  [1, 2, 4, 8, 16].flatMap((tp) =>
    ["bf16", "fp8", "int4", "nvfp4"].flatMap((weights) =>
      users.map((concurrency) => request({ accelerator, tp, weights, load: { kind: "closed", concurrency } })),
    ),
  ),
);

const memory = memoryRequestSchema.parse({ kind: "memory", model: base.model, accelerator: base.accelerator, tp: 4 });
const closed = request({});
const open = request({ load: { kind: "open", requestsPerSecond: 4 } });
const simulated = request({ load: { kind: "closed", concurrency: 64 }, method: "simulate" });

type Line = { what: string; milliseconds: number; each: number; bar: number | null };
const lines: Line[] = [
  { what: "memory estimate", milliseconds: millisecondsOf(() => memoryKind(memory, context)), each: 1, bar: null },
  {
    what: "analytic estimate, fixed users",
    milliseconds: millisecondsOf(() => servingKind(closed, context)),
    each: 1,
    bar: 0.1,
  },
  {
    what: "analytic estimate, random arrivals",
    milliseconds: millisecondsOf(() => servingKind(open, context)),
    each: 1,
    bar: 0.1,
  },
  {
    what: `grid of ${grid.length} points`,
    milliseconds: millisecondsOf(() => {
      for (const each of grid) servingKind(each, context);
    }),
    each: grid.length,
    bar: 20,
  },
  {
    what: "simulation of 1,000 requests",
    milliseconds: millisecondsOf(() => servingKind(simulated, context)),
    each: 1000,
    bar: 50,
  },
];
const [plan] = templates(reference, "2026-11-24");
if (!plan) throw new Error("no template");
const years = { ...plan.scenario.economics, horizonMonths: 60 };
const scenario = { ...plan.scenario, economics: years };
lines.push({
  what: "plan of 60 months, 4 ways, 10,000 draws",
  milliseconds: millisecondsOf(() => estimateScenario(scenario, context)),
  each: 10_000,
  bar: 1000,
});
lines.push({
  what: "search over all accelerators",
  milliseconds: millisecondsOf(() => {
    for (const each of everywhere) servingKind(each, context);
  }),
  each: everywhere.length,
  bar: 1000,
});

console.log(
  `${grid.filter(answerable).length} of the ${grid.length} points of the grid can be answered; the search asks ${everywhere.length}\n`,
);
for (const { what, milliseconds, each, bar } of lines) {
  const rate = Math.round((each / milliseconds) * 1000).toLocaleString("en-US");
  const word = bar === null ? "" : milliseconds <= bar ? `within ${bar} ms` : `ABOVE ${bar} ms`;
  console.log(`${what.padEnd(36)} ${milliseconds.toFixed(3).padStart(10)} ms  ${rate.padStart(10)} a second  ${word}`);
}
