import { dataClasses, type Scenario } from "@/lib/contract/scenario";
import { monthLabel } from "../traffic/months";
import { coverageOf } from "./coverage";

const terms = {
  standard: "the provider's standard terms",
  zeroRetention: "terms without retention by the provider",
  cloudTenant: "a model in our own cloud tenant",
} as const;
const places = {
  anywhere: "in any country",
  region: "within our legal region only",
  ownPremises: "on our own premises only",
} as const;
const sites = {
  publicCloud: "a public cloud",
  colocation: "our hardware in a colocation site",
  ownPremises: "our own premises",
} as const;

/** A data-usage policy filled from the plan's answers, in Markdown. What nobody has said stands as a gap to fill. */
export function policyOf(scenario: Scenario, date: string): string {
  const { privacy, data, paths, outcome, maintenance, name, economics } = scenario;
  const api = paths.api.enabled || paths.hybrid.enabled;
  const hosted = paths.selfHosted.enabled || paths.hybrid.enabled;
  const kept =
    data.logRetentionMonths === 0 ? "are not kept" : `are kept for ${data.logRetentionMonths} months and then deleted`;
  const lines = [
    `# Data usage: ${name}`,
    "",
    `As of ${date}. In force from ${monthLabel(economics.startMonth, 0)}. Filled from the plan; to be reviewed by whoever is responsible for data protection before use.`,
    "",
    "## What data",
    `- The most sensitive class that may be entered: **${dataClasses[privacy.dataClass].toLowerCase()}**. Anything more sensitive must not be entered.`,
    privacy.publicUsers ? "- People outside the organisation write prompts." : "- Only staff write prompts.",
    privacy.readsUntrusted
      ? "- Content from outside (web, mail, documents of others) enters prompts; it is treated as untrusted."
      : "- No content from outside enters prompts.",
    "",
    "## Where and by whom",
    `- Data is processed ${places[privacy.residency]}.`,
    ...(api
      ? [
          `- Prompts may be sent to ${paths.api.provider} (${paths.api.model}) under ${terms[privacy.apiTerms]}. ${privacy.agreementSigned ? "A processing agreement is signed." : "**Gap: no processing agreement is recorded.**"}`,
        ]
      : []),
    ...(hosted
      ? [
          `- A model of our own (${paths.selfHosted.model}) runs in ${sites[privacy.selfHostedSite]}${privacy.confidentialComputing ? ", in a trusted execution environment" : ""}.`,
        ]
      : []),
    "",
    "## How long",
    `- Prompts and answers ${kept}.`,
    "",
    "## Training",
    maintenance.fineTunesPerYear > 0
      ? `- Our own examples are used for up to ${maintenance.fineTunesPerYear} fine-tunes a year${privacy.dpEpsilon === null ? "." : `, with differential privacy (ε = ${privacy.dpEpsilon}).`}`
      : "- Nothing that users enter is used for training.",
    ...(data.documents > 0
      ? [
          `- Personal identifiers are scrubbed from documents; ${Math.round(data.scrubRecallShare * 1000) / 10} % are expected to be found.`,
        ]
      : []),
    "",
    "## People's rights and mistakes",
    "- Anyone concerned can ask for an answer to be corrected or data to be removed.",
    maintenance.correctionsPerMonth > 0
      ? `- About ${maintenance.correctionsPerMonth} such requests a month are planned for.`
      : "- **Gap: no capacity for such requests is planned.**",
    outcome.reviewShare > 0
      ? `- ${Math.round(outcome.reviewShare * 100)} % of answers are read by a person before use.`
      : "- Answers are not reviewed before use; users are told so.",
    privacy.usesTools
      ? privacy.approvesActions
        ? "- The model prepares actions; a person approves them."
        : "- **Gap: the model acts without a person's approval.**"
      : "- The model takes no action by itself.",
    "",
    "## Open risks",
    ...openRisks(scenario),
    "",
    "## Notice to users",
    `You are using an assistant based on a language model. It can be wrong: check what matters. Do not enter data more sensitive than ${dataClasses[privacy.dataClass].toLowerCase()}. Your entries ${kept}.`,
    "",
  ];
  return lines.join("\n");
}

function openRisks(scenario: Scenario): string[] {
  const open = coverageOf(scenario).filter(({ state }) => state === "open");
  return open.length === 0
    ? ["- None of the OWASP Top 10 for LLM applications stands open."]
    : open.map(({ id, title, why }) => `- ${id} ${title}: ${why}`);
}
