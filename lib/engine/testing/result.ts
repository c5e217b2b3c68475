import type { ApiPrice, Offer } from "@/lib/contract/catalogue";
import type { Scenario } from "@/lib/contract/scenario";
import type { CostInputs } from "../cost/inputs";
import { resolveRetirement } from "../maintenance/compose-retirement";
import { resolveAcquisition } from "../resolve/acquisition";
import { figuresOf } from "../resolve/document";
import { resolveApiTerms } from "../resolve/price";
import { costInputs, type EstimateContext, resultOf, type ScenarioFigured } from "../result";
import { roundAccelerator, roundReference } from "./reference";
import { roundReplica } from "./replica";

type Given = {
  price?: Partial<ApiPrice>;
  offer?: Partial<Offer>;
  replica?: { goodput?: number; acceleratorsPerReplica?: number; meetsTargets?: boolean };
};

/** Enough for what tests look at: the same inputs are drawn, by fewer strata. */
const fewDraws = 1000;

/** The whole result of a document on a replica of round numbers, without the serving model. */
export function roundResult(scenario: Scenario, { price, offer, replica }: Given = {}): ScenarioFigured {
  const reference = roundReference({ ...(price && { price }), ...(offer && { offer }) });
  const figures = figuresOf(scenario, reference);
  const acquisition = resolveAcquisition(figures, reference);
  if (!acquisition.ok) throw new Error(acquisition.message);
  const calibration = { version: "round" } as EstimateContext["calibration"];
  return resultOf(scenario, figures, acquisition.value, roundReplica(roundAccelerator, replica), {
    reference,
    calibration,
    draws: fewDraws,
  });
}

/** What the cost module works from, for tests that go below the whole result. */
export function roundInputs(scenario: Scenario, { price, offer, replica }: Given = {}): CostInputs {
  const reference = roundReference({ ...(price && { price }), ...(offer && { offer }) });
  const figures = figuresOf(scenario, reference);
  const acquisition = resolveAcquisition(figures, reference);
  if (!acquisition.ok) throw new Error(acquisition.message);
  const priced = resolveApiTerms(figures, reference);
  return costInputs(figures, acquisition.value, roundReplica(roundAccelerator, replica), priced, {
    document: scenario,
    retirement: resolveRetirement(figures, reference),
    fineTuneHours: null,
  });
}
