import type { ReferenceValue } from "@/lib/contract/catalogue";
import type { Detail, TableSpec } from "./view";

/** The first word of an id says what the value is about. */
const topics: Record<string, string> = {
  annotation: "Annotation",
  colocation: "Colocation",
  discount: "Discounts",
  egress: "Data transfer",
  electricity: "Electricity",
  facility: "Facility power",
  "fine-tuning": "Fine-tuning",
  ownership: "Cost of ownership",
  pue: "PUE",
  purchase: "Purchase",
  rent: "Rent",
  staff: "Staff",
  storage: "Storage",
  trend: "Price trends",
};

const topicOf = ({ id }: ReferenceValue): string => {
  const [first = ""] = id.split(".");
  return topics[first] ?? first;
};

const details = (entry: ReferenceValue): Detail[] => [{ label: "Id", value: entry.id }];

export const valueTable: TableSpec<ReferenceValue> = {
  title: "Reference values",
  columns: [
    { id: "label", header: "What", value: ({ label }) => label },
    { id: "topic", header: "About", value: topicOf },
    { id: "value", header: "Value", value: ({ value }) => value },
    { id: "low", header: "From", value: ({ low }) => low },
    { id: "high", header: "To", value: ({ high }) => high },
    { id: "unit", header: "Unit", value: ({ unit }) => (unit === "1" ? null : unit) },
    { id: "region", header: "Region", value: ({ region }) => region },
  ],
  id: ({ id }) => id,
  text: ({ id, label, region, note }) => `${id} ${label} ${region ?? ""} ${note ?? ""}`,
  facet: { title: "About", value: topicOf },
  source: ({ source }) => source,
  confidence: ({ confidence }) => confidence,
  details,
  notes: ({ note }) => note,
};
