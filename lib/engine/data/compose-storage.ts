import { storageUsdPerMonth } from "../cost/storage";
import { derive, type Figure } from "../figure";
import { weightsStorageBytes } from "../fleet/machines";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import type { Pipeline } from "./compose-pipeline";
import { archivedBytes, hotMonths, logBytesAtRetention } from "./logs";
import { checkpointBytes, loadSeconds, rawBytes, textBytes, tieredStorageUsd, vectorBytes, vectorsOf } from "./storage";
import { sumBytes, sumUsdPerMonth } from "./sums";
import { testedPerMonth, testResultBytes, testsKept } from "./test-results";
import { formats, usualData } from "./usual";

/** What hosting adds: the weights, and what one fine-tune trains; null where it is not known. */
export type Hosted = { weightsTotalBytes: Figure<number>; trainedParameters: Figure<number> | null };

/** Answers judged before launch, and at each release or regression evaluation. */
export type Tested = { roundItems: Figure<number>; releaseItems: Figure<number> };

/** Answers of tests and of live use that are judged: kept as long as logs, as they are prompts and answers like those. */
function testResults({ workload, data, maintenance }: ScenarioFigures, { roundItems, releaseItems }: Tested) {
  const regressions = maintenance.work.filter(({ kind }) => kind.value === "regression");
  const perMonth = derive(testedPerMonth, {
    timesPerYear: [maintenance.releasesPerYear, ...regressions.map(({ timesPerYear }) => timesPerYear)],
    items: releaseItems,
    reviewedPerMonth: maintenance.monitoredPerMonth,
  });
  return derive(testResultBytes, {
    items: derive(testsKept, { roundItems, perMonth, retentionMonths: data.logRetentionMonths }),
    isl: workload.isl,
    osl: workload.osl,
    bytesPerToken: assumptions.bytesPerToken,
    recordBytes: usualData.testRecordBytes,
  });
}

/** Everything kept, at launch volume and once the retention of logs is reached. */
export function composeStorage(
  scenario: ScenarioFigures,
  pipeline: Pipeline,
  logBytesPerMonth: Figure<number>,
  hosted: Hosted | null,
  tested: Tested | null,
) {
  const { data, maintenance } = scenario;
  const { copiesKept: copies, storageUsdPerGbMonth: price } = data;
  const originals = derive(sumBytes, {
    parts: pipeline.sources.map(({ source, documents }) =>
      derive(rawBytes, {
        documents,
        bytesPerDocument: source.bytesPerDocument,
        rawBytesPerTextByte: formats[source.format.value].rawBytesPerTextByte,
        copies,
      }),
    ),
  });
  const prepared = derive(sumBytes, {
    parts: pipeline.sources.map(({ source, kept }) =>
      derive(textBytes, { documents: kept, bytesPerDocument: source.bytesPerDocument, copies }),
    ),
  });
  const vectors = derive(vectorsOf, { tokens: pipeline.tokens, passageTokens: data.passageTokens });
  const index = derive(vectorBytes, { vectors, dimensions: data.vectorDimensions });
  const kept = derive(logBytesAtRetention, {
    bytesPerMonth: logBytesPerMonth,
    retentionMonths: data.logRetentionMonths,
  });
  const hot = derive(logBytesAtRetention, {
    bytesPerMonth: logBytesPerMonth,
    retentionMonths: derive(hotMonths, {
      retentionMonths: data.logRetentionMonths,
      archiveAfterMonths: data.archiveAfterMonths,
    }),
  });
  const archived = derive(archivedBytes, { keptBytes: kept, hotBytes: hot });
  const flat = (bytes: Figure<number>, usdPerGbMonth: Figure<number>) =>
    derive(storageUsdPerMonth, { bytes: [bytes], usdPerGbMonth });
  const part = (id: string, label: string, bytes: Figure<number>) => ({ id, label, bytes });
  const tests = tested && testResults(scenario, tested);
  const objects = [originals, prepared, data.storedBytes, ...(tests ? [tests] : [])];
  const documentsUsd = derive(sumUsdPerMonth, {
    parts: [derive(tieredStorageUsd, { bytes: objects, usdPerGbMonth: price }), flat(index, data.vectorUsdPerGbMonth)],
  });
  const weights =
    hosted &&
    derive(weightsStorageBytes, {
      weightsTotalBytes: hosted.weightsTotalBytes,
      earlierVersions: maintenance.rollbackVersions,
    });
  const checkpoints =
    hosted?.trainedParameters &&
    derive(checkpointBytes, { checkpoints: data.checkpointsKept, trainedParameters: hosted.trainedParameters });
  const logsUsd = derive(sumUsdPerMonth, { parts: [flat(hot, price), flat(archived, data.archiveUsdPerGbMonth)] });
  const hostedBytes = [weights, checkpoints].flatMap((each) => each ?? []);
  return {
    parts: [
      part("originals", "Originals", originals),
      part("text", "Prepared text", prepared),
      part("index", "Index of vectors", index),
      part("other", "Examples and others", data.storedBytes),
      ...(tests ? [part("tests", "Test results", tests)] : []),
      part("logs", "Logs", kept),
      ...(weights ? [part("weights", "Weights", weights)] : []),
      ...(checkpoints ? [part("checkpoints", "Training checkpoints", checkpoints)] : []),
    ],
    /** Cost lines of their own: what every automated path keeps, and what hosting adds. */
    documentsUsd,
    hostedBytes,
    hostedUsd: derive(tieredStorageUsd, { bytes: hostedBytes, usdPerGbMonth: price }),
    logsUsd,
    usdPerMonth: derive(sumUsdPerMonth, { parts: [documentsUsd, logsUsd] }),
    loadSeconds: hosted
      ? derive(loadSeconds, { bytes: hosted.weightsTotalBytes, bytesPerSecond: usualData.readBytesPerSecond })
      : null,
  };
}
export type Storage = ReturnType<typeof composeStorage>;
