import { formula } from "../figure";
import { gbFromBytes } from "../units";

/** What is stored besides logs, and what it costs. */

const s3 = {
  title:
    "Amazon S3 pricing, Standard: 0.023, 0.022 and 0.021 USD per GB for the first 50 TB, the next 450 TB and beyond",
  url: "https://aws.amazon.com/s3/pricing/",
  asOf: "2026",
};
const qdrant = {
  title: "Qdrant, Capacity planning: vectors × dimensions × 4 bytes × 1.5",
  url: "https://qdrant.tech/documentation/capacity-planning/",
  asOf: "2026",
};
const zero = {
  title:
    "S. Rajbhandari et al., ZeRO: memory optimizations toward training trillion parameter models (16 bytes a parameter with Adam)",
  url: "https://arxiv.org/abs/1910.02054",
  asOf: "2020",
};

type Raw = { documents: number; bytesPerDocument: number; rawBytesPerTextByte: number; copies: number };

export const rawBytes = formula(
  {
    id: "data.rawBytes",
    title: "Originals",
    unit: "B",
    reads: "documents × bytes of text in one × stored bytes for a byte of text × copies",
    source: "definition",
    example: {
      of: "10,000 scans of 6,000 bytes, two copies",
      given: { documents: 10_000, bytesPerDocument: 6000, rawBytesPerTextByte: 30, copies: 2 },
      gives: 3.6e9,
    },
  },
  ({ documents, bytesPerDocument, rawBytesPerTextByte, copies }: Raw) =>
    documents * bytesPerDocument * rawBytesPerTextByte * copies,
);

export const textBytes = formula(
  {
    id: "data.textBytes",
    title: "Prepared text",
    unit: "B",
    reads: "documents kept × bytes of text in one × copies",
    source: "definition",
    example: {
      of: "8,000 of 6,000 bytes, two copies",
      given: { documents: 8000, bytesPerDocument: 6000, copies: 2 },
      gives: 96e6,
    },
  },
  ({ documents, bytesPerDocument, copies }: { documents: number; bytesPerDocument: number; copies: number }) =>
    documents * bytesPerDocument * copies,
);

export const vectorsOf = formula(
  {
    id: "data.vectorsOf",
    title: "Entries of the index",
    unit: "item",
    reads: "tokens ÷ tokens per entry",
    source: "definition",
    example: { of: "400 million at 400", given: { tokens: 4e8, passageTokens: 400 }, gives: 1e6 },
  },
  ({ tokens, passageTokens }: { tokens: number; passageTokens: number }) => tokens / passageTokens,
);

export const vectorBytes = formula(
  {
    id: "data.vectorBytes",
    title: "Index of vectors",
    unit: "B",
    reads: "entries × dimensions × 4 bytes × 1.5 for the index",
    source: qdrant,
    example: { of: "a million of 1,024", given: { vectors: 1e6, dimensions: 1024 }, gives: 6_144_000_000 },
  },
  ({ vectors, dimensions }: { vectors: number; dimensions: number }) => vectors * dimensions * 4 * 1.5,
);

export const checkpointBytes = formula(
  {
    id: "data.checkpointBytes",
    title: "Training checkpoints",
    unit: "B",
    reads: "checkpoints × trained parameters × 16 bytes (weights, gradients and Adam's state)",
    source: zero,
    example: {
      of: "one of 1.5 billion parameters: 24 GB",
      given: { checkpoints: 1, trainedParameters: 1.5e9 },
      gives: 24e9,
    },
  },
  ({ checkpoints, trainedParameters }: { checkpoints: number; trainedParameters: number }) =>
    checkpoints * trainedParameters * 16,
);

/** Where the price falls with volume, as shares of the first tier's. Gigabytes as the price list counts them. */
export const storageTiers = [
  { untilGb: 51_200, priceShare: 1 },
  { untilGb: 512_000, priceShare: 0.022 / 0.023 },
  { untilGb: Number.POSITIVE_INFINITY, priceShare: 0.021 / 0.023 },
] as const;

type Tier = { untilGb: number; priceShare: number };

/** Price of so many gigabytes over tiers; each tier's price holds for what lies within it. */
export function tieredUsd(gb: number, usdPerGb: number, tiers: readonly Tier[]): number {
  let usd = 0;
  let from = 0;
  for (const { untilGb, priceShare } of tiers) {
    usd += Math.max(0, Math.min(gb, untilGb) - from) * usdPerGb * priceShare;
    from = untilGb;
  }
  return usd;
}

export const tieredStorageUsd = formula(
  {
    id: "data.tieredStorageUsd",
    title: "Storage of a month",
    unit: "USD/month",
    reads: "gigabytes × price; 22 ÷ 23 of it beyond 51,200 GB, 21 ÷ 23 beyond 512,000 GB",
    source: s3,
    example: {
      of: "60,000 GB at 0.023",
      given: { bytes: [60_000e9], usdPerGbMonth: 0.023 },
      gives: 1371.2,
      within: 1e-9,
    },
  },
  ({ bytes, usdPerGbMonth }: { bytes: readonly number[]; usdPerGbMonth: number }) => {
    let sum = 0;
    for (const each of bytes) sum += each;
    return tieredUsd(gbFromBytes(sum), usdPerGbMonth, storageTiers);
  },
);

export const loadSeconds = formula(
  {
    id: "data.loadSeconds",
    title: "Time to load the weights from storage",
    unit: "s",
    reads: "bytes of the weights ÷ bytes read a second",
    source: "definition",
    example: { of: "65 GB at 10 Gbit a second", given: { bytes: 65e9, bytesPerSecond: 1.25e9 }, gives: 52 },
  },
  ({ bytes, bytesPerSecond }: { bytes: number; bytesPerSecond: number }) => bytes / bytesPerSecond,
);
