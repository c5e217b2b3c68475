import type { Accelerator } from "@/lib/contract/catalogue";
import type { Detail, TableSpec } from "./view";

const details = (row: Accelerator): Detail[] => [
  { label: "Id", value: row.id },
  { label: "Usable memory, as a driver reports it", value: row.usableMemoryBytes, unit: "GiB" },
  { label: "Memory type", value: row.memoryType },
  { label: "Dense INT8", value: row.peakFlopsPerSecond.int8, unit: "TFLOP/s" },
  { label: "Dense FP4", value: row.peakFlopsPerSecond.fp4, unit: "TFLOP/s" },
  { label: "FP32", value: row.peakFlopsPerSecond.fp32, unit: "TFLOP/s" },
  { label: "Fast link", value: row.scaleUp.link },
  { label: "Accelerators on the fast link", value: row.scaleUp.domain },
  { label: "Fast link, each way", value: row.scaleUp.bytesPerSecondPerDirection, unit: "GB/s" },
  { label: "Host link", value: row.hostLink.name },
  { label: "Host link, each way", value: row.hostLink.bytesPerSecondPerDirection, unit: "GB/s" },
  { label: "Facility power, host and cooling included", value: row.facilityWatts, unit: "W" },
  { label: "Form", value: row.formFactor },
  { label: "Can be sized here", value: row.usableForSizing },
];

export const acceleratorTable: TableSpec<Accelerator> = {
  title: "Accelerators",
  columns: [
    { id: "name", header: "Accelerator", value: ({ name }) => name },
    { id: "vendor", header: "Vendor", value: ({ vendor }) => vendor },
    { id: "memory", header: "Memory", unit: "GiB", value: ({ memoryBytes }) => memoryBytes },
    { id: "bandwidth", header: "Bandwidth", unit: "TB/s", value: (row) => row.memoryBytesPerSecond },
    { id: "bf16", header: "Dense BF16", unit: "TFLOP/s", value: (row) => row.peakFlopsPerSecond.bf16 },
    { id: "fp8", header: "Dense FP8", unit: "TFLOP/s", value: (row) => row.peakFlopsPerSecond.fp8 },
    { id: "power", header: "Rated power", unit: "W", value: ({ tdpWatts }) => tdpWatts },
    { id: "released", header: "Year", unit: "year", value: ({ releasedYear }) => releasedYear },
  ],
  id: ({ id }) => id,
  text: ({ id, name, vendor, formFactor, memoryType }) => `${id} ${name} ${vendor} ${formFactor} ${memoryType}`,
  facet: { title: "Vendor", value: ({ vendor }) => vendor },
  source: ({ source }) => source,
  confidence: ({ confidence }) => confidence,
  details,
  notes: ({ notes }) => notes,
};
