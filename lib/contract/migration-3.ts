type Tree = Record<string, unknown>;

/** What version 3 asks besides, with values that change nothing: they were not counted before. */
const added: Tree = {
  workload: {
    ceilingFactor: 5,
    ownRequestsPerDay: [],
    islVariation: 0.7,
    busiestHourUtc: 13,
  },
  paths: {
    api: {
      cacheWriteShare: 0,
      reasoningTokens: 0,
      otherModels: [],
      tokensPerMinuteLimit: null,
      committedUsdPerMonth: 0,
      committedDiscountShare: 0,
      provisionedPeakShare: 0,
      provisionedUsdPerUnitMonth: 260,
      provisionedTokensPerUnitMinute: 2400,
      provisionedOutputRatio: 6,
      provisionedMinimumUnits: 15,
      provisionedIncrement: 5,
      fineTuned: false,
      fineTuneUsdPerMtoken: 25,
      fineTunedPriceFactor: 1.5,
      fineTuneHostingUsdPerHour: 0,
    },
    selfHosted: {
      operation: "always",
      hoursPerWeek: 60,
      scaleUpMinutes: 15,
      leadMonths: 0,
      egressUsdPerGb: 0,
      softwareUsdPerAcceleratorYear: 0,
    },
    hybrid: {
      routing: "share",
      overflowPeakShare: 0.5,
      routerUsdPerThousandRequests: 0,
      misroutedShare: 0,
    },
    people: {
      answerSeconds: null,
      answerShare: 0.8,
    },
  },
  outcome: {
    peopleErrorShare: 0,
    credibleShare: 1,
    reviewShare: 0,
    reviewMinutes: 1,
    detectionShare: 0.8,
    doubtAuc: 0.5,
  },
  economics: {
    inflationPerYear: 0,
    purchaseTaxShare: 0,
    incomeTaxShare: 0,
    currency: "USD",
    currencyPerUsd: 1,
  },
  ranges: {
    requestsPerDay: { low: 0.6, high: 1.5, shape: "logNormal" },
    growth: { low: 1, high: 1, shape: "logNormal" },
    peakToMean: { low: 1, high: 1, shape: "logNormal" },
    isl: { low: 1, high: 1, shape: "logNormal" },
    osl: { low: 1, high: 1, shape: "logNormal" },
    cachedInput: { low: 1, high: 1, shape: "logNormal" },
    escalated: { low: 1, high: 1, shape: "logNormal" },
    apiPrice: { low: 0.8, high: 1.15, shape: "logNormal" },
    apiTrend: { low: 1, high: 1, shape: "logNormal" },
    acceleratorPrice: { low: 0.8, high: 1.25, shape: "logNormal" },
    rentTrend: { low: 1, high: 1, shape: "logNormal" },
    buildWork: { low: 1, high: 1, shape: "logNormal" },
    runFteSelfHosted: { low: 0.7, high: 1.6, shape: "logNormal" },
    pay: { low: 0.85, high: 1.2, shape: "logNormal" },
    minutesPerRequest: { low: 0.8, high: 1.3, shape: "logNormal" },
    wage: { low: 1, high: 1, shape: "logNormal" },
    errorUsd: { low: 1, high: 1, shape: "logNormal" },
    value: { low: 1, high: 1, shape: "logNormal" },
    payTogether: 0,
    pricesTogether: 0,
  },
  data: {
    sources: [],
    steps: ["extract", "deduplicate", "filter", "scrub", "review", "index"].map((step) => ({
      step,
      removedShare: null,
      usdPerThousandDocuments: null,
      minutesPerThousandDocuments: null,
      documentsPerDay: null,
    })),
    identifiersPerDocument: 2,
    scrubRecallShare: 0.95,
    updateEveryDays: 7,
    inspections: [],
    toleratedDefectShare: 0.05,
    minutesPerInspection: 3,
    minutesPerRepair: 10,
    fineTuneGoal: "none",
    agreementShare: 1,
    examplesNeeded: null,
    heldOutShare: 0,
    leakedShare: 0,
    syntheticShare: 0,
    usdPerSyntheticExample: 0.11,
    passageTokens: 400,
    vectorDimensions: 1536,
    vectorUsdPerGbMonth: 0.33,
    copiesKept: 1,
    checkpointsKept: 0,
    archiveAfterMonths: null,
    archiveUsdPerGbMonth: 0.004,
  },
  evaluation: {
    families: [],
    coverageShare: 0.8,
    itemsPerFamily: 0,
    powerShare: null,
    correctsForSeveral: true,
    overallPassShare: null,
    overlapShare: 1,
    raterAccuracyShare: 1,
    adjudicationMinutes: 0,
    criticalFailureShare: null,
    judgeUsdPerItem: 0.01,
    judgeSensitivity: 0.9,
    judgeSpecificity: 0.8,
    suiteDropShare: null,
    suiteItems: null,
    suiteChangedShare: 0.1,
    suiteMeasure: "people",
    results: [],
  },
  maintenance: {
    hoursPerRelease: 0,
    canaryShare: 0,
    canaryHours: 24,
    rollbackVersions: 1,
    hoursPerFineTune: 0,
    fineTuneMethod: "lora",
    fineTuneTokensPerExample: 1500,
    fineTuneEpochs: 3,
    work: [],
    coveredByTeamShare: 0,
    corrections: [],
    correctionRunsPerMonth: 4,
    correctionShards: 10,
    correctionSlices: 10,
    legalDeadlineDays: 30,
    apiModelLifetimeMonths: 18,
    apiNoticeDays: null,
    hoursPerApiMigration: 0,
    roundsPerApiMigration: 0,
    monitoredPerMonth: 0,
    driftDropShare: 0.1,
    driftMonths: 3,
    alertsPerMonth: 0,
    minutesPerAlert: 10,
    stalenessUsdPerMonth: 0,
  },
  privacy: {
    dpEpsilon: null,
    dpBatch: 256,
    legalRegion: "eu",
    lawfulBasis: "notNamed",
    protection: "none",
    confidentialLossShare: 0.06,
    mpcSecondsPerToken: null,
    identifiersPerPrompt: 0,
    leaksPerMonthTolerated: null,
    scrubsPrompts: false,
    promptRecallShare: 0.76,
    scrubUsdPerThousandPrompts: 4,
    scrubSeconds: 0.1,
    guardUsdPerThousandRequests: 0.38,
    guardSeconds: 0.2,
    redTeamDaysPerYear: 0,
    redTeamUsdPerDay: 2400,
    auditUsdPerYear: 0,
    publicUsers: false,
    usesTools: false,
    readsUntrusted: false,
    approvesActions: false,
    filtersOutput: false,
    limitsUse: false,
  },
};

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

/** Adds what a document lacks; what it has stays as it is. */
function withAdded(document: Tree, extra: Tree): Tree {
  const merged = { ...document };
  for (const [key, value] of Object.entries(extra)) {
    const present = merged[key];
    if (present === undefined) merged[key] = value;
    else if (isTree(value) && isTree(present)) merged[key] = withAdded(present, value);
  }
  return merged;
}

/** Spot fleets were counted without interruptions. */
const forRent = { paths: { selfHosted: { acquisition: { interruptedShare: 0 } } } };

function rents(document: Tree): boolean {
  let at: unknown = document;
  for (const key of ["paths", "selfHosted", "acquisition"]) at = isTree(at) ? at[key] : undefined;
  return isTree(at) && at.kind === "rent";
}

const oneTeam = ["buildMonthsApi", "buildMonthsSelfHosted", "runFteApi", "runFteSelfHosted"] as const;

/** There was one kind of engineer, who becomes the one role of the team. */
function withRoles(document: Tree): Tree {
  const { team } = document;
  if (!isTree(team) || team.roles !== undefined) return document;
  const rest = Object.fromEntries(Object.entries(team).filter(([key]) => !oneTeam.some((each) => each === key)));
  const work = Object.fromEntries(oneTeam.map((key) => [key, team[key]]));
  return {
    ...document,
    team: { ...rest, roles: [{ role: "platform", usdPerYear: team.engineerUsdPerYear, ...work }] },
  };
}

/** The one share that was tested becomes a criterion; what must be reached to go live had not been asked. */
function withCriteria(document: Tree): Tree {
  const { evaluation } = document;
  if (!isTree(evaluation) || evaluation.expectedPassShare === undefined) return document;
  const { expectedPassShare: expectedShare, ...rest } = evaluation;
  const accuracy = {
    perspective: "accuracy",
    measure: "people",
    expectedShare,
    passShare: 0.7,
    weight: 1,
    blocking: true,
  };
  return { ...document, evaluation: { criteria: [accuracy], ...rest } };
}

export const withWhatVersion3Adds = (document: Tree): Tree =>
  withRoles(withAdded(withAdded(withCriteria(document), added), rents(document) ? forRent : {}));
