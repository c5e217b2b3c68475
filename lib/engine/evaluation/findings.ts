import type { Finding } from "@/lib/contract/result";
import type { Perspective, Scenario, TestedPath } from "@/lib/contract/scenario";
import { percentWords, wholeDollars } from "../words";
import type { EvaluationResult } from "./compose";

/** Below this a good system fails the test too often for the test to be of use, where nothing else is asked. */
const enoughPower = 0.8;
/** Krippendorff's limit below which he draws no conclusions. */
const enoughAgreement = 0.667;

const names: Record<Perspective, string> = {
  accuracy: "accuracy",
  credibility: "credibility",
  relevance: "relevance",
  coherence: "coherence",
  context: "context awareness",
  safety: "safety",
  tone: "tone",
};

const finding = (
  id: string,
  severity: Finding["severity"],
  words: Pick<Finding, "what" | "why" | "todo">,
  bars: Finding["bars"] = [],
): Finding => ({ id: `evaluation.${id}`, consideration: "evaluation", severity, ...words, bars });

/** Whether the test can tell a good system from a bad one, and what its results say. */
export function evaluationFindings(scenario: Scenario, result: EvaluationResult): Finding[] {
  return [
    ...resultFindings(scenario, result),
    ...planFindings(scenario, result),
    ...familyFindings(scenario, result),
    ...suiteFindings(scenario, result),
    ...reviewFindings(scenario, result),
  ];
}

const barredBy = (path: TestedPath): Finding["bars"] =>
  path === "all" ? ["api", "selfHosted", "hybrid"] : [path, "hybrid"];

const tested: Record<TestedPath, string> = { all: "", api: " of the API", selfHosted: " of the self-hosted model" };

/** A criterion that must be passed and was clearly missed stops what was tested; one not yet shown is said. */
function resultFindings({ evaluation, paths }: Scenario, { decision }: EvaluationResult): Finding[] {
  const found: Finding[] = [];
  decision.results.forEach((row, at) => {
    const entered = evaluation.results[at];
    if (!entered) return;
    const { perspective, path } = entered;
    const limit = evaluation.criteria.find((each) => each.perspective === perspective)?.passShare ?? 0;
    const [share, low, high] = [row.share, row.low, row.high].map(({ value }) => value) as [number, number, number];
    const shown = `${percentWords(share)} of ${entered.items} answers were good, between ${percentWords(low)} and ${percentWords(high)}; ${percentWords(limit)} must be shown.`;
    if (entered.passed > entered.items) {
      found.push(
        finding(`passedAbove.${at}`, "warning", {
          what: `More answers are good than were judged (${names[perspective]}).`,
          why: `${entered.passed} good ones of ${entered.items} are entered; all are taken to be good.`,
          todo: "Correct the result entered.",
        }),
      );
    }
    if (row.state === "failed" && row.blocking === true) {
      const bars = barredBy(path).filter((each) => paths[each].enabled);
      found.push(
        finding(
          `failed.${perspective}.${path}`,
          "blocker",
          {
            what: `No go: the test${tested[path]} shows too little ${names[perspective]}.`,
            why: shown,
            todo: "Improve the system and test again, or reconsider what it must reach.",
          },
          bars,
        ),
      );
    }
    if (row.state === "undecided" && row.blocking === true) {
      found.push(
        finding(`undecided.${perspective}.${path}`, "warning", {
          what: `Not shown yet: the test${tested[path]} leaves ${names[perspective]} open.`,
          why: shown,
          todo:
            share > limit
              ? "Judge more answers: the interval must lie above the limit."
              : "Improve the system before judging more answers.",
        }),
      );
    }
    if (entered.agreement !== null && entered.agreement < enoughAgreement) {
      found.push(
        finding(`agreement.${perspective}.${path}`, "warning", {
          what: `The judges of ${names[perspective]} do not agree enough.`,
          why: `Their agreement is ${entered.agreement}; below ${enoughAgreement} no conclusion should be drawn (Krippendorff).`,
          todo: "Sharpen the instructions, let judges discuss what they see differently, and judge again.",
        }),
      );
    }
  });
  const below = decision.paths.filter(({ state, missing }) => state === "noGo" && missing.length === 0);
  if (below.length > 0 && evaluation.overallPassShare !== null) {
    const score = below[0]?.score;
    const value = typeof score === "object" && score !== null ? score.value : score;
    found.push(
      finding(
        "failed.overall",
        "blocker",
        {
          what: "No go: the score of all perspectives is too low.",
          why: `It comes to ${percentWords(value ?? 0)}; ${percentWords(evaluation.overallPassShare)} must be reached.`,
          todo: "Improve the perspectives that weigh most.",
        },
        below.map(({ path }) => path as "api"),
      ),
    );
  }
  return found;
}

function planFindings({ evaluation }: Scenario, { plan }: EvaluationResult): Finding[] {
  const must = evaluation.criteria.filter(({ blocking }) => blocking);
  if (must.length === 0) {
    return [
      finding("noCriterion", "warning", {
        what: "Nothing must be passed to go live.",
        why: "No criterion is marked as one that must be passed, so that a test cannot stop a bad system.",
        todo: "Name what must be good, and the share that must be shown.",
      }),
    ];
  }
  const above = must.filter(({ expectedShare, passShare }) => expectedShare <= passShare);
  if (above.length > 0) {
    return above.map(({ perspective, expectedShare, passShare }) =>
      finding(`barAboveExpected.${perspective}`, "warning", {
        what: `The share to go live is at or above what you expect to reach (${names[perspective]}).`,
        why: `${percentWords(expectedShare)} are expected good, and ${percentWords(passShare)} must be shown.`,
        todo: "Lower what must be shown, or improve the system before testing.",
      }),
    );
  }
  const blurred = plan.criteria.find(
    ({ blocking, seenShare, criterion }) => blocking.value && seenShare.value <= criterion.passShare.value,
  );
  if (blurred) {
    return [
      finding("judgesBlur", "warning", {
        what: "Judges err too often to show that a good system is good.",
        why: `They judge ${percentWords(plan.labelAccuracy.value)} of answers rightly, so that ${percentWords(blurred.criterion.expectedShare.value)} good look like ${percentWords(blurred.seenShare.value)}.`,
        todo: "Train the judges, let several judge each answer, or have disagreements settled.",
      }),
    ];
  }
  const chance = plan.chanceGoodPasses.value;
  if (chance >= (evaluation.powerShare ?? enoughPower)) return [];
  return [
    finding("tooFewToPass", "warning", {
      what: "A system as good as you expect may well fail this test.",
      why: `It passes everything in ${percentWords(chance)} of such tests, as ${Math.round(plan.itemsThatCount.value)} answers leave a wide interval.`,
      todo: "Ask for a smaller margin of error or a higher chance that a good system passes, or lower what must be shown.",
    }),
  ];
}

function familyFindings({ evaluation }: Scenario, { plan }: EvaluationResult): Finding[] {
  const { families, coverageShare } = evaluation;
  if (families.length === 0) return [];
  const named = families.reduce((sum, { trafficShare }) => sum + trafficShare, 0);
  if (named > 1 + 1e-9) {
    return [
      finding("familiesAboveAll", "warning", {
        what: "The families of questions add up to more than all of the volume.",
        why: `Their shares come to ${percentWords(named)}; they are scaled to 100%.`,
        todo: "Correct their shares of the volume.",
      }),
    ];
  }
  const covered = plan.coveredShare.value;
  if (covered >= coverageShare - 1e-9) return [];
  return [
    finding("uncovered", "warning", {
      what: "Much of what users ask is not named as a family of questions.",
      why: `The families named hold ${percentWords(covered)} of the volume; ${percentWords(coverageShare)} were to be tested family by family, the rest is only sampled.`,
      todo: "Look through the logs for what else is asked often and add it.",
    }),
  ];
}

function suiteFindings({ evaluation }: Scenario, { suite }: EvaluationResult): Finding[] {
  const { suiteDropShare, suiteChangedShare, powerShare } = evaluation;
  const power = suite.power?.value;
  if (suiteDropShare === null || power === undefined) return [];
  if (suiteChangedShare < suiteDropShare) {
    return [
      finding("suiteChange", "warning", {
        what: "A release cannot lose more answers than it changes.",
        why: `A drop of ${percentWords(suiteDropShare)} is to be seen, but only ${percentWords(suiteChangedShare)} of the answers change.`,
        todo: "Correct one of the two.",
      }),
    ];
  }
  if (power >= (powerShare ?? enoughPower) - 0.005) return [];
  return [
    finding("suiteTooSmall", "warning", {
      what: "A release may get worse without the test showing it.",
      why: `A drop of ${percentWords(suiteDropShare)} shows in ${percentWords(power)} of the cases on this suite.`,
      todo: "Use more answers in the suite, or accept that only larger drops show.",
    }),
  ];
}

/** Worth a word where another share of review saves a fifth of harm and review together. */
const worthSaying = 0.2;

function reviewFindings({ outcome }: Scenario, { review }: EvaluationResult): Finding[] {
  const planned = review.plannedUsd.value;
  const best = review.bestUsd.value;
  if (planned <= 0 || planned - best < worthSaying * planned) return [];
  const share = review.bestShare.value;
  return [
    finding("reviewShare", "info", {
      what: `Reviewing ${percentWords(share)} of the answers costs least, harm counted.`,
      why: `Harm and review of 1,000 answers come to ${wholeDollars(planned)} at ${percentWords(outcome.reviewShare)} reviewed and to ${wholeDollars(best)} at ${percentWords(share)}.`,
      todo:
        share > outcome.reviewShare
          ? "Review more, doubtful answers first."
          : "Review less: reading costs more than the harm it prevents.",
    }),
  ];
}
