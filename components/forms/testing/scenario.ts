import { type Scenario, scenarioSchema } from "@/lib/contract/scenario";
import { roundDocument } from "@/lib/engine/testing/scenario";
import { withValueAt } from "../value-at";

/** A whole document for tests of forms. */
export const exampleScenario: Scenario = roundDocument;

/** The example with some of its values changed, by path. */
export const scenarioWith = (changes: Record<string, unknown>): Scenario =>
  scenarioSchema.parse(
    Object.entries(changes).reduce((document, [path, value]) => withValueAt(document, path, value), exampleScenario),
  );

export const examplePurchase = {
  kind: "buy",
  acceleratorId: "nvidia-h100-sxm",
  usdPerAccelerator: 30_000,
  serverFactor: 1.25,
  acceleratorsPerMachine: 8,
  lifeYears: 4,
  residualShare: 0.1,
  maintenanceSharePerYear: 0.06,
  usdPerKwh: 0.1,
  pue: 1.5,
  colocationUsdPerKwMonth: 100,
} as const;
