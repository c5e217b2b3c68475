import type { z } from "zod";
import type { ReferenceData } from "@/lib/contract/reference";
import type { Finding, scenarioResultSchema } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import { byPath } from "./by-path";
import { composeCost } from "./cost/compose";
import { apiFineTuneFindings, apiPriceFindings, provisionedFindings, rentFindings } from "./cost/findings";
import type { CostInputs, Hosting, Responds } from "./cost/inputs";
import { rateLimitFindings } from "./cost/rate-limit";
import { composeData, describeData } from "./data/compose";
import { dataFindings } from "./data/findings";
import { composeEvaluation, evaluationShown } from "./evaluation/compose";
import { evaluationFindings } from "./evaluation/findings";
import { gatesOf } from "./evaluation/gates";
import { type Figure, type Figured, given } from "./figure";
import { composeFinance } from "./finance/compose";
import { composeFleet, describeFleet, type FleetInputs, type FleetResult } from "./fleet/compose";
import { fleetFindings, noGoodputFindings } from "./fleet/findings";
import { composeMaintenance, type FineTuneHours, type MaintenanceInputs } from "./maintenance/compose";
import { resolveRetirement } from "./maintenance/compose-retirement";
import { maintenanceFindings } from "./maintenance/findings";
import { composePrivacy } from "./privacy/compose-privacy";
import { otherProviderFindings } from "./privacy/other-providers";
import type { Acquisition } from "./resolve/acquisition";
import type { ScenarioFigures } from "./resolve/document";
import { type PricedApi, resolveApiTerms } from "./resolve/price";
import type { Calibration } from "./serving/calibration/calibration";
import type { Replica } from "./serving/compose";
import { composeTraffic, type Traffic } from "./traffic/compose";
import { describeFineTune, fineTuneFindings, fineTuneHoursOf, fineTunesOf } from "./training/compose";
import { trainedParametersOf } from "./training/trained";
import { composeUncertainty } from "./uncertainty/compose";
import { apiLatencyFindings } from "./verdict/api-latency";
import { budgetFindings } from "./verdict/budget";
import { barredBy } from "./verdict/choose";
import { composeVerdict } from "./verdict/compose";
import { composeConsiderations } from "./verdict/considerations";
import { totalsWhenMoved } from "./verdict/moved";
import type { Subjects } from "./verdict/sentence";
import { worthOfKnowing } from "./verdict/worth";
import { engineVersion } from "./version";

export type ScenarioFigured = Figured<z.infer<typeof scenarioResultSchema>>;
export type EstimateContext = {
  reference: ReferenceData;
  calibration: Calibration;
  /** The day (YYYY-MM-DD) whose prices a request without a date means. The engine has no clock. */
  today?: string;
  /** Draws of the uncertain inputs; fewer where hundreds of plans are worked out. */
  draws?: number;
};

/** Everything that follows once a replica is known. */
export function resultOf(
  scenario: Scenario,
  figures: ScenarioFigures,
  acquisition: Acquisition,
  unprotected: Replica,
  { reference, calibration, draws }: EstimateContext,
  responds?: Responds,
): ScenarioFigured {
  const privacy = composePrivacy(scenario, figures, unprotected, reference);
  const { replica } = privacy;
  const priced = resolveApiTerms(figures, reference);
  const fineTunes = fineTunesOf(scenario, replica, reference);
  const retirement = resolveRetirement(figures, reference);
  const inputs = costInputs(figures, acquisition, replica, priced, {
    document: scenario,
    retirement,
    fineTuneHours: fineTuneHoursOf(scenario, fineTunes),
    trainedParameters: scenario.maintenance.fineTunesPerYear > 0 ? trainedParametersOf(scenario, reference) : null,
  });
  if (inputs.hosting && responds) inputs.hosting.responds = responds;
  const { traffic, hosting } = inputs;
  const fleet =
    hosting &&
    describeFleet(
      composeFleet(hosting.fleet, traffic, hosting.goodput.mid),
      hosting.fleet,
      replica,
      hosting.accelerator,
      hosting.goodput.mid,
    );
  const paths = composeCost(inputs);
  const finance = composeFinance(inputs, paths);
  const described = privacy.describe(traffic);
  const findings = [
    ...replica.findings,
    ...(hosting
      ? fleetFindings(scenario, fleet, hosting.fleet, hosting.accelerator).filter(notOfParties(scenario))
      : []),
    ...(replica.serving && !hosting ? noGoodputFindings(scenario, replica.acceleratorInfo) : []),
    ...apiLatencyFindings(scenario, privacy.inlineSeconds),
    ...described.findings,
    ...otherProviderFindings(scenario),
    ...dataFindings(scenario, inputs.data, privacy.facts),
    ...evaluationFindings(scenario, inputs.evaluation),
    ...maintenanceFindings(scenario, inputs.maintenance.upkeep, retirement),
    ...fineTuneFindings(scenario, fineTunes),
    ...apiPriceFindings(scenario, priced),
    ...apiFineTuneFindings(scenario, reference.findTerms),
    ...provisionedFindings(inputs),
    ...rateLimitFindings(scenario, traffic),
    ...rentFindings(scenario, acquisition),
    ...budgetFindings(scenario, paths),
  ];
  const totalsAt = totalsWhenMoved(inputs, paths);
  const uncertainty = composeUncertainty(inputs, paths, totalsAt, barredBy(findings), draws);
  const subjects = subjectsOf(scenario, priced, replica, fleet);
  const verdict = composeVerdict(inputs, paths, totalsAt, finance, findings, subjects, uncertainty);
  return {
    basis: basisOf(scenario, priced, replica, reference.version, calibration.version),
    traffic,
    memory: replica.memory,
    serving: replica.serving,
    fleet,
    data: describeData(scenario, inputs.data, privacy.facts),
    evaluation: evaluationShown(
      inputs.evaluation,
      gatesOf(scenario, findings, (id) => paths[id] !== null),
    ),
    maintenance: inputs.maintenance,
    fineTune: describeFineTune(scenario, fineTunes),
    privacy: described.result,
    cost: byPath((id) => paths[id]?.cost ?? null),
    finance,
    uncertainty,
    verdict,
    findings: bySeverity(findings),
    considerations: composeConsiderations(
      findings,
      scenario.confirmed,
      worthOfKnowing(inputs, paths, totalsAt, barredBy(findings)),
    ),
  };
}

type Upkeep = Pick<MaintenanceInputs, "document" | "retirement"> & {
  fineTuneHours: FineTuneHours;
  trainedParameters?: Figure<number> | null;
};

/** What the modules before cost hand on to it. */
export function costInputs(
  scenario: ScenarioFigures,
  acquisition: Acquisition,
  replica: Replica,
  priced: PricedApi,
  upkeep: Upkeep,
): CostInputs {
  const traffic = composeTraffic(scenario);
  const evaluation = composeEvaluation(scenario);
  const data = composeData(
    scenario,
    traffic,
    {
      weightsTotalBytes: replica.memory.weightsTotalBytes,
      trainedParameters: upkeep.trainedParameters ?? null,
    },
    { roundItems: evaluation.sampleSize, releaseItems: evaluation.suite.items },
  );
  const hosting = hostingOf(scenario, acquisition, replica);
  return {
    scenario,
    traffic,
    acquisition,
    data,
    evaluation,
    maintenance: composeMaintenance({
      ...upkeep,
      scenario,
      acquisition,
      evaluation,
      dataDays: data.leadDays,
      dataHours: data.upkeepHours,
      fleet: hosting && atLaunch(hosting, traffic),
      fourBits: fourBitFormats.test(replica.modelInfo.weights),
    }),
    api: priced.ok ? priced.terms : null,
    hosting,
  };
}

const fourBitFormats = /^(int4|awq|gptq|nvfp4|mxfp4|nf4|i?q4)/;

/** Replicas of the first month. */
function atLaunch({ fleet, goodput }: Hosting, traffic: Traffic): MaintenanceInputs["fleet"] {
  const [launch] = composeFleet(fleet, { ...traffic, monthly: traffic.monthly.slice(0, 1) }, goodput.mid);
  return launch ? { replicas: launch.replicas, acceleratorsPerReplica: fleet.acceleratorsPerReplica } : null;
}

/** A fleet needs a replica that serves something within the latency targets. */
function hostingOf(scenario: ScenarioFigures, acquisition: Acquisition, replica: Replica): Hosting | null {
  const { serving, acceleratorInfo, memory } = replica;
  if (!serving || serving.goodputRequestsPerSecond.low.value <= 0) return null;
  const fleet: FleetInputs = { scenario, acquisition, acceleratorsPerReplica: serving.acceleratorsPerReplica };
  const { low, mid, high } = serving.goodputRequestsPerSecond;
  return {
    fleet,
    goodput: { low, mid, high },
    accelerator: acceleratorInfo,
    weightsTotalBytes: memory.weightsTotalBytes,
  };
}

/** Why parties that compute together are slow is told under privacy, with what to do about it. */
const notOfParties =
  ({ privacy }: Scenario) =>
  ({ id }: Finding) =>
    privacy.protection !== "mpc" || id !== "latency.missedAtPeak";

const severities = ["blocker", "warning", "info"] as const;

const bySeverity = (findings: readonly Finding[]): Finding[] =>
  severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));

function subjectsOf({ paths }: Scenario, priced: PricedApi, replica: Replica, fleet: FleetResult | null): Subjects {
  const count = fleet?.accelerators.value;
  return {
    api: priced.ok ? priced.terms.name : paths.api.model,
    selfHosted: replica.modelInfo.name,
    accelerators: count === undefined ? replica.acceleratorInfo.name : `${count} ${replica.acceleratorInfo.name}`,
  };
}

function basisOf(
  { economics }: Scenario,
  priced: PricedApi,
  { modelInfo, acceleratorInfo }: Replica,
  catalogueVersion: string,
  calibrationVersion: string,
): ScenarioFigured["basis"] {
  const { id, name, takenFor, weights } = modelInfo;
  return {
    engineVersion,
    calibrationVersion,
    catalogueVersion,
    pricedOn: economics.pricedOn,
    model: { id, name, takenFor, weights },
    accelerator: {
      id: acceleratorInfo.id,
      name: acceleratorInfo.name,
      memoryBytes: given(acceleratorInfo.memoryBytes, {
        kind: "catalogue",
        label: "Memory of an accelerator",
        unit: "B",
        path: `accelerators/${acceleratorInfo.id}.memoryBytes`,
        source: acceleratorInfo.source,
      }),
    },
    price: priced.ok ? { id: priced.terms.id, name: priced.terms.name, note: priced.terms.note } : null,
  };
}
