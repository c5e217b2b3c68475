import type { Architecture } from "@/lib/contract/catalogue";
import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import type { ServingEngine } from "@/lib/contract/formats";
import { type Figure, given } from "../figure";
import type { ResolvedModel } from "./model-config-facts";

/** Parallel degrees by the contract: count = tp · pp · dp · replicas, and expertTp · expertEp = tp · dp. */
export type Degrees = {
  count?: number;
  tp?: number;
  pp?: number;
  dp?: number;
  replicas?: number;
  expertTp?: number;
  expertEp?: number;
};

type Wished = { [K in keyof Degrees]?: Figure<number> | undefined };
type Settled = { [K in keyof Degrees]-?: Figure<number> };

const labels: Record<keyof Degrees, string> = {
  count: "Accelerators",
  tp: "Tensor parallel degree",
  pp: "Pipeline parallel degree",
  dp: "Attention-data parallel degree",
  replicas: "Replicas",
  expertTp: "Tensor parallel degree of experts",
  expertEp: "Expert parallel degree",
};

const implied = (field: keyof Degrees, value: number, note: string): Figure<number> =>
  given(value, { kind: "default", label: labels[field], unit: "1", path: field, note });

const refuse = (field: keyof Degrees, value: number, allowed: string) =>
  fail("INVALID_INPUT", `\`${field}\` is ${value}: ${allowed}`, field);

function settle(wished: Wished): Outcome<Settled> {
  const one = (field: "pp" | "dp" | "replicas") => wished[field] ?? implied(field, 1, "1 where nothing is said.");
  const pp = one("pp");
  const dp = one("dp");
  const replicas = one("replicas");
  const rest = pp.value * dp.value * replicas.value;
  const count = wished.count;
  if (count && !wished.tp && count.value % rest !== 0) {
    return refuse("count", count.value, `must be a multiple of pp × dp × replicas = ${rest}`);
  }
  const tp =
    wished.tp ?? implied("tp", count ? count.value / rest : 1, "What count leaves: count ÷ (pp × dp × replicas).");
  const all = tp.value * rest;
  if (count && count.value !== all) {
    return refuse("count", count.value, `must be tp × pp × dp × replicas = ${all}`);
  }
  const ranks = tp.value * dp.value;
  const ep = wished.expertEp ?? impliedEp(wished.expertTp, ranks);
  const expertTp = wished.expertTp ?? implied("expertTp", ranks / ep.value, "(tp × dp) ÷ expertEp.");
  if (expertTp.value * ep.value !== ranks) {
    const field = wished.expertEp ? "expertEp" : "expertTp";
    return refuse(field, (wished.expertEp ?? expertTp).value, `expertTp × expertEp must be tp × dp = ${ranks}`);
  }
  const total = count ?? implied("count", all, "tp × pp × dp × replicas.");
  return succeed({ count: total, tp, pp, dp, replicas, expertTp, expertEp: ep });
}

const impliedEp = (expertTp: Figure<number> | undefined, ranks: number): Figure<number> =>
  implied("expertEp", expertTp ? ranks / expertTp.value : 1, "1 where nothing is said.");

/**
 * Engines that give each accelerator whole KV heads: as many as they can be shared out in equal parts, or copies of one.
 * vLLM and SGLang assert as much in each model's attention (total_num_kv_heads % tp_size == 0, else
 * tp_size % total_num_kv_heads == 0: vllm-project/vllm issue 16021, Phi-4 on four), TensorRT-LLM as it loads the weights
 * (duplicate_kv_weight). llama.cpp and Transformers split by rows or layers.
 */
const givesWholeHeads: ReadonlySet<ServingEngine> = new Set(["vllm", "sglang", "trtllm", "tgi"]);

const kvHeadsOf = ({ attention }: Architecture): number[] => [
  ...new Set(attention.flatMap((group) => ("kvHeads" in group ? [group.kvHeads] : []))),
];

/** KV heads that cannot be shared out over so many accelerators; undefined where all can. */
const unsharedHeads = (architecture: Architecture, engine: ServingEngine, tp: number): number | undefined =>
  givesWholeHeads.has(engine)
    ? kvHeadsOf(architecture).find((kvHeads) => kvHeads % tp !== 0 && tp % kvHeads !== 0)
    : undefined;

/** Whether an engine runs a model whose heads are split over so many accelerators. */
export const allowsTp = ({ architecture }: ResolvedModel, engine: ServingEngine, tp: number): boolean =>
  !architecture || (architecture.attentionHeads % tp === 0 && unsharedHeads(architecture, engine, tp) === undefined);

/** "1, 2, 5 or 10". */
function allowedDegrees(model: ResolvedModel, engine: ServingEngine): string {
  const heads = model.architecture?.attentionHeads ?? 1;
  const all = Array.from({ length: heads }, (_, index) => index + 1).filter((tp) => allowsTp(model, engine, tp));
  return all.length === 1 ? `${all[0]}` : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
}

function checkedHeads(architecture: Architecture, model: ResolvedModel, engine: ServingEngine, tp: number) {
  const { attentionHeads } = architecture;
  const allowed = () => allowedDegrees(model, engine);
  if (attentionHeads % tp !== 0) {
    return refuse("tp", tp, `must divide the ${attentionHeads} attention heads (${allowed()})`);
  }
  const kvHeads = unsharedHeads(architecture, engine, tp);
  if (kvHeads === undefined) return succeed(null);
  return refuse("tp", tp, `must divide the ${kvHeads} KV heads or be a multiple of them (${allowed()})`);
}

/** Fills in what is not said and refuses what cannot be. Errors name the field and what the others allow. */
export function resolveLayout(wished: Wished, model: ResolvedModel, engine: ServingEngine): Outcome<Settled> {
  const settled = settle(wished);
  if (!settled.ok) return settled;
  const { tp, pp, expertEp } = settled.value;
  const { architecture } = model;
  if (!architecture) return settled;
  const { layers, experts } = architecture;
  const heads = checkedHeads(architecture, model, engine, tp.value);
  if (!heads.ok) return heads;
  if (pp.value > layers) return refuse("pp", pp.value, `must be at most the ${layers} layers`);
  if (experts && expertEp.value > experts.experts) {
    return refuse("expertEp", expertEp.value, `must be at most the ${experts.experts} experts`);
  }
  return settled;
}
