import { z } from "zod";
import { choiceField, numberField, optionalNumberField, rowsField, wholeNumberField } from "./field";
import { teamRoles } from "./scenario-words";

/** Work that comes back after launch, and what may force some: corrections, retired models, drift, patches. */

export const fineTuneMethods = { lora: "LoRA", qlora: "QLoRA (4-bit base)", full: "All weights" } as const;

export const upkeepKinds = {
  refresh: "Renew documents and examples",
  prompts: "Revise prompts",
  index: "Rebuild the search index",
  regression: "Regression evaluation",
  securityPatches: "Security patches",
  upgrade: "Upgrade engine and drivers",
  audit: "Review access and logs",
  other: "Other work",
} as const;
export type UpkeepKind = keyof typeof upkeepKinds;

export const upkeepWays = {
  every: "Every automated way",
  api: "Ways with an API",
  selfHosted: "Ways that host a model",
} as const;

export const correctionKinds = {
  wrong: "Wrong answer",
  outdated: "Outdated",
  legal: "Removal by legal right",
} as const;
export type CorrectionKind = keyof typeof correctionKinds;

export const correctionMethods = {
  promptPatch: "Prompt or guardrail",
  retrieval: "Remove from the documents it looks up",
  fineTune: "Targeted fine-tune",
  preference: "Preference tuning",
  unlearning: "Unlearning (gradient ascent or KL)",
  shards: "Retrain a shard (SISA)",
  retraining: "Train again without it",
} as const;
export type CorrectionMethod = keyof typeof correctionMethods;

const main = { section: "maintenance", prominence: "main" } as const;
const more = { section: "maintenance", prominence: "more" } as const;

export const maintenanceSchema = z.strictObject({
  releasesPerYear: numberField(0, 365, {
    ...main,
    title: "Releases a year",
    description: "Changes of model, prompt or data that are tested again before they go live.",
    unit: "release/year",
  }),
  hoursPerRelease: numberField(0, 10_000, {
    ...more,
    title: "Work on a release",
    description: "An ML engineer's hours to prepare and roll out one release; its evaluation comes on top.",
    unit: "h",
  }),
  canaryShare: numberField(0, 0.5, {
    ...more,
    title: "Canary: share of requests",
    description: "Share of the requests a release answers at first. 0: it goes live for all at once.",
    unit: "share",
  }),
  canaryHours: numberField(0, 2000, {
    ...more,
    title: "Canary: hours",
    description: "How long a release is watched on that share before it goes live for all.",
    unit: "h",
  }),
  rollbackVersions: wholeNumberField(0, 100, {
    ...more,
    title: "Earlier versions kept",
    description: "Versions of the weights kept to go back to, besides the one in use.",
    unit: "1",
  }),
  fineTunesPerYear: numberField(0, 365, {
    ...main,
    title: "Fine-tunes a year",
    description: "How often a fine-tuned model is trained again on new examples. 0: never.",
    unit: "release/year",
  }),
  hoursPerFineTune: numberField(0, 10_000, {
    ...more,
    title: "Work on a fine-tune",
    description: "An ML engineer's hours to prepare, run and check one fine-tune.",
    unit: "h",
  }),
  acceleratorHoursPerFineTune: optionalNumberField(0, 1e7, {
    ...more,
    title: "Accelerator-hours per fine-tune",
    description: "Number of accelerators times hours of one run, failed runs included. Empty: worked out.",
    unit: "accelerator·h",
  }),
  fineTuneMethod: choiceField(fineTuneMethods, {
    ...more,
    title: "How it is fine-tuned",
    description: "All weights, or adapters beside them.",
  }),
  fineTuneTokensPerExample: numberField(1, 1_000_000, {
    ...more,
    title: "Tokens of a training example",
    description: "Prompt and answer of one example together.",
    unit: "token",
  }),
  fineTuneEpochs: numberField(1, 100, {
    ...more,
    title: "Passes over the examples",
    description: "How often a run goes through all examples.",
    unit: "1",
  }),
  work: rowsField(
    {
      kind: choiceField(upkeepKinds, {
        ...more,
        title: "Work",
        description: "What is done. A regression evaluation brings the test of a release with it.",
      }),
      timesPerYear: numberField(0, 366, {
        ...more,
        title: "Times a year",
        description: "How often it comes back.",
        unit: "1",
      }),
      hours: numberField(0, 10_000, { ...more, title: "Hours each", description: "Work each time.", unit: "h" }),
      role: choiceField(teamRoles, { ...more, title: "Done by", description: "Whose hours it takes." }),
      on: choiceField(upkeepWays, { ...more, title: "Needed on", description: "The ways that need it." }),
      usdEach: numberField(0, 1e9, {
        ...more,
        title: "Bought in each time",
        description: "Money besides the hours: tools, licences, a service.",
        unit: "USD",
      }),
    },
    {
      name: "recurring work",
      maximum: 30,
      blank: { kind: "other", timesPerYear: 12, hours: 2, role: "mlEngineer", on: "every", usdEach: 0 },
    },
    {
      ...main,
      title: "Recurring work",
      description: "What comes back besides releases and fine-tunes, each with its cadence, hours and role.",
    },
  ),
  coveredByTeamShare: numberField(0, 1, {
    ...more,
    title: "Upkeep done by the team that runs it",
    description:
      "Share of the recurring work and of alerts that the engineers counted under Cost do within their hours; the rest is paid on top.",
    unit: "share",
  }),
  incidentsPerMonthApi: numberField(0, 1000, {
    ...more,
    title: "Incidents a month, API",
    description: "Faults that an engineer must look into when an API is used.",
    unit: "incident/month",
  }),
  incidentsPerMonthSelfHosted: numberField(0, 1000, {
    ...main,
    title: "Incidents a month, self-hosted",
    description: "Faults that an engineer must look into when the model is self-hosted.",
    unit: "incident/month",
  }),
  hoursPerIncident: numberField(0, 1000, {
    ...more,
    title: "Hours per incident",
    description: "Engineering time to find and mend one fault.",
    unit: "h/incident",
  }),
  corrections: rowsField(
    {
      kind: choiceField(correctionKinds, {
        ...more,
        title: "Request",
        description: "What is asked for. Removals by legal right are held to the legal deadline.",
      }),
      perMonth: numberField(0, 100_000, {
        ...more,
        title: "Requests a month",
        description: "How many of them come in a month.",
        unit: "1",
      }),
      method: choiceField(correctionMethods, {
        ...more,
        title: "Made by",
        description: "Decides work, time until it is gone and what may be left, unless you say otherwise beside it.",
      }),
      hours: optionalNumberField(0, 10_000, {
        ...more,
        title: "Hours each",
        description: "An engineer's work on one request. Empty: usual for the method.",
        unit: "h",
      }),
      days: optionalNumberField(0, 365, {
        ...more,
        title: "Days of work",
        description: "From the start of the work until it is gone. Empty: usual for the method.",
        unit: "day",
      }),
      residualShare: optionalNumberField(0, 1, {
        ...more,
        title: "Something left after",
        description: "Share of the requests after which something is left. Empty: usual for the method.",
        unit: "share",
      }),
      checkItems: optionalNumberField(0, 100_000, {
        ...more,
        title: "Answers checked after",
        description:
          "Answers that people judge after it, for each request or training run. Empty: usual for the method.",
        unit: "item",
      }),
    },
    {
      name: "kind of correction",
      maximum: 20,
      blank: {
        kind: "wrong",
        perMonth: 1,
        method: "promptPatch",
        hours: null,
        days: null,
        residualShare: null,
        checkItems: null,
      },
    },
    {
      ...main,
      title: "Corrections",
      description: "Requests to correct or remove what the system says or knows, and how each kind is met.",
    },
  ),
  correctionRunsPerMonth: numberField(0.1, 31, {
    ...more,
    title: "Correction runs a month",
    description: "How often gathered requests are trained in at most; they wait for the next run.",
    unit: "1",
  }),
  correctionShards: wholeNumberField(1, 1000, {
    ...more,
    title: "Shards",
    description: "Parts the training examples are split into, each with a model of its own (SISA).",
    unit: "1",
  }),
  correctionSlices: wholeNumberField(1, 1000, {
    ...more,
    title: "Slices of a shard",
    description: "Steps in which a shard is trained, with the weights kept after each (SISA).",
    unit: "1",
  }),
  legalDeadlineDays: numberField(1, 365, {
    ...more,
    title: "Legal deadline",
    description: "Days within which a removal by legal right must be done.",
    unit: "day",
  }),
  apiModelLifetimeMonths: optionalNumberField(1, 120, {
    ...more,
    title: "Lifetime of an API model",
    description: "Months until a provider retires a model and one has to move. Empty: as published by the provider.",
    unit: "month",
  }),
  apiNoticeDays: optionalNumberField(0, 1000, {
    ...more,
    title: "Notice before an API model retires",
    description: "Days between the announcement and the end. Empty: as published by the provider.",
    unit: "day",
  }),
  hoursPerApiMigration: numberField(0, 10_000, {
    ...more,
    title: "Work to move to another API model",
    description: "Hours of an ML engineer to adapt prompts and check; rounds of evaluation come on top.",
    unit: "h",
  }),
  roundsPerApiMigration: wholeNumberField(0, 20, {
    ...more,
    title: "Rounds of evaluation for a move",
    description: "Rounds to choose the successor and to show that nothing got worse.",
    unit: "1",
  }),
  monitoredPerMonth: numberField(0, 1_000_000, {
    ...main,
    title: "Answers reviewed a month",
    description: "Answers from live use that people judge each month to see drift.",
    unit: "item",
  }),
  driftDropShare: numberField(0.005, 0.5, {
    ...more,
    title: "Drop that must be seen",
    description: "By how much the share of right answers may fall before it must be noticed.",
    unit: "share",
  }),
  driftMonths: wholeNumberField(1, 24, {
    ...more,
    title: "Seen within",
    description: "Months of reviewed answers that are looked at together.",
    unit: "month",
  }),
  alertsPerMonth: numberField(0, 100_000, {
    ...more,
    title: "Alerts a month",
    description: "Warnings of monitoring that someone looks at; most are not incidents.",
    unit: "1",
  }),
  minutesPerAlert: numberField(0, 1000, {
    ...more,
    title: "Time per alert",
    description: "Minutes to look at one and set it aside.",
    unit: "min",
  }),
  stalenessUsdPerMonth: numberField(0, 1e9, {
    ...more,
    title: "Cost of growing stale",
    description:
      "By how much the harm of outdated knowledge in a month grows with each month since the last renewal. 0: not known.",
    unit: "USD/month",
  }),
});
