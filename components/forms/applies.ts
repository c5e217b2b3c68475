import type { CorrectionMethod, RangedInput, Scenario, TeamRole } from "@/lib/contract/scenario";

/** What the catalogue must say before it is known whether a field matters. */
export type CatalogueFacts = {
  facilityPowerPublished(acceleratorId: string): boolean;
  /** Whether a price is another above some length of the prompt; `provider/model`. */
  pricedByLength(price: string): boolean;
  /** Whether a price is another at some hours of the day; `provider/model`. */
  pricedByHour(price: string): boolean;
};

type Facts = { document: Scenario; catalogue: CatalogueFacts };
type Rule = (facts: Facts) => boolean;

/** Parts of the plan that are priced: a mix needs both an API and hosting, and hands on to people like the others. */
export function considered({ paths, workload }: Scenario) {
  const api = paths.api.enabled || paths.hybrid.enabled;
  const hosting = paths.selfHosted.enabled || paths.hybrid.enabled;
  const automated = api || hosting;
  return { api, hosting, automated, people: paths.people.enabled || (automated && workload.escalatedShare > 0) };
}

const api: Rule = ({ document }) => considered(document).api;
const hosting: Rule = ({ document }) => considered(document).hosting;
const automated: Rule = ({ document }) => considered(document).automated;
const people: Rule = ({ document }) => considered(document).people;
const all =
  (...rules: Rule[]): Rule =>
  (facts) =>
    rules.every((rule) => rule(facts));

const ownFigures = ({ workload }: Scenario): boolean =>
  workload.growthKind === "own" && workload.ownRequestsPerDay.length > 0;
const otherModels = ({ document }: Pick<Facts, "document">) =>
  document.paths.api.otherModels.filter(({ share }) => share > 0);

/** Whether the price of a model that is called, on the list, is of some kind. */
const priced =
  (by: "pricedByLength" | "pricedByHour"): Rule =>
  ({ document, catalogue }) => {
    const { ownPrice, ...main } = document.paths.api;
    const listed = [...(ownPrice === null ? [main] : []), ...otherModels({ document })];
    return listed.some(({ provider, model }) => catalogue[by](`${provider}/${model}`));
  };
const byHour: Rule = (facts) => api(facts) && priced("pricedByHour")(facts);

const units: Rule = (facts) => api(facts) && facts.document.paths.api.provisionedPeakShare > 0;
const tunedApi: Rule = (facts) => api(facts) && facts.document.paths.api.fineTuned;
const tuned: Rule = (facts) => hosting(facts) || tunedApi(facts);
const labels: Rule = ({ document }) => document.data.labelledExamples > 0;
const documents: Rule = ({ document }) => document.data.sources.some((source) => source.documents > 0);
const personalSources: Rule = ({ document }) =>
  document.data.sources.some(
    ({ documents: count, sensitivity }) => count > 0 && ["personal", "special", "payment"].includes(sensitivity),
  );
const goal: Rule = ({ document }) => document.data.fineTuneGoal !== "none";
const judged: Rule = ({ document: { evaluation } }) =>
  evaluation.criteria.some(({ measure }) => measure === "judge") ||
  (evaluation.suiteDropShare !== null && evaluation.suiteMeasure === "judge");
const severalJudges: Rule = ({ document: { evaluation } }) => evaluation.ratingsPerItem > 1;
const mayDiffer: Rule = ({ document: { evaluation } }) =>
  evaluation.ratingsPerItem > 1 && evaluation.raterAccuracyShare < 1;
const families: Rule = ({ document }) => document.evaluation.families.length > 0;
const suite: Rule = ({ document }) => document.evaluation.suiteDropShare !== null;
const harm: Rule = ({ document: { outcome } }) => outcome.errorShare > 0 && outcome.errorUsd > 0;
const reviewed: Rule = ({ document }) => document.outcome.reviewShare > 0;
const scrubbed: Rule = ({ document }) => document.privacy.scrubsPrompts;
const checked: Rule = ({ document }) => document.privacy.filtersOutput;
const incidents: Rule = ({ document: { maintenance, ...document } }) => {
  const parts = considered({ maintenance, ...document });
  return (
    (parts.api && maintenance.incidentsPerMonthApi > 0) ||
    (parts.hosting && maintenance.incidentsPerMonthSelfHosted > 0)
  );
};

/** Roles whose hours of upkeep are paid. */
function paidRoles(facts: Facts): Set<TeamRole> {
  const { maintenance } = facts.document;
  const { api: calls, hosting: hosts } = considered(facts.document);
  const roles = new Set<TeamRole>();
  const add = (role: TeamRole, paid: boolean) => paid && roles.add(role);
  const beyondTeam = maintenance.coveredByTeamShare < 1;
  add("onCall", incidents(facts) || (beyondTeam && maintenance.alertsPerMonth * maintenance.minutesPerAlert > 0));
  add("mlEngineer", beyondTeam && maintenance.releasesPerYear * maintenance.hoursPerRelease > 0);
  const tunes = hosts || (calls && facts.document.paths.api.fineTuned);
  add("mlEngineer", tunes && beyondTeam && maintenance.fineTunesPerYear * maintenance.hoursPerFineTune > 0);
  add("mlEngineer", calls && maintenance.hoursPerApiMigration > 0);
  for (const { on, role, timesPerYear, hours } of maintenance.work) {
    const needed = on === "every" || (on === "api" ? calls : hosts);
    add(role, needed && beyondTeam && timesPerYear * hours > 0);
  }
  for (const { method, perMonth, hours } of maintenance.corrections) {
    add(method === "retrieval" ? "dataEngineer" : "mlEngineer", perMonth > 0 && hours !== 0);
  }
  return roles;
}

/** Where a role that has no pay of its own in the team is paid by the hour; on call the team pays an allowance alone. */
const engineersWork: Rule = all(automated, (facts) => {
  const inTeam = new Set(facts.document.team.roles.map(({ role }) => role));
  return [...paidRoles(facts)].some((role) => role === "onCall" || !inTeam.has(role));
});
const hoursPaid: Rule = all(automated, (facts) => paidRoles(facts).size > 0);

const corrected = (...methods: CorrectionMethod[]): Rule =>
  all(automated, ({ document }) =>
    document.maintenance.corrections.some(({ method, perMonth }) => perMonth > 0 && methods.includes(method)),
  );
const legalRemovals: Rule = all(automated, ({ document }) =>
  document.maintenance.corrections.some(({ kind, perMonth }) => perMonth > 0 && kind === "legal"),
);
const covered: Rule = all(automated, ({ document: { maintenance } }) => {
  const { work, alertsPerMonth, minutesPerAlert, releasesPerYear, hoursPerRelease } = maintenance;
  const fineTunes = maintenance.fineTunesPerYear * maintenance.hoursPerFineTune;
  const others = alertsPerMonth * minutesPerAlert + releasesPerYear * hoursPerRelease + fineTunes;
  return others > 0 || work.some(({ timesPerYear, hours }) => timesPerYear * hours > 0);
});

const paidTeam: Rule = (facts) =>
  considered(facts.document).automated && (facts.document.team.roles.length > 0 || engineersWork(facts));

const rents: Rule = ({ document }) => document.paths.selfHosted.acquisition.kind === "rent";
const builds: Rule = (facts) =>
  facts.document.team.roles.some(
    ({ buildMonthsApi, buildMonthsSelfHosted }) =>
      (api(facts) && buildMonthsApi > 0) || (hosting(facts) && buildMonthsSelfHosted > 0),
  );
const harmCosts: Rule = (facts) => {
  const { errorUsd, errorShare, peopleErrorShare } = facts.document.outcome;
  return errorUsd > 0 && ((automated(facts) && errorShare > 0) || (people(facts) && peopleErrorShare > 0));
};
/** Ranges that are more than a point. */
const varying =
  (...names: RangedInput[]): Rule =>
  ({ document }) =>
    names.every((name) => document.ranges[name].low !== 1 || document.ranges[name].high !== 1);

const never: Rule = () => false;
const always: Rule = () => true;

/** The longest prefix of a path decides; a path without any entry always applies. */
const rules: Record<string, Rule> = {
  schemaVersion: never,
  name: never,
  confirmed: never,
  "workload.requestsPerDay": ({ document }) => !ownFigures(document),
  "workload.growthPerYear": ({ document }) => document.workload.growthKind !== "own" || !ownFigures(document),
  "workload.ceilingFactor": ({ document }) =>
    document.workload.growthKind === "sCurve" && document.workload.growthPerYear !== 0,
  "workload.ownRequestsPerDay": ({ document }) => document.workload.growthKind === "own",
  "workload.islVariation": (facts) => hosting(facts) || (api(facts) && priced("pricedByLength")(facts)),
  "workload.isl": automated,
  "workload.osl": automated,
  "workload.cachedInputShare": automated,
  "workload.batchableShare": automated,
  "workload.escalatedShare": automated,
  "workload.peakToMean": (facts) => hosting(facts) || byHour(facts) || units(facts),
  "workload.busiestHourUtc": byHour,
  "outcome.rampMonths": automated,
  "outcome.errorShare": all(automated, ({ document }) => document.outcome.errorUsd > 0),
  "outcome.peopleErrorShare": all(people, ({ document }) => document.outcome.errorUsd > 0),
  "outcome.errorUsd": ({ document, catalogue }) =>
    (considered(document).automated && document.outcome.errorShare > 0) ||
    (people({ document, catalogue }) && document.outcome.peopleErrorShare > 0),
  "requirements.percentile": automated,
  "requirements.ttftSeconds": automated,
  "requirements.tpotSeconds": automated,
  "requirements.availabilityShare": hosting,
  "privacy.legalRegion": all(automated, ({ document }) => document.privacy.residency === "region"),
  "privacy.lawfulBasis": all(automated, ({ document }) => ["personal", "special"].includes(document.privacy.dataClass)),
  "privacy.apiTerms": api,
  "privacy.agreementSigned": (facts) =>
    api(facts) || (hosting(facts) && facts.document.privacy.selfHostedSite === "publicCloud"),
  "privacy.apiInRegion": all(api, ({ document }) => document.privacy.residency === "region"),
  "privacy.selfHostedSite": hosting,
  "paths.api": api,
  "paths.api.enabled": always,
  "paths.api.provider": all(api, ({ document }) => document.paths.api.ownPrice === null),
  "paths.api.tokensPerMinuteLimit": ({ document }) => document.paths.api.enabled,
  "paths.api.batchMultiplier": all(api, ({ document }) => document.workload.batchableShare > 0),
  "paths.api.committedDiscountShare": all(api, ({ document }) => document.paths.api.committedUsdPerMonth > 0),
  "paths.api.provisionedUsdPerUnitMonth": units,
  "paths.api.provisionedTokensPerUnitMinute": units,
  "paths.api.provisionedOutputRatio": units,
  "paths.api.provisionedMinimumUnits": units,
  "paths.api.provisionedIncrement": units,
  "paths.api.fineTuneUsdPerMtoken": all(tunedApi, labels),
  "paths.api.fineTunedPriceFactor": all(tunedApi, ({ document }) => document.paths.api.ownPrice === null),
  "paths.api.fineTuneHostingUsdPerHour": tunedApi,
  "paths.selfHosted": hosting,
  "paths.selfHosted.hoursPerWeek": all(hosting, ({ document }) => document.paths.selfHosted.operation === "schedule"),
  "paths.selfHosted.scaleUpMinutes": all(
    hosting,
    ({ document }) => document.paths.selfHosted.operation === "autoscale",
  ),
  "paths.selfHosted.acquisition.interruptedShare": all(hosting, ({ document: { paths } }) => {
    const { acquisition } = paths.selfHosted;
    return acquisition.kind === "rent" && acquisition.term === "spot";
  }),
  "paths.selfHosted.enabled": always,
  "paths.selfHosted.acquisition.term": all(hosting, ({ document: { paths } }) => {
    const { acquisition } = paths.selfHosted;
    return acquisition.kind === "rent" && acquisition.ownUsdPerAcceleratorHour === null;
  }),
  "paths.selfHosted.acquisition.pue": all(hosting, ({ document: { paths }, catalogue }) => {
    const { acquisition } = paths.selfHosted;
    return acquisition.kind === "buy" && !catalogue.facilityPowerPublished(acquisition.acceleratorId);
  }),
  "paths.hybrid": ({ document }) => document.paths.hybrid.enabled,
  "paths.hybrid.enabled": always,
  "paths.hybrid.selfHostedShare": ({ document: { paths } }) => paths.hybrid.enabled && paths.hybrid.routing === "share",
  "paths.hybrid.overflowPeakShare": ({ document: { paths } }) =>
    paths.hybrid.enabled && paths.hybrid.routing === "overflow",
  "paths.people": people,
  "paths.people.enabled": always,
  "paths.people.answerShare": all(people, ({ document }) => document.paths.people.answerSeconds !== null),
  data: automated,
  "data.ratingsPerExample": all(automated, labels),
  "data.minutesPerLabel": all(automated, labels),
  "data.annotatorUsdPerHour": all(automated, labels),
  "data.rejectedShare": all(automated, labels),
  "data.annotators": all(automated, labels),
  "data.refreshSharePerYear": all(automated, labels),
  "data.agreementShare": all(automated, labels, ({ document }) => document.data.ratingsPerExample > 1),
  "data.examplesNeeded": all(automated, goal),
  "data.heldOutShare": all(automated, (facts) => goal(facts) || (tuned(facts) && labels(facts))),
  "data.leakedShare": all(automated, (facts) => goal(facts) || (tuned(facts) && labels(facts))),
  "data.syntheticShare": all(automated, goal),
  "data.usdPerSyntheticExample": all(automated, goal, ({ document }) => document.data.syntheticShare > 0),
  "data.steps": all(automated, documents),
  "data.identifiersPerDocument": all(automated, personalSources),
  "data.scrubRecallShare": all(automated, personalSources, ({ document }) =>
    document.data.steps.some(({ step }) => step === "scrub"),
  ),
  "data.updateEveryDays": all(automated, ({ document }) =>
    document.data.sources.some(({ documents: count, changedSharePerMonth }) => count > 0 && changedSharePerMonth > 0),
  ),
  "data.inspections": all(automated, documents),
  "data.toleratedDefectShare": all(automated, documents),
  "data.minutesPerInspection": all(automated, documents),
  "data.minutesPerRepair": all(automated, documents, ({ document }) => document.data.inspections.length > 0),
  "data.passageTokens": all(automated, documents, ({ document }) => document.data.vectorDimensions > 0),
  "data.vectorDimensions": all(automated, documents),
  "data.vectorUsdPerGbMonth": all(automated, documents, ({ document }) => document.data.vectorDimensions > 0),
  "data.copiesKept": all(automated, documents),
  "data.checkpointsKept": all(hosting, ({ document }) => document.maintenance.fineTunesPerYear > 0),
  "data.archiveAfterMonths": all(automated, ({ document }) => document.data.logRetentionMonths > 0),
  "data.archiveUsdPerGbMonth": all(
    automated,
    ({ document: { data } }) => data.archiveAfterMonths !== null && data.archiveAfterMonths < data.logRetentionMonths,
  ),
  evaluation: automated,
  "evaluation.criteria.weight": all(automated, ({ document }) => document.evaluation.overallPassShare !== null),
  "evaluation.coverageShare": all(automated, families),
  "evaluation.itemsPerFamily": all(automated, families),
  "evaluation.correctsForSeveral": all(
    automated,
    ({ document }) => document.evaluation.criteria.filter(({ blocking }) => blocking).length > 1,
  ),
  "evaluation.overlapShare": all(automated, severalJudges),
  "evaluation.adjudicationMinutes": all(automated, mayDiffer),
  "evaluation.judgeUsdPerItem": all(automated, judged),
  "evaluation.judgeSensitivity": all(automated, ({ document }) =>
    document.evaluation.criteria.some(({ measure }) => measure === "judge"),
  ),
  "evaluation.judgeSpecificity": all(automated, ({ document }) =>
    document.evaluation.criteria.some(({ measure }) => measure === "judge"),
  ),
  "evaluation.suiteItems": all(automated, suite),
  "evaluation.suiteChangedShare": all(automated, suite),
  "evaluation.suiteMeasure": all(automated, suite),
  "outcome.credibleShare": all(automated, harm),
  "outcome.reviewShare": automated,
  "outcome.reviewMinutes": all(automated, (facts) => reviewed(facts) || harm(facts)),
  "outcome.detectionShare": all(automated, harm),
  "outcome.doubtAuc": all(automated, harm),
  "maintenance.releasesPerYear": automated,
  "maintenance.fineTunesPerYear": tuned,
  "maintenance.acceleratorHoursPerFineTune": all(hosting, ({ document }) => document.maintenance.fineTunesPerYear > 0),
  "maintenance.fineTuneMethod": all(hosting, labels),
  "maintenance.fineTuneTokensPerExample": all(tuned, labels),
  "maintenance.fineTuneEpochs": all(tuned, labels),
  "maintenance.hoursPerRelease": all(automated, ({ document }) => document.maintenance.releasesPerYear > 0),
  "maintenance.canaryShare": automated,
  "maintenance.canaryHours": all(automated, ({ document }) => document.maintenance.canaryShare > 0),
  "maintenance.rollbackVersions": hosting,
  "maintenance.hoursPerFineTune": all(tuned, ({ document }) => document.maintenance.fineTunesPerYear > 0),
  "maintenance.work": automated,
  "maintenance.coveredByTeamShare": covered,
  "maintenance.corrections": automated,
  "maintenance.correctionRunsPerMonth": all(
    hosting,
    corrected("fineTune", "preference", "unlearning", "shards", "retraining"),
  ),
  "maintenance.correctionShards": all(hosting, corrected("shards")),
  "maintenance.correctionSlices": all(hosting, corrected("shards")),
  "maintenance.legalDeadlineDays": legalRemovals,
  "maintenance.apiModelLifetimeMonths": api,
  "maintenance.apiNoticeDays": api,
  "maintenance.hoursPerApiMigration": api,
  "maintenance.roundsPerApiMigration": api,
  "maintenance.driftDropShare": automated,
  "maintenance.driftMonths": automated,
  "maintenance.alertsPerMonth": automated,
  "maintenance.minutesPerAlert": all(automated, ({ document }) => document.maintenance.alertsPerMonth > 0),
  "maintenance.monitoredPerMonth": automated,
  "maintenance.stalenessUsdPerMonth": automated,
  "privacy.dpEpsilon": all(hosting, labels),
  "privacy.dpBatch": all(hosting, labels, ({ document }) => document.privacy.dpEpsilon !== null),
  "privacy.protection": hosting,
  "privacy.confidentialLossShare": all(hosting, ({ document }) => document.privacy.protection === "confidential"),
  "privacy.mpcSecondsPerToken": all(hosting, ({ document }) => document.privacy.protection === "mpc"),
  "privacy.identifiersPerPrompt": automated,
  "privacy.leaksPerMonthTolerated": all(api, ({ document }) => document.privacy.identifiersPerPrompt > 0),
  "privacy.scrubsPrompts": automated,
  "privacy.promptRecallShare": all(automated, scrubbed),
  "privacy.scrubUsdPerThousandPrompts": all(automated, scrubbed),
  "privacy.scrubSeconds": all(automated, scrubbed),
  "privacy.guardUsdPerThousandRequests": all(automated, checked),
  "privacy.guardSeconds": all(automated, checked),
  "privacy.redTeamDaysPerYear": automated,
  "privacy.redTeamUsdPerDay": all(automated, ({ document }) => document.privacy.redTeamDaysPerYear > 0),
  "privacy.auditUsdPerYear": automated,
  "privacy.publicUsers": automated,
  "privacy.usesTools": automated,
  "privacy.readsUntrusted": automated,
  "privacy.approvesActions": all(automated, ({ document }) => document.privacy.usesTools),
  "privacy.filtersOutput": automated,
  "privacy.limitsUse": automated,
  "maintenance.incidentsPerMonthApi": api,
  "maintenance.incidentsPerMonthSelfHosted": hosting,
  "maintenance.hoursPerIncident": incidents,
  team: automated,
  "team.roles.buildMonthsApi": api,
  "team.roles.runFteApi": api,
  "team.roles.buildMonthsSelfHosted": hosting,
  "team.roles.runFteSelfHosted": hosting,
  "team.engineerUsdPerYear": engineersWork,
  "team.overheadFactor": paidTeam,
  "team.workingHoursPerYear": hoursPaid,
  "economics.pricedOn": all(
    api,
    ({ document }) => document.paths.api.ownPrice === null || otherModels({ document }).length > 0,
  ),
  "economics.purchaseTaxShare": automated,
  "economics.incomeTaxShare": ({ document }) => {
    const { api: calls, selfHosted } = document.paths;
    return document.outcome.valueUsdPerRequest > 0 || (calls.enabled && selfHosted.enabled);
  },
  "economics.currencyPerUsd": ({ document }) => document.economics.currency !== "USD",
  "ranges.peakToMean": hosting,
  "ranges.isl": automated,
  "ranges.osl": automated,
  "ranges.cachedInput": all(automated, ({ document }) => document.workload.cachedInputShare > 0),
  "ranges.escalated": all(automated, ({ document }) => document.workload.escalatedShare > 0),
  "ranges.apiPrice": api,
  "ranges.apiTrend": api,
  "ranges.acceleratorPrice": hosting,
  "ranges.rentTrend": all(hosting, rents),
  "ranges.buildWork": builds,
  "ranges.runFteSelfHosted": all(hosting, ({ document }) =>
    document.team.roles.some(({ runFteSelfHosted }) => runFteSelfHosted > 0),
  ),
  "ranges.pay": paidTeam,
  "ranges.minutesPerRequest": people,
  "ranges.wage": people,
  "ranges.errorUsd": harmCosts,
  "ranges.value": ({ document }) => document.outcome.valueUsdPerRequest > 0,
  "ranges.payTogether": all(paidTeam, people, varying("pay", "wage")),
  "ranges.pricesTogether": (facts) =>
    (["apiPrice", "apiTrend", "acceleratorPrice", "rentTrend"] as const).filter(
      (name) => rules[`ranges.${name}`]?.(facts) && varying(name)(facts),
    ).length > 1,
};

function ruleFor(path: string): Rule {
  for (let prefix = path; prefix !== ""; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf(".")))) {
    const rule = rules[prefix];
    if (rule) return rule;
  }
  return always;
}

/** A cell of a list goes by its column: `team.roles.2.runFteApi` is `team.roles.runFteApi`. */
const columnOf = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, "");

/** Whether a field changes anything in this document as it stands. */
export function applies(path: string, document: Scenario, catalogue: CatalogueFacts): boolean {
  const facts = { document, catalogue };
  const [, range] = /^ranges\.(\w+)\.shape$/.exec(path) ?? [];
  // A range that is a point has no shape.
  if (range !== undefined && !varying(range as RangedInput)(facts)) return false;
  return ruleFor(columnOf(path))(facts);
}
