import { archivedBytes, hotMonths, logBytesKept, logBytesPerMonth } from "../data/logs";
import { sumUsdPerMonth } from "../data/sums";
import { derive, type Figure } from "../figure";
import { assumptions } from "../resolve/assumptions";
import { monthsSinceLaunch } from "../traffic/months";
import type { CostInputs } from "./inputs";
import { everyMonth, inMonth, type PlanLine, planLine } from "./line";
import { storageUsdPerMonth } from "./storage";

/** Documents, examples and what is stored: the same on every automated path. */
export function dataLines(inputs: CostInputs): PlanLine[] {
  const { data, scenario } = inputs;
  const months = scenario.economics.horizonMonths.value;
  const oneOff = (id: string, label: string, usd: Figure<number>) =>
    planLine({ id, label, kind: "oneOff", consideration: "data" }, "nothing", inMonth(usd, 0, months));
  const running = (id: string, label: string, usd: Figure<number>) =>
    planLine({ id, label, kind: "running", consideration: "data" }, "nothing", everyMonth(usd, months));
  /** Lines that a plan without sources or a goal does not have. */
  const where = (applies: boolean, line: () => PlanLine) => (applies ? [line()] : []);
  const { pipeline, quality, examples, storage } = data;
  const some = pipeline.read.documents.value > 0;
  return [
    oneOff("labelling", "Labelling before launch", examples.planned.usd),
    ...where(examples.missing.value > 0, () =>
      oneOff("missingExamples", "Examples still missing", examples.missingUsd),
    ),
    ...where(some, () => oneOff("preparation", "Preparing documents", pipeline.usd)),
    ...where(some, () => oneOff("cleaning", "Inspecting and cleaning documents", quality.usd)),
    running("dataUpkeep", "Keeping examples current", data.upkeepUsdPerMonth),
    ...where(some, () => running("documentUpkeep", "New and changed documents", pipeline.upkeepUsdPerMonth)),
    running("storage", "Stored data", storage.documentsUsd),
    planLine({ id: "logs", label: "Kept logs", kind: "running", consideration: "data" }, "volume", logsMonthly(inputs)),
  ];
}

function logsMonthly({ scenario, traffic }: CostInputs): Figure<number>[] {
  const { workload, data } = scenario;
  const { logRetentionMonths, archiveAfterMonths } = data;
  const freshMonths = derive(hotMonths, { retentionMonths: logRetentionMonths, archiveAfterMonths });
  return traffic.monthly.map(({ requests }, index) => {
    const bytesPerMonth = derive(logBytesPerMonth, {
      requests,
      isl: workload.isl,
      osl: workload.osl,
      bytesPerToken: assumptions.bytesPerToken,
    });
    const kept = (retentionMonths: Figure<number>) =>
      derive(logBytesKept, { bytesPerMonth, retentionMonths, month: monthsSinceLaunch(index) });
    const all = kept(logRetentionMonths);
    const stored = (bytes: Figure<number>, usdPerGbMonth: Figure<number>) =>
      derive(storageUsdPerMonth, { bytes: [bytes], usdPerGbMonth });
    if (archiveAfterMonths.value === null) return stored(all, data.storageUsdPerGbMonth);
    const fresh = kept(freshMonths);
    const archived = derive(archivedBytes, { keptBytes: all, hotBytes: fresh });
    return derive(sumUsdPerMonth, {
      parts: [stored(fresh, data.storageUsdPerGbMonth), stored(archived, data.archiveUsdPerGbMonth)],
    });
  });
}
