import type { DefaultValue } from "@/lib/contract/catalogue";
import { fieldAt } from "@/lib/contract/field-at";
import { considerationNames } from "../figures/names";
import { valueText } from "../forms/default-text";
import type { Cell, Detail, TableSpec } from "./view";

const bases = { source: "Read somewhere", assumption: "Our assumption" } as const;

function shown({ path, value }: DefaultValue): Cell {
  if (value === null) return "empty";
  if (Array.isArray(value)) return valueText(path, value);
  return typeof value === "string" ? (fieldAt(path)?.choices?.[value] ?? value) : value;
}

const sectionOf = ({ path }: DefaultValue): string => {
  const section = fieldAt(path)?.section ?? "overview";
  return section === "overview" ? "Overview" : considerationNames[section];
};

const details = (entry: DefaultValue): Detail[] => [
  { label: "Field in the document", value: entry.path },
  { label: "What it means", value: fieldAt(entry.path)?.description ?? null },
];

export const defaultTable: TableSpec<DefaultValue> = {
  title: "Defaults",
  columns: [
    { id: "field", header: "Field", value: ({ path }) => fieldAt(path)?.title ?? path },
    { id: "section", header: "Section", value: sectionOf },
    { id: "value", header: "Default", value: shown },
    { id: "unit", header: "Unit", value: ({ unit }) => (unit === "text" || unit === "1" ? null : unit) },
    { id: "basis", header: "Basis", value: ({ basis }) => bases[basis] },
  ],
  id: ({ path }) => path,
  text: ({ path, why }) => `${path} ${fieldAt(path)?.title ?? ""} ${why}`,
  facet: { title: "Section", value: sectionOf },
  source: ({ source }) => source,
  confidence: () => null,
  details,
  notes: ({ why }) => why,
};
