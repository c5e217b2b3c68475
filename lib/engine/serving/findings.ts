import type { ServingEngine } from "@/lib/contract/formats";
import type { Finding } from "@/lib/contract/result";
import type { ScenarioFigures } from "../resolve/document";
import { gibFromBytes } from "../units";
import type { Calibration } from "./calibration/calibration";

type Basis = keyof Calibration["errors"];

export type Lack = "architecture" | "rates" | "memory" | "cache";

export type Refusal = {
  lack: Lack;
  model: string;
  accelerator: string;
  tp: number;
  perMachine: number;
  weightsTotalBytes: number;
  usableBytes: number;
  /** Bytes one accelerator needs with a single request in flight. */
  neededBytes: number;
  contextTokens: number;
  /** Fewest accelerators that would hold the model, where memory is what is lacking. */
  fewest: number | null;
};

const gib = (bytes: number): string => {
  const size = gibFromBytes(bytes);
  return `${size < 10 ? size.toFixed(1) : Math.round(size).toLocaleString("en-US")} GiB`;
};
const accelerators = (count: number): string => (count === 1 ? "one accelerator" : `${count} accelerators`);

type Words = Pick<Finding, "id" | "consideration" | "what" | "why" | "todo">;

function wordsFor(refusal: Refusal): Words {
  const { model, accelerator, tp, perMachine, fewest, contextTokens } = refusal;
  const consideration = "memory";
  switch (refusal.lack) {
    case "architecture":
      return {
        id: "memory.architectureUnknown",
        consideration,
        what: `The shape of ${model} is not known, so its memory and speed cannot be worked out.`,
        why: `The catalogue has its parameter count alone, which gives ${gib(refusal.weightsTotalBytes)} of weights but neither its KV cache nor the time of a step.`,
        todo: "Choose a model whose config.json is published.",
      };
    case "rates":
      return {
        id: "hardware.rateUnknown",
        consideration: "hardware",
        what: `The computing rate of ${accelerator} is not known.`,
        why: "Neither its 16-bit nor its 32-bit rate is in the catalogue, so the time of a step cannot be worked out.",
        todo: "Choose another accelerator.",
      };
    case "cache":
      return {
        id: "memory.noRoomForContext",
        consideration,
        what: `${model} leaves no room for a request on ${accelerators(tp)} of ${accelerator}.`,
        why: `Weights, buffers and one request of ${Math.round(contextTokens).toLocaleString("en-US")} tokens need ${gib(refusal.neededBytes)} of the ${gib(refusal.usableBytes)} that ${tp === 1 ? "it" : "each"} has, before the share kept free.`,
        todo: moreMemory(fewest, perMachine),
      };
    default:
      return {
        id: "memory.doesNotFit",
        consideration,
        what: `${model} does not fit on ${accelerators(tp)} of ${accelerator}.`,
        why: `Its weights take ${gib(refusal.weightsTotalBytes)} and each accelerator has ${gib(refusal.usableBytes)}, of which buffers and one request take a part; ${gib(refusal.neededBytes)} would be needed on each.`,
        todo: moreMemory(fewest, perMachine),
      };
  }
}

function moreMemory(fewest: number | null, perMachine: number): string {
  const other = "a smaller number format, a smaller model, or an accelerator with more memory";
  if (fewest === null) return `Choose ${other}.`;
  if (fewest <= perMachine) return `Split the model over at least ${fewest} accelerators, or choose ${other}.`;
  return `It would take at least ${fewest} accelerators and a machine here has ${perMachine}: choose a larger machine, ${other}.`;
}

/** Why nothing can be said about serving, as a finding that bars the paths concerned. */
export function refusalFindings({ paths }: ScenarioFigures, refusal: Refusal): Finding[] {
  const bars = (["selfHosted", "hybrid"] as const).filter((id) => paths[id].enabled.value);
  return bars.length === 0 ? [] : [{ ...wordsFor(refusal), severity: "blocker", bars }];
}

const engines: Record<ServingEngine, string> = {
  vllm: "vLLM",
  sglang: "SGLang",
  trtllm: "TensorRT-LLM",
  tgi: "TGI",
  llamacpp: "llama.cpp",
  transformers: "Transformers",
};

const why: Record<Exclude<Basis, "runs">, string> = {
  kernels:
    "Its kin, or single kernels of it, were measured; the ranges are those of accelerators that a fit had not seen.",
  nothing: "Nothing of its kind was measured, so the ranges are wider still.",
};

/** Says where the estimate rests on no measurement of its own kind. */
export function basisFindings(basis: Basis, accelerator: string, engine: ServingEngine): Finding[] {
  if (basis === "runs") return [];
  return [
    {
      id: "latency.notMeasured",
      consideration: "latency",
      severity: "info",
      what: "Speed here is carried over from what was measured elsewhere.",
      why: `No end-to-end measurement on ${accelerator} under ${engines[engine]} is in the calibration. ${why[basis]}`,
      todo: "Measure one replica under load before you commit, and compare.",
      bars: [],
    },
  ];
}
