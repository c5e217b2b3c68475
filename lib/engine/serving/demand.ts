import { derive, type Figure, given } from "../figure";
import type { Deployment } from "../resolve/deployment";
import type { ScenarioFigures } from "../resolve/document";
import type { DemandFigures } from "./steady/compose-point";
import { cachedTokens, uncachedTokens } from "./steady/counts";

const assumed = (value: number, label: string, id: string, note: string): Figure<number> =>
  given(value, { kind: "default", label, unit: "1", path: `assumptions.${id}`, note });

/** Lengths of real prompts and answers differ about as much as their mean. */
const lengthVariation = 0.7;
const note =
  "Our assumption: standard deviation ÷ mean of lengths. Public traces of chat and code have 0.6 to 1.2; benchmarks have almost none.";

const outputVariation = assumed(lengthVariation, "Variation of answer lengths", "outputVariation", note);
const noSpeculation = "Speculative decoding is not assumed.";
const draftTokens = assumed(0, "Tokens proposed ahead", "draftTokens", noSpeculation);
const acceptedShare = assumed(0, "Share of proposed tokens accepted", "acceptedShare", noSpeculation);

/** What the requests of a scenario ask of a replica. */
export function demandOf({ workload }: ScenarioFigures, deployment: Deployment): DemandFigures {
  const { isl, osl, cachedInputShare } = workload;
  const promptTokens = derive(uncachedTokens, { isl, cachedShare: cachedInputShare });
  return {
    promptTokens,
    cachedTokens: derive(cachedTokens, { isl, promptTokens }),
    outputTokens: osl,
    promptVariation: workload.islVariation,
    outputVariation,
    chunkTokens: deployment.maxNumBatchedTokens,
    draftTokens,
    acceptedShare,
  };
}
