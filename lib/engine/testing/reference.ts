import type { Accelerator, ApiPrice, Offer, ProviderTerms, ReferenceValue } from "@/lib/contract/catalogue";
import { fail, succeed } from "@/lib/contract/errors";
import type { ReferenceData } from "@/lib/contract/reference";

const source = { title: "Made up for tests", asOf: "2026-11-01" };

export const roundAccelerator: Accelerator = {
  id: "round-accelerator",
  vendor: "Round",
  name: "Round 80",
  memoryBytes: 80e9,
  usableMemoryBytes: null,
  memoryType: "HBM",
  memoryBytesPerSecond: 3e12,
  peakFlopsPerSecond: { bf16: 1e15, fp8: 2e15, int8: 2e15, fp4: null, fp32: 5e13 },
  scaleUp: { link: "Link", domain: 8, bytesPerSecondPerDirection: 450e9 },
  hostLink: { name: "PCIe", bytesPerSecondPerDirection: 64e9 },
  tdpWatts: 700,
  facilityWatts: 1500,
  releasedYear: 2025,
  formFactor: "module",
  usableForSizing: true,
  confidence: "high",
  notes: null,
  source,
};

export const roundOffer: Offer = {
  id: "cloud.eight",
  provider: "Cloud",
  instance: "eight",
  acceleratorId: roundAccelerator.id,
  accelerators: 8,
  vcpus: 128,
  ramBytes: 1e12,
  region: null,
  usdPerAcceleratorHour: { onDemand: 2, spot: null, reserved1Year: null, reserved3Years: 1 },
  priceKind: "list",
  notes: null,
  source,
};

const flat = (usdPerMtoken: number) => ({ usdPerMtoken, tiers: [] });

export const roundPrice: ApiPrice = {
  id: "maker/round-large",
  provider: "maker",
  providerName: "Maker",
  model: "round-large",
  name: "Round Large",
  input: { usdPerMtoken: 2, tiers: [{ aboveInputTokens: 200_000, usdPerMtoken: 4 }] },
  output: { usdPerMtoken: 10, tiers: [{ aboveInputTokens: 200_000, usdPerMtoken: 15 }] },
  cachedInput: flat(0.5),
  cacheWrite: null,
  usdPerThousandRequests: null,
  contextTokens: 1_000_000,
  deprecated: false,
  override: null,
  notes: null,
  source,
};

/** A provider that offers everything that a plan may ask of it, and no cloud of others. */
export const roundTerms: ProviderTerms = {
  id: "maker",
  name: "Maker",
  training: "no",
  retentionDays: 30,
  zeroRetention: "selfServe",
  regions: ["eu", "us"],
  storedIn: null,
  processingAgreement: "incorporated",
  businessAssociate: "offered",
  tenant: null,
  certifications: ["SOC 2"],
  confidence: "high",
  notes: "Round.",
  source,
  also: [],
};

const discount: ReferenceValue = {
  id: "discount.reserved-1-year.h100-hyperscaler",
  label: "Discount for a year",
  value: 0.375,
  unit: "share",
  low: null,
  high: null,
  region: null,
  confidence: "medium",
  note: null,
  source,
};

/** One of each: enough for sums that can be done by hand. */
export function roundReference(changes: { price?: Partial<ApiPrice>; offer?: Partial<Offer> } = {}): ReferenceData {
  const price = { ...roundPrice, ...changes.price };
  const offer = { ...roundOffer, ...changes.offer };
  const values = [discount];
  return {
    version: "2026-11-01-test",
    models: [],
    accelerators: [roundAccelerator],
    offers: [offer],
    values,
    lifetimes: [],
    terms: [roundTerms],
    findModel: (name) => fail("UNKNOWN_MODEL", `\`model\` is "${name}": not in the test's catalogue`),
    findAccelerator: () => succeed(roundAccelerator),
    findOffer: (id) =>
      id === offer.id ? succeed(offer) : fail("UNKNOWN_OFFER", `\`offerId\` is "${id}": did you mean ${offer.id}?`),
    findPrice: ({ model }) =>
      model === price.model ? succeed(price) : fail("UNKNOWN_PRICE", `\`model\` is "${model}": not in the price list`),
    prices: () => [price],
    findLifetimes: () => null,
    findTerms: (id) => (id === "maker" ? roundTerms : null),
    value: (id) => {
      const value = values.find((each) => each.id === id);
      if (!value) throw new Error(`There is no reference value "${id}"`);
      return value;
    },
    defaultsFor: () => new Map(),
  };
}
