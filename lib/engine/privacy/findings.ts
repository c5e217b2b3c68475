import type { Finding } from "@/lib/contract/result";
import { dataClasses, type PathId, type Scenario } from "@/lib/contract/scenario";
import { isAbove } from "../data/sensitivity";
import { mainCriterion } from "../evaluation/main-criterion";
import { about, percent } from "../verdict/words";
import type { MultiParty } from "./compose-multi-party";
import { passShareAtBest, passShareAtWorst } from "./protection";

const considered = ({ paths }: Pick<Scenario, "paths">, ids: readonly PathId[]): PathId[] =>
  ids.filter((id) => paths[id].enabled);

const duration = (seconds: number): string => {
  if (seconds < 90) return `${Number(seconds.toPrecision(2))} s`;
  if (seconds < 5400) return `${about(seconds / 60)} min`;
  return `${about(seconds / 3600)} h`;
};

/** How far multi-party computation is from the latency targets; null where even they are met. */
export function tooSlowFor({ requirements, workload }: Scenario, times: MultiParty): string | null {
  const [fastest, slowest] = [times.fastest.value, times.slowest.value];
  const { ttftSeconds, tpotSeconds } = requirements;
  if (fastest <= tpotSeconds && fastest <= ttftSeconds) return null;
  const range = fastest === slowest ? duration(fastest) : `${duration(fastest)} to ${duration(slowest)}`;
  return `A token takes ${range} under multi-party computation (the target is ${duration(tpotSeconds)}), an answer of ${about(workload.osl)} tokens ${duration(times.requestSeconds.value)} at best.`;
}

/** Identifiers that reach the provider, against what is tolerated. */
export function leakFindings(scenario: Scenario, leaks: number): Finding[] {
  const { leaksPerMonthTolerated, scrubsPrompts, promptRecallShare, identifiersPerPrompt } = scenario.privacy;
  const bars = considered(scenario, ["api", "hybrid"]);
  if (leaksPerMonthTolerated === null || leaks <= leaksPerMonthTolerated || bars.length === 0) return [];
  const how = scrubsPrompts ? `scrubbing finds ${percent(promptRecallShare)} of them` : "prompts are not scrubbed";
  return [
    {
      id: "privacy.leaks",
      consideration: "privacy",
      severity: "blocker",
      what: `About ${about(leaks)} identifiers a month would reach the API's provider.`,
      why: `Each prompt holds ${identifiersPerPrompt} on average, and ${how}; ${about(leaksPerMonthTolerated)} a month are tolerated.`,
      todo: scrubsPrompts
        ? "Find more of them (more patterns, a better model, a lower threshold; measure it), or host the model yourself."
        : "Scrub prompts before they are sent, or host the model yourself.",
      bars,
    },
  ];
}

/** Identifiers of people are personal data, whatever the plan calls its data. */
export function promptClassFindings({ privacy, paths }: Scenario): Finding[] {
  const { identifiersPerPrompt, dataClass } = privacy;
  if (identifiersPerPrompt === 0 || !isAbove("personal", dataClass)) return [];
  if (considered({ paths }, ["api", "selfHosted", "hybrid"]).length === 0) return [];
  return [
    {
      id: "privacy.promptsAboveClass",
      consideration: "privacy",
      severity: "warning",
      what: `Prompts hold personal identifiers, but the plan's data is called ${dataClasses[dataClass].toLowerCase()}.`,
      why: `Each prompt holds ${about(identifiersPerPrompt)} on average. What identifies a person is personal data (GDPR Art. 4(1)), and the rules for it are not applied here.`,
      todo: "Set the class of the data to personal, or see to it that prompts hold none.",
      bars: [],
    },
  ];
}

/** What privacy of training costs in right answers, against what is needed to go live. */
export function privateTrainingFindings(scenario: Scenario): Finding[] {
  const { privacy, data, evaluation } = scenario;
  const bars = considered(scenario, ["selfHosted", "hybrid"]);
  if (privacy.dpEpsilon === null || data.labelledExamples === 0 || bars.length === 0) return [];
  const criterion = mainCriterion(evaluation);
  if (!criterion) return [];
  const { expectedShare: expectedPassShare, passShare } = criterion;
  const best = passShareAtBest({ expectedPassShare });
  const worst = passShareAtWorst({ expectedPassShare });
  const stricter = privacy.dpEpsilon < 6.7 ? " at ε of about 7; a smaller ε costs more" : " at ε of about 7";
  const why = `Published private fine-tunes lost 3 to 20% of their score${stricter} (Yu et al. 2021): of ${percent(expectedPassShare)} right, ${percent(worst)} to ${percent(best)} are left. To go live takes ${percent(passShare)}. Training takes 1.2 to 1.6 times as long (Bu et al. 2022).`;
  const missed = best < passShare;
  return [
    {
      id: "privacy.privateTraining",
      consideration: "privacy",
      severity: missed ? "blocker" : worst < passShare ? "warning" : "info",
      what: missed
        ? "With private fine-tuning the share right to go live is out of reach."
        : "Private fine-tuning costs right answers.",
      why,
      todo: missed
        ? "Allow a larger ε, a larger model or more examples, or fine-tune on data that needs no protection."
        : "Test the privately tuned model by itself before deciding; larger models and more examples lose less.",
      bars: missed ? bars : [],
    },
  ];
}
