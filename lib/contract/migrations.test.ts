import { describe, expect, test } from "vitest";
import { roundDocument } from "@/lib/engine/testing/scenario";
import { readScenario } from "./migrations";

/** What version 3 asks besides. */
const added =
  /^(ceilingFactor|ownRequestsPerDay|islVariation|cacheWriteShare|reasoningTokens|tokensPerMinuteLimit|otherModels|busiestHourUtc|provisioned.*|fineTuned.*|fineTuneUsdPerMtoken|fineTuneHosting.*|committed.*|interruptedShare|operation|hoursPerWeek|scaleUpMinutes|leadMonths|egressUsdPerGb|softwareUsd.*|routing|overflowPeakShare|routerUsd.*|misroutedShare|answerS.*|peopleErrorShare|inflationPerYear|purchaseTaxShare|incomeTaxShare|currency.*|ranges|sources|steps|identifiersPerDocument|scrubRecallShare|updateEveryDays|inspections|toleratedDefectShare|minutesPerInspection|minutesPerRepair|fineTuneGoal|agreementShare|examplesNeeded|heldOutShare|leakedShare|syntheticShare|usdPerSyntheticExample|passageTokens|vector.*|copiesKept|checkpointsKept|archive.*|criteria|families|coverageShare|itemsPerFamily|powerShare|correctsForSeveral|overallPassShare|overlapShare|adjudicationMinutes|results|suite.*|credibleShare|doubtAuc|criticalFailureShare|raterAccuracyShare|judgeUsdPerItem|judgeSensitivity|judgeSpecificity|fineTuneMethod|fineTuneTokensPerExample|fineTuneEpochs|hoursPerRelease|canaryShare|canaryHours|rollbackVersions|hoursPerFineTune|work|coveredByTeamShare|corrections|correctionRunsPerMonth|correctionShards|correctionSlices|legalDeadlineDays|apiModelLifetimeMonths|apiNoticeDays|hoursPerApiMigration|roundsPerApiMigration|monitoredPerMonth|driftDropShare|driftMonths|alertsPerMonth|minutesPerAlert|stalenessUsdPerMonth|reviewShare|reviewMinutes|detectionShare|dpEpsilon|dpBatch|legalRegion|lawfulBasis|protection|confidentialLossShare|mpcSecondsPerToken|identifiersPerPrompt|leaksPerMonthTolerated|scrubsPrompts|promptRecallShare|scrub.*|guard.*|redTeam.*|auditUsdPerYear|publicUsers|usesTools|readsUntrusted|approvesActions|filtersOutput|limitsUse)$/;

const without = (node: unknown): unknown =>
  typeof node !== "object" || node === null || Array.isArray(node)
    ? node
    : Object.fromEntries(
        Object.entries(node).flatMap(([key, child]) => (added.test(key) ? [] : [[key, without(child)]])),
      );

const fewer = without(roundDocument) as Record<string, Record<string, unknown>>;
/** The one share that was tested stood by itself. */
const second = { ...fewer, evaluation: { ...fewer.evaluation, expectedPassShare: 0.5 }, schemaVersion: 2 };

describe("a document of the second version", () => {
  test("is read with nothing counted that was not counted before", () => {
    const read = readScenario(second);
    if (!read.ok) throw new Error(read.message);
    expect(read.value.paths.api).toEqual(roundDocument.paths.api);
    const { islVariation, ...workload } = read.value.workload;
    expect({ ...read.value, workload, paths: null }).toEqual({
      ...roundDocument,
      workload: { ...roundDocument.workload, islVariation: undefined },
      paths: null,
    });
    expect(islVariation).toBe(0.7);
    expect(read.value.paths.selfHosted).toEqual(roundDocument.paths.selfHosted);
  });
});

describe("the one kind of engineer of older documents", () => {
  test("becomes the one role of the team, with the same pay, time to build and people to run", () => {
    const { roles, ...team } = roundDocument.team;
    const { role, usdPerYear, ...work } = roles[0] ?? {};
    const read = readScenario({ ...second, team: { ...team, ...work } });
    expect(read.ok && read.value.team).toEqual(roundDocument.team);
    expect([role, usdPerYear]).toEqual(["platform", team.engineerUsdPerYear]);
  });
});

test("the share expected right becomes a criterion that must be passed", () => {
  const read = readScenario(second);
  expect(read.ok && read.value.evaluation.criteria).toEqual([
    { perspective: "accuracy", measure: "people", expectedShare: 0.5, passShare: 0.7, weight: 1, blocking: true },
  ]);
});

describe("a document of the first version", () => {
  test("is read with nothing claimed for what its answers bring or break", () => {
    const { outcome: _, ...first } = second as Record<string, unknown>;
    const read = readScenario({ ...first, schemaVersion: 1 });
    expect(read.ok && read.value.outcome).toEqual(roundDocument.outcome);
  });
});
