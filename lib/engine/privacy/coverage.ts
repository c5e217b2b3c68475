import type { Scenario } from "@/lib/contract/scenario";
import { holdsPersonalDocuments, plannedDocuments, scrubbedShare } from "../data/volume";

/** Risks of the OWASP Top 10 for LLM applications (2025), each judged by what the plan says of itself. */
export type Coverage = { id: string; title: string; state: "covered" | "open" | "notApplicable"; why: string };

type Judged = Omit<Coverage, "id" | "title">;
const covered = (why: string): Judged => ({ state: "covered", why });
const open = (why: string): Judged => ({ state: "open", why });
const none = (why: string): Judged => ({ state: "notApplicable", why });

const protectedClasses = new Set(["confidential", "personal", "special", "payment"]);

const risks: readonly [id: string, title: string, judge: (scenario: Scenario) => Judged][] = [
  [
    "LLM01",
    "Prompt injection",
    ({ privacy }) => {
      if (!privacy.publicUsers && !privacy.readsUntrusted)
        return none("Only colleagues write prompts, and nothing from outside enters them.");
      if (privacy.publicUsers && privacy.redTeamDaysPerYear === 0)
        return open(
          "The public writes prompts, and nobody is planned to try attacks on them: plan days of attack testing.",
        );
      return privacy.filtersOutput && (!privacy.usesTools || privacy.approvesActions)
        ? covered(
            "Others can write into prompts; answers are checked by rules, and nothing of consequence is done without approval.",
          )
        : open("Others can write into prompts: check answers by rules, and let people approve actions.");
    },
  ],
  [
    "LLM02",
    "Disclosure of sensitive information",
    ({ privacy, data }) => {
      if (!protectedClasses.has(privacy.dataClass)) return none("The data is public or internal.");
      if (privacy.filtersOutput) return covered("Answers are checked before they leave.");
      const documentsClean = !holdsPersonalDocuments(data) || scrubbedShare(data) >= 0.99;
      if (privacy.scrubsPrompts && privacy.promptRecallShare >= 0.95 && documentsClean)
        return covered("Prompts and documents are scrubbed, and little is missed.");
      return !privacy.publicUsers && documentsClean
        ? covered("Answers go to the colleague who asked, and documents hold nothing that they may not see.")
        : open("Sensitive data stands in prompts or documents: scrub it, or check answers.");
    },
  ],
  [
    "LLM03",
    "Supply chain",
    ({ maintenance, paths }) =>
      maintenance.releasesPerYear >= 2
        ? covered("Models and software are tested again before each release.")
        : open(
            `${paths.selfHosted.enabled ? "Models and engines" : "Models"} change rarely: plan at least two tested releases a year.`,
          ),
  ],
  [
    "LLM04",
    "Poisoned data and models",
    ({ data, maintenance, privacy }) => {
      if (maintenance.fineTunesPerYear === 0 && plannedDocuments(data) === 0)
        return none("Nothing is trained on or looked up.");
      return data.inspections.length > 0 || data.ratingsPerExample > 1
        ? covered("A sample was inspected, or several people label each example.")
        : open(
            `Nobody inspects what is trained on or looked up${privacy.readsUntrusted ? ", and some of it is from outside" : ""}.`,
          );
    },
  ],
  [
    "LLM05",
    "Improper handling of answers",
    ({ privacy }) =>
      privacy.filtersOutput
        ? covered("Answers are checked or encoded before other systems use them.")
        : privacy.usesTools
          ? open("The model acts through tools, and its answers are not checked.")
          : none("Only people read the answers."),
  ],
  [
    "LLM06",
    "Excessive agency",
    ({ privacy }) => {
      if (!privacy.usesTools) return none("It answers and does nothing by itself.");
      return privacy.approvesActions
        ? covered("A person approves what has consequences.")
        : open("It acts without a person's approval.");
    },
  ],
  [
    "LLM07",
    "Leaking system prompt",
    ({ privacy }) => {
      if (!privacy.publicUsers) return none("Only colleagues could ask for it.");
      return privacy.redTeamDaysPerYear > 0 && privacy.filtersOutput
        ? covered("Testers try to get at it, and answers are checked.")
        : open("The public can ask for it: keep secrets and rights out of prompts, check answers and have it tried.");
    },
  ],
  [
    "LLM08",
    "Weaknesses of vectors and embeddings",
    ({ data, privacy }) => {
      if (plannedDocuments(data) === 0) return none("No documents are looked up.");
      if (!protectedClasses.has(privacy.dataClass)) return covered("The documents are not protected.");
      return privacy.auditUsdPerYear > 0
        ? covered("Audits check that people get only documents that they may read.")
        : open("Protected documents are looked up: rights must be checked for each, and no audit looks at that.");
    },
  ],
  [
    "LLM09",
    "Misinformation",
    ({ outcome, evaluation, maintenance }) =>
      outcome.reviewShare > 0 || maintenance.monitoredPerMonth > 0
        ? covered("Answers are reviewed before use or sampled from live use.")
        : open(
            `Tested to ± ${Math.round(evaluation.marginOfError * 100)} points before launch only: nobody looks at live answers.`,
          ),
  ],
  [
    "LLM10",
    "Unbounded consumption",
    ({ privacy, requirements }) => {
      if (privacy.limitsUse) return covered("Requests, tokens and spend of each user are capped.");
      return !privacy.publicUsers && requirements.budgetUsdPerMonth !== null
        ? covered("Only colleagues use it, and the plan has a budget a month.")
        : open("Nothing caps what one user can ask or spend.");
    },
  ],
];

export const coverageOf = (scenario: Scenario): Coverage[] =>
  risks.map(([id, title, judge]) => ({ id, title, ...judge(scenario) }));

/** Functions of the NIST AI Risk Management Framework 1.0, each by what the plan shows of it. */
export function functionsOf({ evaluation, maintenance, notes, privacy, outcome }: Scenario): Coverage[] {
  const state = (id: string, title: string, done: boolean, yes: string, no: string): Coverage => ({
    id,
    title,
    ...(done ? covered(yes) : open(no)),
  });
  return [
    state(
      "GOVERN",
      "Govern",
      (privacy.agreementSigned || privacy.dataClass === "public") &&
        (privacy.lawfulBasis !== "notNamed" || !["personal", "special"].includes(privacy.dataClass)),
      "Terms with whoever processes the data are signed, or it is public; the ground for personal data is named.",
      privacy.agreementSigned || privacy.dataClass === "public"
        ? "The lawful basis for personal data is not named."
        : "No agreement with a processor is recorded.",
    ),
    state(
      "MAP",
      "Map",
      notes.trim() !== "",
      "Notes describe the use and its limits.",
      "Nothing is written about the use, who it concerns and its limits.",
    ),
    state(
      "MEASURE",
      "Measure",
      (evaluation.ratingsPerItem > 1 || evaluation.criteria.some(({ measure }) => measure === "judge")) &&
        (!privacy.publicUsers || privacy.redTeamDaysPerYear > 0),
      "Several judges, or a model checked against people, judge each answer; attacks are tried where the public asks.",
      evaluation.ratingsPerItem > 1 || evaluation.criteria.some(({ measure }) => measure === "judge")
        ? "The public asks, and nobody is planned to try attacks."
        : "One person judges each answer, so that agreement is not known.",
    ),
    state(
      "MANAGE",
      "Manage",
      maintenance.monitoredPerMonth > 0 || outcome.reviewShare > 0,
      "Live answers are reviewed.",
      "Nobody reviews live answers, and drift goes unnoticed.",
    ),
  ];
}
