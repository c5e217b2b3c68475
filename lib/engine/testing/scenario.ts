import { type Scenario, scenarioSchema } from "@/lib/contract/scenario";

/** A whole document of round numbers, so that what follows from it can be done by hand. */
export const roundDocument: Scenario = scenarioSchema.parse({
  schemaVersion: 3,
  name: "Round numbers",
  notes: "",
  tags: [],
  workload: {
    useCase: "other",
    requestsPerDay: 86_400,
    growthKind: "compound",
    growthPerYear: 0,
    peakToMean: 3,
    isl: 1000,
    osl: 500,
    cachedInputShare: 0.4,
    batchableShare: 0,
    escalatedShare: 0,
    ceilingFactor: 5,
    ownRequestsPerDay: [],
    islVariation: 0,
  },
  requirements: {
    percentile: "p95",
    ttftSeconds: 2,
    tpotSeconds: 0.1,
    availabilityShare: 0.99,
    budgetUsdPerMonth: null,
  },
  privacy: {
    dataClass: "internal",
    residency: "anywhere",
    apiTerms: "standard",
    agreementSigned: false,
    apiInRegion: false,
    selfHostedSite: "publicCloud",
  },
  paths: {
    api: {
      enabled: true,
      provider: "maker",
      model: "round-large",
      batchMultiplier: 0.5,
      retryShare: 0,
      priceFactorPerYear: 1,
      ownPrice: null,
      cacheWriteShare: 0,
      reasoningTokens: 0,
      easyShare: 0,
      easyProvider: "maker",
      easyModel: "round-large",
      easyFailedShare: 0,
      committedUsdPerMonth: 0,
      committedDiscountShare: 0,
      ttftSeconds: 1,
      tpotSeconds: 0.02,
    },
    selfHosted: {
      enabled: true,
      model: "round-30b",
      weights: "auto",
      kv: "auto",
      engine: "vllm",
      tp: "auto",
      gpuMemoryUtilization: 0.9,
      acquisition: {
        kind: "rent",
        offerId: "cloud.eight",
        term: "onDemand",
        ownUsdPerAcceleratorHour: null,
        priceFactorPerYear: 1,
        interruptedShare: 0,
      },
      targetUtilisation: 0.75,
      replicaAvailabilityShare: 0.99,
      nonProductionShare: 0,
      operation: "always",
      hoursPerWeek: 60,
      scaleUpMinutes: 15,
      egressUsdPerGb: 0,
      softwareUsdPerAcceleratorYear: 0,
    },
    hybrid: {
      enabled: true,
      selfHostedShare: 0.5,
      routing: "share",
      overflowPeakShare: 0.5,
      routerUsdPerThousandRequests: 0,
      misroutedShare: 0,
    },
    people: {
      enabled: true,
      minutesPerRequest: 5,
      wageUsdPerYear: 40_000,
      overheadFactor: 1.5,
      productiveHoursPerYear: 1500,
      occupancyShare: 0.8,
      hiringUsdPerPerson: 4000,
      attritionPerYear: 0.3,
      answerSeconds: null,
      answerShare: 0.8,
    },
  },
  data: {
    labelledExamples: 1000,
    ratingsPerExample: 2,
    minutesPerLabel: 3,
    annotatorUsdPerHour: 30,
    rejectedShare: 0.1,
    annotators: 4,
    refreshSharePerYear: 0.5,
    storedBytes: 500e9,
    logRetentionMonths: 6,
    storageUsdPerGbMonth: 0.02,
  },
  evaluation: {
    expectedPassShare: 0.5,
    marginOfError: 0.1,
    confidence: 0.95,
    ratingsPerItem: 2,
    minutesPerRating: 4,
    raterUsdPerHour: 45,
    raters: 2,
  },
  maintenance: {
    releasesPerYear: 4,
    fineTunesPerYear: 2,
    acceleratorHoursPerFineTune: 100,
    incidentsPerMonthApi: 1,
    incidentsPerMonthSelfHosted: 3,
    hoursPerIncident: 4,
  },
  team: {
    engineerUsdPerYear: 180_000,
    overheadFactor: 1.4,
    workingHoursPerYear: 1800,
    runFteApi: 0.2,
    runFteSelfHosted: 1,
    buildMonthsApi: 2,
    buildMonthsSelfHosted: 4,
  },
  outcome: { valueUsdPerRequest: 0, rampMonths: 0, errorShare: 0, peopleErrorShare: 0, errorUsd: 0 },
  economics: {
    startMonth: "2026-12",
    pricedOn: "2026-11-24",
    horizonMonths: 36,
    discountRatePerYear: 0.1,
    inflationPerYear: 0,
    purchaseTaxShare: 0,
    incomeTaxShare: 0,
    currency: "USD",
    currencyPerUsd: 1,
  },
  ranges: {
    requestsPerDay: { low: 0.6, high: 1.5 },
    apiPrice: { low: 0.8, high: 1.15 },
    acceleratorPrice: { low: 0.8, high: 1.25 },
    runFteSelfHosted: { low: 0.7, high: 1.6 },
    pay: { low: 0.85, high: 1.2 },
    minutesPerRequest: { low: 0.8, high: 1.3 },
  },
  confirmed: [],
});

type Changes<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: Changes<T[K]> } : T;

function laidOver<T>(document: T, changes: Changes<T>): T {
  if (typeof document !== "object" || document === null || Array.isArray(document)) return changes as T;
  const merged = { ...document } as Record<string, unknown>;
  for (const [key, change] of Object.entries(changes as object)) {
    merged[key] = key === "acquisition" || key === "ownPrice" ? change : laidOver(merged[key], change as never);
  }
  return merged as T;
}

/** The round document with some of its values changed; an acquisition or own price replaces the whole of it. */
export const roundScenario = (changes: Changes<Scenario> = {}): Scenario =>
  scenarioSchema.parse(laidOver(roundDocument, changes));

/** Two machines of eight bought at round prices. */
export const roundPurchase = {
  kind: "buy",
  acceleratorId: "round-accelerator",
  usdPerAccelerator: 10_000,
  serverFactor: 1.25,
  acceleratorsPerMachine: 8,
  lifeYears: 4,
  residualShare: 0.1,
  maintenanceSharePerYear: 0.06,
  usdPerKwh: 0.1,
  pue: 1.5,
  colocationUsdPerKwMonth: 100,
} as const;
