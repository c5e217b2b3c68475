import type { AttentionGroup, Model } from "@/lib/contract/catalogue";
import type { Detail, TableSpec } from "./view";

const attentionNames: Record<AttentionGroup["kind"], string> = {
  full: "full",
  sliding: "sliding window",
  chunked: "chunked",
  cross: "on what the encoder reads",
  mla: "multi-head latent (MLA)",
  compressed: "compressed",
  recurrent: "recurrent state",
};

const attentionOf = ({ architecture }: Model): string | null =>
  architecture?.attention.map(({ kind, layers }) => `${layers} × ${attentionNames[kind]}`).join(", ") ?? null;

function details(model: Model): Detail[] {
  const { architecture } = model;
  return [
    { label: "Id", value: model.id },
    { label: "Licence", value: model.licence },
    { label: "Parameters as published", value: model.publishedParameters, unit: "billion" },
    { label: "Active parameters as published", value: model.publishedActiveParameters, unit: "billion" },
    { label: "Weights as published", value: model.publishedWeightsBytes, unit: "GiB" },
    { label: "Native number format", value: model.nativeFormat },
    { label: "Layers", value: architecture?.layers ?? null },
    { label: "Hidden size", value: architecture?.hiddenSize ?? null },
    { label: "Attention layers", value: attentionOf(model) },
    { label: "Experts", value: architecture?.experts?.experts ?? null },
    { label: "Experts per token", value: architecture?.experts?.expertsPerToken ?? null },
    { label: "Vocabulary", value: architecture?.vocabularySize ?? null },
    { label: "Besides text", value: model.multimodal },
    ...model.quality.map(({ measure, score, unit, selfReported, source }) => ({
      label: measure,
      value: `${score} ${unit}, ${selfReported ? "self-reported" : "measured by others"} (${source.title}, ${source.asOf})`,
    })),
  ];
}

export const modelTable: TableSpec<Model> = {
  title: "Models",
  columns: [
    { id: "name", header: "Model", value: ({ name }) => name },
    { id: "developer", header: "Developer", value: ({ developer }) => developer },
    { id: "parameters", header: "Parameters", unit: "billion", value: ({ parameters }) => parameters },
    { id: "active", header: "Active", unit: "billion", value: ({ activeParameters }) => activeParameters },
    {
      id: "context",
      header: "Context",
      unit: "k token",
      value: ({ architecture }) => architecture?.maxContextTokens ?? null,
    },
    { id: "kind", header: "Kind", value: ({ architecture }) => architecture?.kind ?? "shape not published" },
    { id: "released", header: "Released", value: ({ releasedOn }) => releasedOn },
  ],
  id: ({ id }) => id,
  text: ({ id, name, developer, licence }) => `${id} ${name} ${developer} ${licence ?? ""}`,
  facet: { title: "Developer", value: ({ developer }) => developer },
  source: ({ source }) => source,
  confidence: ({ confidence }) => confidence,
  details,
  notes: ({ notes }) => notes,
};
