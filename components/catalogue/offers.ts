import type { Offer } from "@/lib/contract/catalogue";
import type { Detail, TableSpec } from "./view";

/** With its accelerator's name, where that is known. */
export type NamedOffer = Offer & { acceleratorName?: string };

const details = (offer: Offer): Detail[] => [
  { label: "Id", value: offer.id },
  { label: "Accelerator's id", value: offer.acceleratorId },
  { label: "Processor cores (vCPU)", value: offer.vcpus },
  { label: "Main memory", value: offer.ramBytes, unit: "GiB" },
  { label: "What the price is", value: offer.priceKind },
];

export const offerTable: TableSpec<NamedOffer> = {
  title: "Offers",
  columns: [
    { id: "instance", header: "Machine", value: ({ instance }) => instance },
    { id: "provider", header: "Provider", value: ({ provider }) => provider },
    {
      id: "accelerator",
      header: "Accelerator",
      value: ({ acceleratorName, acceleratorId }) => acceleratorName ?? acceleratorId,
    },
    { id: "count", header: "In a machine", value: ({ accelerators }) => accelerators },
    { id: "region", header: "Region", value: ({ region }) => region },
    {
      id: "onDemand",
      header: "On demand",
      unit: "$/accelerator·h",
      value: (row) => row.usdPerAcceleratorHour.onDemand,
    },
    { id: "spot", header: "Spot", unit: "$/accelerator·h", value: (row) => row.usdPerAcceleratorHour.spot },
    {
      id: "year",
      header: "1 year",
      unit: "$/accelerator·h",
      value: (row) => row.usdPerAcceleratorHour.reserved1Year,
    },
    {
      id: "years",
      header: "3 years",
      unit: "$/accelerator·h",
      value: (row) => row.usdPerAcceleratorHour.reserved3Years,
    },
  ],
  id: ({ id }) => id,
  text: ({ id, provider, instance, acceleratorId, acceleratorName, region }) =>
    `${id} ${provider} ${instance} ${acceleratorId} ${acceleratorName ?? ""} ${region ?? ""}`,
  facet: { title: "Provider", value: ({ provider }) => provider },
  source: ({ source }) => source,
  confidence: () => null,
  details,
  notes: ({ notes }) => notes,
};
