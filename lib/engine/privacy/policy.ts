import {
  correctionKinds,
  correctionMethods,
  dataClasses,
  lawfulBases,
  legalRegions,
  protections,
  type Scenario,
  useCases,
} from "@/lib/contract/scenario";
import { holdsPersonalDocuments, plannedDocuments, scrubbedShare } from "../data/volume";
import { correctionWays } from "../maintenance/corrections";
import { monthLabel } from "../traffic/months";
import { percent } from "../verdict/words";
import { coverageOf } from "./coverage";
import type { Facts } from "./facts";

/**
 * A data-usage policy filled from the plan's answers, in Markdown, in the order in which a data protection officer
 * reads one. What the plan does not say stands as a gap to fill, here and once more in the list of open points.
 */

const arrangements = {
  standard: "its standard terms",
  zeroRetention: "an agreement not to keep prompts and answers",
  cloudTenant: "the terms of our own cloud tenant",
} as const;
const sites = {
  publicCloud: "machines rented in a public cloud",
  colocation: "our hardware in a colocation site",
  ownPremises: "our own premises",
} as const;

const gap = (what: string): string => `**Gap: ${what}**`;
const isPersonal = ({ privacy }: Scenario): boolean =>
  privacy.dataClass === "personal" || privacy.dataClass === "special" || privacy.identifiersPerPrompt > 0;
const usesApi = ({ paths }: Scenario): boolean => paths.api.enabled || paths.hybrid.enabled;
const hosts = ({ paths }: Scenario): boolean => paths.selfHosted.enabled || paths.hybrid.enabled;

const keeping = ({ data }: Scenario): string =>
  data.logRetentionMonths === 0
    ? "are not kept by us"
    : `are kept by us for ${data.logRetentionMonths} months and then deleted`;

function purpose({ name, workload, notes }: Scenario): string[] {
  return [
    `- System: ${name}. Use: ${useCases[workload.useCase].toLowerCase()}, about ${workload.requestsPerDay.toLocaleString("en-US")} requests a day.`,
    notes.trim() === ""
      ? `- ${gap("the purpose and its limits are not described in the plan's notes.")}`
      : `- Purpose and limits, from the plan's notes: ${notes.trim().replaceAll("\n", " ")}`,
    `- ${gap("name the controller, the person responsible for the system and the data protection officer.")}`,
  ];
}

const scrubbedWords = (data: Scenario["data"]): string => {
  if (!holdsPersonalDocuments(data)) return "; none holds personal data";
  return scrubbedShare(data) > 0
    ? `; personal identifiers are scrubbed from them (${percent(scrubbedShare(data))} are expected to be found)`
    : "; personal identifiers stay in them";
};

function whatData(scenario: Scenario): string[] {
  const { privacy, data } = scenario;
  return [
    `- The most sensitive class that may be entered: **${dataClasses[privacy.dataClass].toLowerCase()}**. Anything more sensitive must not be entered.`,
    privacy.publicUsers ? "- People outside the organisation write prompts." : "- Only staff write prompts.",
    privacy.readsUntrusted
      ? "- Content from outside (web, mail, documents of others) enters prompts; it is treated as untrusted."
      : "- No content from outside enters prompts.",
    ...(plannedDocuments(data) > 0
      ? [
          `- About ${plannedDocuments(data).toLocaleString("en-US")} documents are prepared and looked up${scrubbedWords(data)}.`,
        ]
      : []),
    privacy.scrubsPrompts
      ? `- Identifiers are replaced in prompts before they reach the model (${percent(privacy.promptRecallShare)} are expected to be found).`
      : "- Prompts reach the model as they are entered.",
  ];
}

function basis(scenario: Scenario): string[] {
  const { privacy } = scenario;
  if (!isPersonal(scenario)) return ["- No personal data is meant to be processed; this policy bars entering any."];
  const named = privacy.lawfulBasis !== "notNamed";
  return [
    named
      ? `- Lawful basis: ${lawfulBases[privacy.lawfulBasis].toLowerCase()} (GDPR Art. 6${privacy.dataClass === "special" ? " and 9(2)" : ""}).`
      : `- ${gap("the lawful basis is not named (GDPR Art. 6).")}`,
    ...(privacy.dataClass === "special"
      ? ["- A data protection impact assessment is done before launch (GDPR Art. 35) and kept with this policy."]
      : []),
  ];
}

function processors(scenario: Scenario, { provider, terms }: Facts): string[] {
  const { privacy, paths } = scenario;
  const lines: string[] = [];
  lines.push(
    privacy.residency === "anywhere"
      ? "- Data may be processed in any country; a transfer out of the EU needs a decision or clauses of its own."
      : privacy.residency === "region"
        ? `- Data is processed within one legal region only: ${legalRegions[privacy.legalRegion]}.`
        : "- Data is processed on our own premises only.",
  );
  if (usesApi(scenario)) {
    lines.push(
      `- Processor: ${provider}, model ${paths.api.model}, under ${arrangements[privacy.apiTerms]}. ${privacy.agreementSigned ? "A processing agreement is signed." : gap("no processing agreement is recorded.")}`,
    );
    lines.push(
      terms
        ? `- What it says of itself (${terms.source.title}, ${terms.source.asOf}): ${terms.training === "no" ? "it does not train on prompts" : terms.training === "yes" ? "it may train on prompts" : "whether it trains on prompts could not be read"}; ${privacy.apiTerms === "zeroRetention" ? "by agreement nothing is kept" : terms.retentionDays === null ? "how long it keeps them depends on settings or could not be read" : terms.retentionDays === 0 ? "it keeps none by default" : `it keeps them up to ${terms.retentionDays} days`}. ${terms.notes}`
        : `- ${gap(`${provider}'s terms on training, retention and regions have not been read.`)}`,
    );
  }
  if (hosts(scenario)) {
    const rented = privacy.selfHostedSite === "publicCloud";
    lines.push(
      `- Our own model (${paths.selfHosted.model}) runs on ${sites[privacy.selfHostedSite]}${privacy.protection === "none" ? "" : `, protected in use by ${protections[privacy.protection].toLowerCase()}`}.${rented ? ` The cloud is a processor. ${privacy.agreementSigned ? "A processing agreement is signed." : gap("no agreement with it is recorded.")}` : ""}`,
    );
  }
  if (usesApi(scenario) || privacy.selfHostedSite === "publicCloud")
    lines.push(
      "- Sub-processors: those that the processors above list; their lists are read at each review and changes can be objected to.",
    );
  return lines;
}

function retention(scenario: Scenario): string[] {
  const { maintenance, privacy } = scenario;
  return [
    `- Prompts and answers ${keeping(scenario)}.`,
    maintenance.fineTunesPerYear > 0
      ? `- Examples that we label ourselves are used for up to ${maintenance.fineTunesPerYear} fine-tunes a year${privacy.dpEpsilon === null ? "." : `, with differential privacy (ε = ${privacy.dpEpsilon}): the model cannot be made to tell what any one example held, within that bound.`}`
      : "- Nothing that users enter is used for training.",
  ];
}

function access({ privacy, maintenance, outcome }: Scenario): string[] {
  const readers = [
    ...(outcome.reviewShare > 0 ? ["people who review answers before use"] : []),
    ...(maintenance.monitoredPerMonth > 0 ? [`people who judge ${maintenance.monitoredPerMonth} answers a month`] : []),
    "engineers, for faults, with access that is logged",
  ];
  return [
    `- Prompts and answers are seen by the person who asked; and by ${readers.join("; ")}.`,
    privacy.publicUsers
      ? "- Users outside see only their own conversations."
      : "- Staff see documents that they may read without the system; rights are checked per document.",
  ];
}

const daysOf = (days: number): string => `${days.toLocaleString("en-US")} ${days === 1 ? "day" : "days"}`;

function rights(scenario: Scenario): string[] {
  const { maintenance } = scenario;
  const planned = maintenance.corrections.filter(({ perMonth }) => perMonth > 0);
  return [
    "- Anyone concerned can ask what is held on them, and for it to be corrected, deleted or not used (GDPR Art. 15 to 21); requests are answered within a month.",
    ...planned.map(({ kind, perMonth, method, days, residualShare }) => {
      const way = correctionWays[method];
      const left = residualShare ?? way.residualShare;
      const what = `${correctionKinds[kind].toLowerCase()}, about ${perMonth.toLocaleString("en-US")} a month`;
      return `- Planned for: ${what}, carried out by: ${correctionMethods[method].toLowerCase()}. The work takes about ${daysOf(days ?? way.days)}; ${left === 0 ? "nothing is left after it" : `in an expected ${percent(left)} of cases something may be left, which is checked`}.`;
    }),
    ...(planned.length === 0 ? [`- ${gap("no capacity for such requests is planned.")}`] : []),
    ...(maintenance.fineTunesPerYear > 0 && planned.some(({ method }) => correctionWays[method].share === null)
      ? [`- ${gap("what a fine-tuned model has learnt is not undone by patching prompts or removing documents.")}`]
      : []),
  ];
}

function measures({ privacy, outcome }: Scenario): string[] {
  return [
    "- Encryption on the way and at rest; access by role, with a second factor; secrets stay out of prompts.",
    `- Protection of data in use: ${protections[privacy.protection].toLowerCase()}.`,
    privacy.filtersOutput ? "- Answers are checked by rules before use." : "- Answers are not checked by rules.",
    privacy.limitsUse ? "- Requests, tokens and spend of each user are capped." : `- ${gap("use is not capped.")}`,
    privacy.redTeamDaysPerYear > 0
      ? `- Attacks are tried on the system on ${privacy.redTeamDaysPerYear} days a year.`
      : `- ${gap("nobody is planned to try attacks on the system.")}`,
    privacy.usesTools
      ? privacy.approvesActions
        ? "- The model prepares actions; a person approves them."
        : `- ${gap("the model acts without a person's approval.")}`
      : "- The model takes no action by itself.",
    outcome.reviewShare > 0
      ? `- ${percent(outcome.reviewShare)} of answers are read by a person before use.`
      : "- Answers are not reviewed before use; users are told so. No decision with legal effect rests on an answer alone (GDPR Art. 22).",
  ];
}

const incidents = (): string[] => [
  "- Whoever notices a leak, a wrong recipient or an answer that gives away data reports it at once; the system can be switched off by the engineer on duty.",
  "- A breach of personal data goes to the authority within 72 hours and, where the risk is high, to those concerned (GDPR Art. 33 and 34).",
  `- ${gap("name where to report, and who decides.")}`,
];

const review = ({ economics, privacy }: Scenario): string[] => [
  `- Reviewed before launch and then every year, next in ${monthLabel(economics.startMonth, 12)}; and at each change of provider, model, class of data or region.`,
  privacy.auditUsdPerYear > 0 ? "- An audit is planned each year." : "- No audit by others is planned.",
];

function openPoints(scenario: Scenario, gaps: readonly string[]): string[] {
  const risks = coverageOf(scenario).filter(({ state }) => state === "open");
  const points = [...gaps, ...risks.map(({ id, title, why }) => `${id} ${title}: ${why}`)];
  return points.length === 0 ? ["- None."] : points.map((point) => `- ${point}`);
}

const gapsIn = (lines: readonly string[]): string[] =>
  lines.flatMap((line) =>
    [...line.matchAll(/\*\*Gap: (.+?)\*\*/g)].map(([, what = ""]) => what.charAt(0).toUpperCase() + what.slice(1)),
  );

/** What users are told before they begin. */
export function noticeOf(scenario: Scenario, { provider }: Facts): string {
  const { privacy } = scenario;
  const sentences = [
    "You are talking to a machine: this assistant is based on a language model and can be wrong. Check what matters.",
    `Do not enter data more sensitive than: ${dataClasses[privacy.dataClass].toLowerCase()}.`,
    ...(usesApi(scenario) ? [`Your entries are processed by ${provider} for us.`] : []),
    `Prompts and answers ${keeping(scenario)}.`,
    ...(isPersonal(scenario)
      ? ["You can ask what is held on you, and for it to be corrected or deleted. [Contact to fill in]"]
      : []),
  ];
  return sentences.join(" ");
}

export function policyOf(scenario: Scenario, facts: Facts): string {
  const { name, economics } = scenario;
  const sections: [title: string, lines: string[]][] = [
    ["Purpose and responsibility", purpose(scenario)],
    ["What data", whatData(scenario)],
    ["Lawful basis", basis(scenario)],
    ["Where and by whom it is processed", processors(scenario, facts)],
    ["How long it is kept, and training", retention(scenario)],
    ["Who has access", access(scenario)],
    ["People's rights, corrections and unlearning", rights(scenario)],
    ["Security measures and human oversight", measures(scenario)],
    ["Incidents", incidents()],
    ["Review", review(scenario)],
  ];
  const all: [string, string[]][] = [
    ...sections,
    ["Open points", openPoints(scenario, gapsIn(sections.flatMap(([, lines]) => lines)))],
    ["Notice to users", [noticeOf(scenario, facts)]],
  ];
  return [
    `# Data usage: ${name}`,
    "",
    `As of ${economics.pricedOn}. In force from ${monthLabel(economics.startMonth, 0)}. Filled from the plan; to be reviewed by whoever is responsible for data protection before use. No legal advice.`,
    ...all.flatMap(([title, lines], index) => ["", `## ${index + 1}. ${title}`, ...lines]),
    "",
  ].join("\n");
}
