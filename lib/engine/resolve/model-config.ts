import type { Architecture, AttentionGroup, Model } from "@/lib/contract/catalogue";
import { type Outcome, succeed } from "@/lib/contract/errors";
import type { FoundModel, ReferenceData } from "@/lib/contract/reference";
import type { ModelRef } from "@/lib/contract/request";
import { derive, type Figure } from "../figure";
import { activeParameters } from "../memory/parameters";
import { composeParts } from "../memory/parts";
import { attentionGroups } from "./model-config-attention";
import { type BesideShape, besideLayers, isEncoderDecoder, soundFrames } from "./model-config-beside";
import { catalogueFact, configFact, type ResolvedModel } from "./model-config-facts";
import { feedForward, isGated, readExperts } from "./model-config-feed-forward";
import { type Config, type Fields, readConfig } from "./model-config-fields";
import { isKnown } from "./model-config-known";
import { type Layers, layerKinds, searchedBlocks } from "./model-config-layers";
import { notesOf } from "./model-config-notes";
import { formatFromWord, quantizationOf } from "./model-config-quantization";
import { recurrentLayer } from "./model-config-recurrent";
import { isTied, languageFields } from "./model-config-text";

/** More layers than any model has; a mistyped number must not be counted through. */
const mostLayers = 10_000;

/** Zamba uses few blocks at many places: their weights count once, their caches at each. */
function withSharedWeights(
  fields: Fields,
  groups: AttentionGroup[],
): { attention: AttentionGroup[]; shared: BesideShape["shared"] } {
  const copies = fields.value("num_mem_blocks");
  if (!/^zamba/.test(fields.type) || typeof copies !== "number" || copies < 1)
    return { attention: groups, shared: null };
  const places = groups.reduce((sum, group) => sum + (group.kind === "full" ? group.layers : 0), 0);
  const attention = groups.map((group) =>
    group.kind === "full" ? { ...group, weightLayers: Math.round(copies) } : group,
  );
  return { attention, shared: { copies, places } };
}

/** The decoder of a model in two stacks looks at what the encoder has read, in each of its layers. */
function crossing(fields: Fields, groups: readonly AttentionGroup[]): AttentionGroup[] {
  if (!isEncoderDecoder(fields)) return [];
  return groups.flatMap((group) => {
    if (group.kind !== "full") return [];
    const { layers, kvHeads, keySize, valueSize } = group;
    return [{ kind: "cross" as const, layers, kvHeads, keySize, valueSize, tokens: soundFrames(fields) || null }];
  });
}

/** Heads that tensor parallelism divides; a model without attention has those of its states. */
function headsOf(fields: Fields, kinds: Layers, hiddenSize: number): number {
  if (kinds.some((kind) => kind.some((each) => each !== "recurrent"))) {
    const stated = fields.count("heads");
    if (stated !== null) return fields.need("heads", "number of attention heads");
    const size = fields.count("headSize") || 128;
    return fields.assume("heads", Math.max(1, Math.floor(hiddenSize / size)), `heads of ${size}`);
  }
  const states = recurrentLayer(
    fields,
    hiddenSize,
    fields.count("heads") || Math.max(1, Math.floor(hiddenSize / 64)),
    64,
  );
  return states.form === "linear"
    ? Math.max(1, fields.count("heads") || Math.floor(hiddenSize / 64))
    : (states.valueHeads ?? 1);
}

function readArchitecture(fields: Fields, whole: Config): Architecture {
  const hiddenSize = fields.need("hiddenSize", "width of the model");
  const pattern = fields.word("hybrid_override_pattern").length;
  const layers = pattern > 0 && pattern <= mostLayers ? pattern : fields.need("layers", "number of layers", mostLayers);
  const kinds = layerKinds(fields, layers);
  const heads = headsOf(fields, kinds, hiddenSize);
  const gated = isGated(fields, isKnown(fields.type));
  const read = attentionGroups(fields, kinds, { layers, hiddenSize, heads });
  const { attention, shared } = withSharedWeights(fields, [...read, ...crossing(fields, read)]);
  const plainLayers = kinds.filter((kind) => kind.length === 0).length;
  const dense = feedForward(fields, {
    hiddenSize,
    layers,
    plainLayers: searchedBlocks(fields) ? 0 : plainLayers,
    gated,
  });
  const experts = readExperts(fields, { hiddenSize, layers, gated, dense });
  const hybrid = attention.some((group) => group.kind === "recurrent");
  const withHeads = attention.find((group) => group.kind === "full");
  const beside = besideLayers(fields, whole, {
    layers,
    hiddenSize,
    heads,
    keySize: withHeads?.keySize ?? Math.floor(hiddenSize / heads),
    width: dense.width,
    gated,
    shared,
  });
  const denseWidth = fields.count("denseFeedForward") || dense.width;
  return {
    kind: `${hybrid ? "hybrid-" : ""}${experts ? "moe" : "dense"}`,
    layers,
    hiddenSize,
    attentionHeads: heads,
    intermediateSize: experts && experts.denseLayers === 0 ? null : experts ? denseWidth : dense.width,
    vocabularySize: fields.assume("vocabulary", 32_000, "as Llama 2 has it"),
    tiedEmbeddings: isTied(fields),
    maxContextTokens: fields.count("context") || 8192,
    experts,
    attention,
    ...(dense.layers === undefined ? {} : { feedForwardLayers: dense.layers }),
    ...(beside.length === 0 ? {} : { beside }),
  };
}

function matricesOf(fact: ResolvedModel["fact"], matrices: number): Figure<number> {
  return fact(matrices, "architecture.intermediateSize", "Matrices of a feed-forward block", "1");
}

/** A catalogue does not say whether blocks are gated: the reading whose recount is nearer the known total is right. */
function catalogued({ model, askedFor, impliedWeights }: FoundModel): ResolvedModel {
  const fact = catalogueFact(model);
  const published = model.publishedWeightsBytes;
  return {
    id: model.id,
    name: model.name,
    takenFor: askedFor === null ? null : model.name,
    notes: model.notes ? [model.notes] : [],
    architecture: model.architecture,
    feedForwardMatrices: matricesOf(fact, likelyMatrices(model, fact)),
    parameters: fact(model.parameters, "parameters", "Parameters", "parameter"),
    activeParameters: fact(model.activeParameters, "activeParameters", "Active parameters", "parameter"),
    nativeFormat: formatFromWord(model.nativeFormat) ?? "bf16",
    impliedWeights,
    quantization: null,
    publishedWeightsBytes:
      published === null ? null : fact(published, "publishedWeightsBytes", "Weights as the vendor ships them", "B"),
    fact,
  };
}

const matricesById = new WeakMap<Model, number>();
function likelyMatrices(model: Model, fact: ResolvedModel["fact"]): number {
  const { architecture } = model;
  if (!architecture || architecture.experts || architecture.intermediateSize === null) return 3;
  const known = matricesById.get(model);
  if (known !== undefined) return known;
  const off = (matrices: number) => {
    const { recounted } = composeParts({ fact, architecture, feedForwardMatrices: matricesOf(fact, matrices) });
    return Math.abs(Math.log(recounted.value / model.parameters));
  };
  const likely = off(2) < off(3) ? 2 : 3;
  matricesById.set(model, likely);
  return likely;
}

function described(ref: Exclude<ModelRef, string>): Outcome<ResolvedModel> {
  return readConfig(() => {
    const fields = languageFields(ref.config);
    const architecture = readArchitecture(fields, ref.config);
    const feedForwardMatrices = matricesOf(configFact, isGated(fields, isKnown(fields.type)) ? 3 : 2);
    const parts = composeParts({ fact: configFact, architecture, feedForwardMatrices });
    const stated = (value: number, field: string, label: string): Figure<number> => ({
      value,
      how: { kind: "entered", label, unit: "parameter", path: `model.${field}` },
    });
    const parameters = ref.parameters ? stated(ref.parameters, "parameters", "Parameters") : parts.recounted;
    const experts = architecture.experts;
    const recountedActive = experts
      ? derive(activeParameters, {
          total: parameters,
          routedExperts: parts.routedExperts,
          expertsPerToken: configFact(experts.expertsPerToken, "num_experts_per_tok", "Experts per token", "1"),
          experts: configFact(experts.experts, "num_experts", "Experts", "1"),
        })
      : parameters;
    const quantization = quantizationOf(fields.config) ?? quantizationOf(ref.config);
    const quantized = quantization?.format ?? null;
    const dtype = formatFromWord(fields.word("torch_dtype") || fields.word("dtype"));
    return {
      id: "config",
      name: fields.type === "" ? "config.json" : `config.json (${fields.type})`,
      takenFor: null,
      notes: notesOf(fields, architecture, ref, parts.recounted.value),
      architecture,
      feedForwardMatrices,
      parameters,
      activeParameters: ref.activeParameters
        ? stated(ref.activeParameters, "activeParameters", "Active parameters")
        : recountedActive,
      nativeFormat: quantized ?? dtype ?? "bf16",
      impliedWeights: quantized,
      quantization,
      publishedWeightsBytes: null,
      fact: configFact,
    };
  });
}

const resolved = new WeakMap<Model, Map<string, ResolvedModel>>();

/** The model a request means, with its shape, size and formats. Errors: a name nobody knows, a config that lacks a field. */
export function resolveModel(ref: ModelRef, reference: Pick<ReferenceData, "findModel">): Outcome<ResolvedModel> {
  if (typeof ref !== "string") return described(ref);
  const found = reference.findModel(ref);
  if (!found.ok) return found;
  const byName = resolved.get(found.value.model) ?? new Map<string, ResolvedModel>();
  resolved.set(found.value.model, byName);
  const known = byName.get(ref);
  if (known) return succeed(known);
  const model = catalogued(found.value);
  byName.set(ref, model);
  return succeed(model);
}
