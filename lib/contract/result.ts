import { z } from "zod";
import { providerTermsSchema } from "./catalogue";
import { considerationSchema } from "./field";
import { pathIdSchema, perspectiveSchema } from "./scenario";
import { unitSchema } from "./unit";

/**
 * What the engine makes of a scenario. Numbers are SI or US dollars, as their names say; the dotted path of a number
 * in this document is what "how did this come about?" is asked with.
 */
const n = z.number();
/** The 10–90 % range of an estimate, with the estimate itself. */
export const rangeSchema = z.strictObject({ low: n, mid: n, high: n });
export type Range = z.infer<typeof rangeSchema>;

export const latencySchema = z.strictObject({ mean: n, p50: n, p90: n, p95: n, p99: n });
export type Latency = z.infer<typeof latencySchema>;

export const findingSchema = z.strictObject({
  id: z.string(),
  consideration: considerationSchema,
  severity: z.enum(["blocker", "warning", "info"]),
  /** What a person must know, in one sentence. */
  what: z.string(),
  /** Why, with the numbers. */
  why: z.string(),
  /** What to do about it. */
  todo: z.string(),
  /** Paths a blocker bars from the verdict; empty for all other findings. */
  bars: z.array(pathIdSchema),
});
export type Finding = z.infer<typeof findingSchema>;

export const limitedBySchema = z.enum(["compute", "memoryBandwidth", "kvCapacity", "interconnect", "host", "arrivals"]);
export type LimitedBy = z.infer<typeof limitedBySchema>;

export const trafficResultSchema = z.strictObject({
  requestsPerMonth: n,
  meanRequestsPerSecond: n,
  peakRequestsPerSecond: n,
  inputTokensPerMonth: n,
  outputTokensPerMonth: n,
  monthly: z.array(z.strictObject({ month: z.string(), requests: n, peakRequestsPerSecond: n })),
});

/** Memory of one accelerator of a replica. */
export const memoryResultSchema = z.strictObject({
  weightsBytes: n,
  weightsTotalBytes: n,
  kvBytesPerToken: n,
  statePerSequenceBytes: n,
  kvPoolBytes: n,
  kvPoolTokens: n,
  maxConcurrencyAtMaxModelLen: n,
  activationBytes: n,
  runtimeBytes: n,
  cudaGraphBytes: n,
  kvForLoadBytes: n,
  totalForLoadBytes: n,
  usableBytes: n,
  fits: z.boolean(),
  components: z.array(z.strictObject({ id: z.string(), label: z.string(), bytes: n })),
});
export type MemoryResult = z.infer<typeof memoryResultSchema>;

/** Load on one replica against what its users feel. */
export const loadPointSchema = z.strictObject({
  requestsPerSecond: n,
  concurrency: n,
  utilisation: n,
  ttftSeconds: latencySchema,
  tpotSeconds: latencySchema,
  e2eSeconds: latencySchema,
  outputTokensPerSecond: n,
  meetsTargets: z.boolean(),
});
export type LoadPoint = z.infer<typeof loadPointSchema>;

export const servingResultSchema = z.strictObject({
  acceleratorsPerReplica: n,
  /** Most requests a second one replica serves with every latency target met. */
  goodputRequestsPerSecond: rangeSchema,
  limitedBy: limitedBySchema,
  curve: z.array(loadPointSchema),
});

export const fleetResultSchema = z.strictObject({
  /** A replica in the plan's busiest minutes, and the range of its latencies at the percentile required. */
  atPeak: loadPointSchema,
  ttftSeconds: rangeSchema,
  tpotSeconds: rangeSchema,
  replicas: n,
  spares: n,
  nonProductionAccelerators: n,
  /** Accelerators in use at launch: replicas, spares, test and staging, rounded up to whole machines. */
  accelerators: n,
  machines: n,
  facilityWatts: n,
  weightsStorageBytes: n,
  /** Months from ordering until machines serve, and how many months of the plan pass before the first do. */
  lead: z.strictObject({ months: n, monthsWithout: n }).optional(),
  monthly: z.array(
    z.strictObject({
      month: z.string(),
      replicas: n,
      spares: n,
      accelerators: n,
      /** On average over the month's hours; absent, like the rates, in results kept before it was told apart. */
      acceleratorsOn: n.optional(),
      /** What the fleet is sized for, and what its replicas without spares may carry. */
      requestsPerSecond: n.optional(),
      capacityRequestsPerSecond: n.optional(),
    }),
  ),
});

const passedStepSchema = z.strictObject({ id: z.string(), label: z.string(), documents: n, tokens: n });

/** Parts besides the first six are absent in results kept before they were worked out. */
export const dataResultSchema = z.strictObject({
  labels: n,
  labellingUsd: n,
  labellingDays: n,
  upkeepUsdPerMonth: n,
  logBytesPerMonth: n,
  /** Documents, index and logs once the retention is reached. */
  storageUsdPerMonth: n,
  /** Working days until the data is ready, one kind of work after another, and the month it must begin in. */
  leadDays: n.optional(),
  beginBy: z.string().optional(),
  /** Sources through the steps; what is left after each. */
  pipeline: z
    .strictObject({
      sources: z.array(
        z.strictObject({
          name: z.string(),
          /** Empty where nobody answers for it. */
          owner: z.string(),
          documents: n,
          kept: n,
          tokens: n,
          usd: n,
          changedPerMonth: n,
          staleShare: n,
        }),
      ),
      read: passedStepSchema,
      steps: z.array(passedStepSchema.extend({ usd: n, hours: n, days: n })),
      preparationUsd: n,
      days: n,
      annotatorHours: n,
      engineerHours: n,
      identifiersLeft: n,
      upkeepUsdPerMonth: n,
      upkeepHoursPerMonth: n,
    })
    .optional(),
  /** Faults to expect by what was inspected, and what it takes to be within the target. */
  quality: z
    .strictObject({
      dimensions: z.array(
        z.strictObject({
          dimension: z.string(),
          label: z.string(),
          inspected: n,
          defective: n,
          found: n,
          /** Wilson's interval at 95 %. */
          low: n,
          high: n,
          expectedDefects: n,
          mostDefects: n,
        }),
      ),
      toInspect: n,
      toGoThrough: n,
      toMend: n,
      hours: n,
      usd: n,
    })
    .optional(),
  /** Examples after review, split and check for leaks; what fine-tuning needs and lacks; how far labels agree. */
  examples: z
    .strictObject({
      steps: z.array(z.strictObject({ id: z.string(), label: z.string(), items: n })),
      heldOut: n,
      trainable: n,
      needed: n,
      missing: n,
      missingUsd: n,
      disagreeingShare: n,
      accuracy: n,
      agreementBeyondChance: n,
    })
    .optional(),
  storage: z
    .strictObject({
      parts: z.array(z.strictObject({ id: z.string(), label: z.string(), bytes: n })),
      documentsUsdPerMonth: n,
      logsUsdPerMonth: n,
      hostedUsdPerMonth: n,
      loadSeconds: n.nullable(),
    })
    .optional(),
  readiness: z
    .strictObject({
      gates: z.array(
        z.strictObject({
          id: z.enum(["rights", "class", "paths"]),
          state: z.enum(["met", "open", "failed"]),
          what: z.string(),
          why: z.string(),
        }),
      ),
      facts: z.array(z.strictObject({ id: z.string(), label: z.string(), weight: n, share: n, why: z.string() })),
      /** Of 100. */
      score: n,
      nextStep: z.string(),
    })
    .optional(),
});
export type DataResult = z.infer<typeof dataResultSchema>;

const chancesSchema = z.array(z.strictObject({ trueShare: n, chance: n }));

const evaluationPlanSchema = z.strictObject({
  /** Unlike answers that say as much as those judged on the criterion that asks for the most. */
  itemsThatCount: n,
  designEffect: n,
  zeroFailureItems: n.nullable(),
  judgedByModel: n,
  adjudications: n,
  labelAccuracy: n,
  chanceGoodPasses: n,
  falseStop: n,
  chanceBadPasses: n,
  /** Weighted score expected, and the chance that it is reached where one is demanded. */
  overallScore: n,
  chanceOverall: n.nullable(),
  /** Chance to pass everything, every criterion being so far off what is expected. */
  curve: z.array(z.strictObject({ shift: n, chance: n })),
  criteria: z.array(
    z.strictObject({
      perspective: perspectiveSchema,
      measure: z.enum(["people", "judge", "automatic"]),
      blocking: z.boolean(),
      expectedShare: n,
      seenShare: n,
      passShare: n,
      items: n,
      /** Answers for the chance to pass that is asked for; null where nothing is asked, 0 where it cannot be had. */
      itemsForPower: n.nullable(),
      /** Judged by people and by the model. */
      labels: n,
      judged: n,
      chancePasses: n,
      chanceBadPasses: n,
      curve: chancesSchema,
      /** Cost by answers that people judge to check the model; empty without one. */
      labelCurve: z.array(z.strictObject({ labels: n, judged: n, usd: n })),
    }),
  ),
  families: z.array(z.strictObject({ name: z.string(), trafficShare: n, items: n, questions: n, variations: n })),
  tailItems: n,
  coveredShare: n,
  /** Cost of the test of a criterion that must be passed, by people per answer; null where it could not be passed. */
  raters: z.array(z.strictObject({ judges: n, accuracy: n, usd: n.nullable() })),
  /** 0 where no number of people would do; null where people judge nothing that must be passed. */
  cheapestJudges: n.nullable(),
});

const evaluationDecisionSchema = z.strictObject({
  results: z.array(
    z.strictObject({
      perspective: perspectiveSchema,
      path: z.enum(["all", "api", "selfHosted"]),
      blocking: z.boolean(),
      /** "unasked": no criterion names this perspective. */
      state: z.enum(["passed", "undecided", "failed", "unasked"]),
      items: n,
      share: n,
      low: n,
      high: n,
      confidence: n,
      passShare: n.nullable(),
      agreement: n.nullable(),
    }),
  ),
  paths: z.array(
    z.strictObject({
      path: pathIdSchema,
      state: z.enum(["go", "noGo", "open"]),
      /** Perspectives that must be passed and are not, or not yet. */
      missing: z.array(perspectiveSchema),
      /** Weighted score of what was tested, its lower end, and what it must reach. */
      score: n.nullable(),
      scoreLow: n.nullable(),
    }),
  ),
  /** Latency and cost, from the plan's own estimates. */
  gates: z.array(
    z.strictObject({
      criterion: z.enum(["latency", "cost"]),
      path: pathIdSchema,
      state: z.enum(["passed", "failed", "unknown"]),
      why: z.string(),
    }),
  ),
});

export type EvaluationPlan = z.infer<typeof evaluationPlanSchema>;
export type EvaluationDecision = z.infer<typeof evaluationDecisionSchema>;

export const evaluationResultSchema = z.strictObject({
  sampleSize: n,
  ratings: n,
  usdPerRound: n,
  daysPerRound: n,
  roundsPerYear: n,
  /** What a round can tell; absent in results kept before it was worked out. */
  plan: evaluationPlanSchema.optional(),
  /** What a release is tested on. */
  suite: z
    .strictObject({
      items: n,
      usdPerRelease: n,
      daysPerRelease: n,
      /** Null where each release takes a whole round. */
      power: n.nullable(),
      stopsAt: n.nullable(),
    })
    .optional(),
  /** Go or no-go by the results entered. */
  decision: evaluationDecisionSchema.optional(),
  /** Harm of wrong answers that look right against the cost of reviewing, for a thousand answers. */
  review: z
    .strictObject({
      curve: z.array(z.strictObject({ reviewShare: n, harmUsd: n, reviewUsd: n, totalUsd: n })),
      bestShare: n,
      bestUsd: n,
      plannedUsd: n,
    })
    .optional(),
});

const automatedSchema = z.enum(["api", "selfHosted"]);

export const calendarEventSchema = z.strictObject({
  /** Months since launch. */
  month: z.number(),
  /** The month as `2027-03`. */
  label: z.string(),
  kind: z.enum([
    "data",
    "launch",
    "release",
    "fineTune",
    "refresh",
    "prompts",
    "index",
    "regression",
    "securityPatches",
    "upgrade",
    "audit",
    "other",
    "drift",
    "migrationStart",
    "migration",
    "hardware",
    "review",
  ]),
  what: z.string(),
});
export type CalendarEvent = z.infer<typeof calendarEventSchema>;

/** Work that comes back, with its money: beyond the team's hours, for its evaluation, and bought in. */
const recurringSchema = z.strictObject({
  kind: z.string(),
  label: z.string(),
  on: z.enum(["every", "api", "selfHosted"]),
  role: z.string(),
  timesPerYear: n,
  hoursPerMonth: n,
  workUsdPerMonth: n,
  evaluationUsdPerMonth: n,
  boughtUsdPerMonth: n,
});

const correctionSchema = z.strictObject({
  kind: z.string(),
  on: automatedSchema,
  /** As it is made there: nobody outside trains the model behind an API, so a patch takes the place of training. */
  method: z.string(),
  instead: z.boolean(),
  role: z.string(),
  perMonth: n,
  hoursPerMonth: n,
  acceleratorHoursPerMonth: n,
  checksPerMonth: n,
  judgingHoursPerMonth: n,
  daysUntilGone: n,
  leftPerYear: n,
  workUsdPerMonth: n,
  runsUsdPerMonth: n,
});

export const maintenanceResultSchema = z.strictObject({
  hoursPerMonthApi: n,
  hoursPerMonthSelfHosted: n,
  usdPerMonthApi: n,
  usdPerMonthSelfHosted: n,
  fineTuneUsdPerYear: n,
  /** All else that comes back; absent in results kept before it was worked out. */
  upkeep: z
    .strictObject({
      work: z.array(recurringSchema),
      corrections: z.array(correctionSchema),
      /** Days between the slowest removal by legal right and the deadline; null where there is none. */
      legalSlackDays: n.nullable(),
      migration: z.strictObject({
        /** Null where neither the plan nor the catalogue says it. */
        lifetimeMonths: n.nullable(),
        noticeDays: n.nullable(),
        leadDays: n,
        expected: n.nullable(),
        /** Months from launch to the first retirement; negative where the model retires before. */
        firstMonth: n.nullable(),
        planned: n,
        usdEach: n,
      }),
      drift: z.strictObject({
        monitoringUsdPerMonth: n,
        alertHoursPerMonth: n,
        alertsUsdPerMonth: n,
        chanceToSee: n,
        visibleDropShare: n.nullable(),
        /** Absent in results kept before it was worked out; null where nothing is reviewed. */
        alarmBelowShare: n.nullable().optional(),
        itemsNeededPerMonth: n,
      }),
      refresh: z.strictObject({
        usdEach: n,
        ownMonths: n.nullable(),
        bestMonths: n.nullable(),
        ownUsdPerMonth: n.nullable(),
        bestUsdPerMonth: n.nullable(),
        extraUsdPerMonth: n.nullable(),
      }),
      release: z.strictObject({
        canaryRequests: n,
        visibleFailureShare: n.nullable(),
        canaryUsdPerMonth: n,
      }),
      /** Hours in an average month; the team's own work of running it is not among them. */
      hoursByRole: z.array(z.strictObject({ path: pathIdSchema, role: z.string(), hoursPerMonth: n })),
      acceleratorHoursPerFineTune: n,
      calendar: z.array(calendarEventSchema),
    })
    .optional(),
});
export type Upkeep = NonNullable<z.infer<typeof maintenanceResultSchema>["upkeep"]>;

/** Ways to run one fine-tune of the hosted model. */
export const fineTuneSchema = z.strictObject({
  method: z.string(),
  choices: z.array(
    z.strictObject({
      accelerators: n,
      checkpointing: z.enum(["none", "selective", "full"]),
      sharding: z.string(),
      peakGib: n,
      usableGib: n,
      fits: z.boolean(),
      hours: n,
      acceleratorHours: n,
      /** What holds the peak; absent in results kept before it was told apart. */
      components: z.array(z.strictObject({ id: z.string(), label: z.string(), gib: n })).optional(),
    }),
  ),
  /** Place among the choices of the one that takes the fewest accelerator-hours; null where none fits. */
  cheapest: z.number().nullable(),
  /** Cheapest of all priced accelerators at listed prices; null where none fits, absent in results kept before it. */
  recommended: z
    .strictObject({
      accelerator: z.string(),
      offer: z.string(),
      accelerators: n,
      checkpointing: z.enum(["none", "selective", "full"]),
      sharding: z.string(),
      hours: n,
      acceleratorHours: n,
      usdPerAcceleratorHour: n,
      usd: n,
    })
    .nullable()
    .optional(),
});

const coverageSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  state: z.enum(["covered", "open", "notApplicable"]),
  why: z.string(),
});

const allowedSchema = z.enum(["yes", "withMeasures", "no"]);

/** Classes of data against ways to run a model; what the plan itself does is marked. */
export const privacyMatrixSchema = z.strictObject({
  options: z.array(
    z.strictObject({
      id: z.enum([
        "apiStandard",
        "apiZeroRetention",
        "cloudTenant",
        "publicCloud",
        "colocation",
        "ownPremises",
        "confidential",
        "mpc",
      ]),
      label: z.string(),
    }),
  ),
  rows: z.array(
    z.strictObject({
      dataClass: z.enum(["public", "internal", "confidential", "personal", "special", "payment"]),
      planned: z.boolean(),
      cells: z.array(
        z.strictObject({
          option: z.string(),
          planned: z.boolean(),
          allowed: allowedSchema,
          reasons: z.array(z.string()),
        }),
      ),
    }),
  ),
});

export const privacyResultSchema = z.strictObject({
  options: z.array(
    z.strictObject({
      path: pathIdSchema,
      allowed: allowedSchema,
      reasons: z.array(z.string()),
    }),
  ),
  matrix: privacyMatrixSchema.optional(),
  /** What the pages of whoever answers the API's calls say; null where nothing of it is known. */
  terms: providerTermsSchema.extend({ retentionDays: z.string() }).nullable().optional(),
  /** Private training and coverage of known risks; absent in results kept before they were worked out. */
  protection: z
    .strictObject({
      noiseMultiplier: n.nullable(),
      delta: n.nullable(),
      /** Share right that private training leaves; null without it, absent in results kept before it was told. */
      passShare: z.strictObject({ low: n, high: n }).nullable().optional(),
      /** Identifiers in prompts that reach the model, and the wait that scrubbing and checking add. */
      leaksPerMonth: n.optional(),
      inlineSeconds: n.optional(),
      multiParty: z.strictObject({ secondsPerToken: rangeSchema, requestSeconds: n }).nullable().optional(),
      risks: z.array(coverageSchema),
      functions: z.array(coverageSchema),
      /** Data-usage policy filled from the plan, in Markdown. */
      policy: z.string(),
      /** What users are told, in a few sentences. */
      notice: z.string().optional(),
    })
    .optional(),
});

export const costLineSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  kind: z.enum(["oneOff", "running"]),
  consideration: considerationSchema,
  totalUsd: n,
  /** One entry per month of the horizon; one-off costs stand in the first month. */
  monthlyUsd: z.array(n),
});
export type CostLine = z.infer<typeof costLineSchema>;

export const pathCostSchema = z.strictObject({
  lines: z.array(costLineSchema),
  monthlyUsd: z.array(n),
  cumulativeUsd: z.array(n),
  oneOffUsd: n,
  /** Running cost of an average month over the horizon. */
  runningUsdPerMonth: n,
  /** Everything over the horizon, undiscounted, with the range that the serving estimate's error gives. */
  totalUsd: rangeSchema,
  /** Present value of every cost at the discount rate. */
  presentValueUsd: n,
  usdPerRequest: n,
  usdPerMillionTokens: n.nullable(),
});
export type PathCost = z.infer<typeof pathCostSchema>;

export const breakEvenSchema = z.strictObject({
  from: pathIdSchema,
  to: pathIdSchema,
  /** Month (1 = first) in which the cumulative costs cross, null when they do not within the horizon. */
  month: n.nullable(),
  /** Requests a day at which both cost the same over the horizon; several, as whole machines make steps. */
  requestsPerDay: z.array(n),
  /** Use of the fleet, averaged over hours and months, at each of those volumes; empty where neither has one. */
  utilisation: z.array(n).optional(),
});
export type BreakEven = z.infer<typeof breakEvenSchema>;

/** A change of one input at which the answer becomes another. */
const thresholdSchema = z.strictObject({
  factor: n,
  value: n.nullable(),
  /** What would be cheapest then; null where no way would meet the budget. */
  instead: pathIdSchema.nullable(),
  /** Chance that the input lies beyond, from its range; null for a choice, which does not vary. */
  chance: n.nullable(),
});
export type Threshold = z.infer<typeof thresholdSchema>;

export const verdictSchema = z.strictObject({
  path: pathIdSchema.nullable(),
  sentence: z.string(),
  /** Cheapest qualifying alternative, and what choosing the verdict saves against it over the horizon. */
  runnerUp: pathIdSchema.nullable(),
  savingUsd: n.nullable(),
  /** "close" when the cheapest costs least in fewer than 9 of 10 draws, or the two cheapest lie within 5 %. */
  certainty: z.enum(["clear", "close", "none"]),
  hinges: z.array(z.strictObject({ path: z.string(), label: z.string(), why: z.string() })),
  /** Where each input, moved alone, changes the answer; nearest first. Absent in results kept before it was told. */
  thresholds: z
    .array(
      z.strictObject({
        path: z.string(),
        label: z.string(),
        /** Its value in the plan and its unit, where it is one number; else it is told by its factor alone. */
        planned: n.nullable(),
        unit: unitSchema.nullable(),
        below: thresholdSchema.nullable(),
        above: thresholdSchema.nullable(),
      }),
    )
    .optional(),
  barred: z.array(z.strictObject({ path: pathIdSchema, reasons: z.array(z.string()) })),
});

export const considerationStateSchema = z.strictObject({
  id: considerationSchema,
  state: z.enum(["settled", "open", "failing"]),
  reason: z.string(),
  nextStep: z.string(),
  /** The input worth most to know, and by how much the answer's cost moves over its range; absent where nothing moves. */
  worth: z.strictObject({ path: z.string(), usd: n }).optional(),
});

const byPath = <T extends z.ZodType>(of: T) =>
  z.strictObject({ api: of.nullable(), selfHosted: of.nullable(), hybrid: of.nullable(), people: of.nullable() });

/** What a path brings less what it costs, month by month. */
export const returnsSchema = z.strictObject({
  benefitUsd: n,
  npvUsd: n,
  /** Tax on profit over the horizon, where there is any; net present value, rate and payback are after it. */
  taxUsd: n.optional(),
  /** (Benefit − cost) ÷ cost over the horizon. */
  roi: n,
  irrAnnual: n.nullable(),
  /** Why there is no one rate: none or several; null where there is one. Absent, as what follows, in older results. */
  irrNote: z.string().nullable().optional(),
  paybackMonths: n.nullable(),
  discountedPaybackMonths: n.nullable().optional(),
});

/** Choosing the way that costs more at first instead of the other, as an investment: what is laid out, what it saves. */
export const investmentSchema = z.strictObject({
  of: pathIdSchema,
  over: pathIdSchema,
  /** The most by which it is ever dearer in sum. */
  investedUsd: n,
  /** What it saves over the plan, undiscounted; negative where it never comes back. */
  gainUsd: n,
  npvUsd: n,
  /** Net ÷ what goes out in the months in which it is dearer; null where there are none. */
  roi: n.nullable(),
  irrAnnual: n.nullable(),
  irrNote: z.string().nullable(),
  paybackMonths: n.nullable(),
  discountedPaybackMonths: n.nullable(),
});
export type Investment = z.infer<typeof investmentSchema>;

/** What comes of inputs that are not exactly known: every path at thousands of draws of them. */
export const uncertaintyResultSchema = z.strictObject({
  draws: n,
  seed: n,
  /** Factors on an input that 1 of 10 plans falls below, and 1 of 10 exceeds. */
  inputs: z.array(
    z.strictObject({
      path: z.string(),
      label: z.string(),
      low: n,
      high: n,
      /** How values between the ends are spread; absent in older results, where all were log-normal. */
      shape: z.string().optional(),
      note: z.string(),
    }),
  ),
  /** Cost so far at the end of each month: 10 %, 50 % and 90 % of the draws are below. */
  cumulativeUsd: byPath(z.strictObject({ p10: z.array(n), p50: z.array(n), p90: z.array(n) })),
  /** Share of the draws in which a path has cost least so far, by month; barred paths do not compete. */
  cheapestShare: byPath(z.array(n)),
  /** Total of each path with one input at either end of its range and all others as planned; widest first. */
  tornado: z.array(
    z.strictObject({ path: z.string(), label: z.string(), totalUsd: byPath(z.strictObject({ low: n, high: n })) }),
  ),
  /** Present value of what each path brings less what it costs, before tax on profit; null where nothing is claimed. */
  worth: byPath(z.strictObject({ p10: n, p50: n, p90: n, chancePositive: n }))
    .nullable()
    .optional(),
});
export type UncertaintyResult = z.infer<typeof uncertaintyResultSchema>;

export const scenarioResultSchema = z.strictObject({
  /** What the result was computed with. */
  basis: z.strictObject({
    engineVersion: z.string(),
    calibrationVersion: z.string(),
    catalogueVersion: z.string(),
    pricedOn: z.string(),
    model: z.strictObject({ id: z.string(), name: z.string(), takenFor: z.string().nullable(), weights: z.string() }),
    accelerator: z.strictObject({ id: z.string(), name: z.string(), memoryBytes: n }),
    price: z.strictObject({ id: z.string(), name: z.string(), note: z.string().nullable() }).nullable(),
  }),
  traffic: trafficResultSchema,
  memory: memoryResultSchema,
  /** Null where the model does not fit or its architecture is unknown: a finding says which. */
  serving: servingResultSchema.nullable(),
  fleet: fleetResultSchema.nullable(),
  data: dataResultSchema,
  evaluation: evaluationResultSchema,
  maintenance: maintenanceResultSchema,
  /** Null where the model's shape is not known; absent in results kept before it was worked out. */
  fineTune: fineTuneSchema.nullable().optional(),
  privacy: privacyResultSchema,
  /** Null for a path that is not considered or cannot be priced. */
  cost: z.strictObject({
    api: pathCostSchema.nullable(),
    selfHosted: pathCostSchema.nullable(),
    hybrid: pathCostSchema.nullable(),
    people: pathCostSchema.nullable(),
  }),
  finance: z.strictObject({
    breakEven: z.array(breakEvenSchema),
    /** Choosing self-hosting instead of the API, as an investment: null where either is missing or nothing is invested. */
    selfHostedOverApi: z.strictObject({ npvUsd: n, irrAnnual: n.nullable(), paybackMonths: n.nullable() }).nullable(),
    /** Every two paths against one another; absent in results kept before it was worked out. */
    investments: z.array(investmentSchema).optional(),
    /** Each path against doing nothing. Null where no benefit is claimed; absent in results kept before there was one. */
    returns: byPath(returnsSchema).nullable().optional(),
    /** What else each path is asked about; absent in results kept before it was. */
    unit: byPath(z.strictObject({ usdPerResolvedRequest: n, totalInCurrency: n })).optional(),
    /** The currency of those totals. */
    currency: z.string().optional(),
    /** Totals over the horizon at other volumes, whole machines included. */
    byVolume: z.strictObject({ requestsPerDay: z.array(n), totalUsd: byPath(z.array(n)) }).optional(),
  }),
  /** Absent in results that were kept before there was one. */
  uncertainty: uncertaintyResultSchema.optional(),
  verdict: verdictSchema,
  findings: z.array(findingSchema),
  considerations: z.array(considerationStateSchema),
});
export type ScenarioResult = z.infer<typeof scenarioResultSchema>;

export type DataExamples = NonNullable<DataResult["examples"]>;
export type DataPipeline = NonNullable<z.infer<typeof dataResultSchema>["pipeline"]>;
export type FineTune = z.infer<typeof fineTuneSchema>;
