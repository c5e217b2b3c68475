import type { Finding } from "@/lib/contract/result";
import { dataClasses, type PathId, type Scenario } from "@/lib/contract/scenario";
import type { Facts } from "../privacy/rules";
import { percentWords, wholeNumber } from "../words";
import type { Data } from "./compose";
import { aboveClass, barredSources, named, withRights } from "./gates";

const found = (
  id: string,
  severity: Finding["severity"],
  what: string,
  why: string,
  todo: string,
  bars: PathId[] = [],
): Finding => ({ id: `data.${id}`, consideration: "data", severity, what, why, todo, bars });

/** What stands in the way of using the data, or makes it worth a second look. */
export const dataFindings = (scenario: Scenario, data: Data, facts: Facts): Finding[] => [
  ...gateFindings(scenario, facts),
  ...sourceFindings(scenario, data),
  ...exampleFindings(scenario, data),
  ...qualityFindings(scenario, data),
];

const ownersOf = (sources: Scenario["data"]["sources"]): string =>
  [...new Set(sources.map(({ owner }) => owner.trim() || "its owner or counsel"))].join(", ");

function gateFindings(scenario: Scenario, facts: Facts): Finding[] {
  const automated = (["api", "selfHosted", "hybrid"] as const).filter((path) => scenario.paths[path].enabled);
  const refused = withRights(scenario, "none");
  const unclear = withRights(scenario, "unclear");
  const above = aboveClass(scenario);
  const list: Finding[] = [];
  if (refused.length > 0 && automated.length > 0) {
    const why = `Neither licence nor consent covers ${named(refused)}.`;
    list.push(
      found(
        "rights",
        "blocker",
        "A source may not be used.",
        why,
        "Get the right to use it, or take it out.",
        automated,
      ),
    );
  }
  if (unclear.length > 0) {
    const why = `Licence or consent is not settled for ${named(unclear)}.`;
    list.push(
      found(
        "rightsUnclear",
        "warning",
        "The right to use a source is not clear.",
        why,
        `Ask ${ownersOf(unclear)} before anything is processed.`,
      ),
    );
  }
  if (above.length > 0) {
    const planned = dataClasses[scenario.privacy.dataClass].toLowerCase();
    const why = `${named(above)} against “${planned}” for the plan: rules for the plan's class are not enough.`;
    list.push(
      found(
        "classAbove",
        "warning",
        "A source is more sensitive than the plan says.",
        why,
        "Raise the class of the plan, scrub the source before, or take it out.",
      ),
    );
  }
  for (const { id, sources, paths, because, todo } of barredSources(scenario, facts)) {
    const why = `${named(sources)}: ${because}`;
    list.push(found(`barred.${id}`, "blocker", "A source may not go where the plan would have it.", why, todo, paths));
  }
  return list;
}

function sourceFindings({ data, privacy }: Scenario, { pipeline }: Data): Finding[] {
  const list: Finding[] = [];
  const present = data.sources.filter(({ documents }) => documents > 0);
  const ownerless = present.filter(({ owner }) => owner.trim() === "");
  if (ownerless.length > 0) {
    list.push(
      found(
        "owner",
        "info",
        "Nobody answers for a source.",
        `No owner is named for ${named(ownerless)}.`,
        "Name a person or team for each.",
      ),
    );
  }
  const late = present.filter(
    ({ toleratedAgeDays, changedSharePerMonth }) =>
      toleratedAgeDays !== null && changedSharePerMonth > 0 && data.updateEveryDays > toleratedAgeDays,
  );
  if (late.length > 0) {
    const why = `${named(late)} must be current sooner than every ${wholeNumber(data.updateEveryDays)} days.`;
    list.push(
      found(
        "stale",
        "warning",
        "Documents are brought up to date too rarely.",
        why,
        "Update more often, or allow answers to be older.",
      ),
    );
  }
  const left = pipeline.identifiersLeft.value;
  if (left >= 1) {
    const what = `About ${wholeNumber(left)} personal identifiers will remain in the documents.`;
    const why = `Scrubbing finds ${percentWords(pipeline.recall.value)} of them; what is left can appear in answers.`;
    const severity = privacy.publicUsers ? "warning" : "info";
    list.push(
      found(
        "identifiersLeft",
        severity,
        what,
        why,
        "Raise what scrubbing finds, review a sample, or limit who may ask.",
      ),
    );
  }
  return list;
}

function exampleFindings({ data, maintenance, paths }: Scenario, { examples }: Data): Finding[] {
  const list: Finding[] = [];
  const missing = examples.missing.value;
  if (missing > 0) {
    const why = `${wholeNumber(examples.needed.value)} are needed, and ${wholeNumber(examples.trainable.value)} of those planned are left to train on.`;
    const todo = `Get ${wholeNumber(missing)} more, or teach by prompts and documents instead.`;
    list.push(found("examplesMissing", "warning", "There are fewer examples than fine-tuning needs.", why, todo));
  }
  const byProvider = paths.api.fineTuned && (paths.api.enabled || paths.hybrid.enabled);
  if ((maintenance.fineTunesPerYear > 0 || byProvider) && data.labelledExamples === 0) {
    const planned =
      maintenance.fineTunesPerYear > 0 ? `${maintenance.fineTunesPerYear} fine-tunes a year` : "One for launch";
    const why = `${planned}, and no example is prepared.`;
    list.push(
      found(
        "nothingToTrainOn",
        "warning",
        "Fine-tunes are planned without examples to train on.",
        why,
        "Plan examples to label, or no fine-tunes.",
      ),
    );
  }
  if (data.fineTuneGoal !== "none" && data.heldOutShare === 0) {
    const why = "All examples are trained on, so nothing is left that the model has not seen.";
    list.push(
      found("nothingHeldOut", "warning", "A fine-tune cannot be tested.", why, "Hold out a tenth of the examples."),
    );
  }
  const beyond = examples.beyondChance.value;
  if (data.labelledExamples > 0 && data.ratingsPerExample > 1 && beyond < 0.667) {
    const why = `${beyond.toFixed(2)} beyond chance; below 0.667 not even tentative conclusions hold (Krippendorff 2004).`;
    list.push(
      found(
        "agreement",
        "warning",
        "Annotators agree too rarely.",
        why,
        "Make the instructions clearer, with examples of hard cases, and measure again.",
      ),
    );
  }
  return list;
}

function qualityFindings({ data }: Scenario, { quality, pipeline }: Data): Finding[] {
  const list: Finding[] = [];
  const wrong = data.inspections.filter(({ inspectedItems, defectiveItems }) => defectiveItems > inspectedItems);
  if (wrong.length > 0) {
    list.push(
      found(
        "inspection",
        "warning",
        "More faulty items than were inspected.",
        "An inspection cannot find more faults than it looks at.",
        "Correct one of the two numbers.",
      ),
    );
  }
  if (pipeline.kept.value === 0) return list;
  if (data.inspections.length === 0 && quality.toInspect.value > 0) {
    const why = `${wholeNumber(quality.toInspect.value)} drawn at random without a fault would show that fewer than ${percentWords(data.toleratedDefectShare)} are faulty.`;
    list.push(
      found(
        "notInspected",
        "info",
        "No document has been inspected.",
        why,
        `Inspect ${wholeNumber(quality.toInspect.value)} of them.`,
      ),
    );
  }
  if (quality.toMend.value > 0) {
    const worst = quality.dimensions.reduce((most, each) => (each.found.value > most.found.value ? each : most));
    const why = `${percentWords(worst.found.value)} fail on ${worst.dimension}, ${percentWords(data.toleratedDefectShare)} are tolerated.`;
    const todo = `Go through ${wholeNumber(quality.toGoThrough.value)} and mend about ${wholeNumber(quality.toMend.value)}; it is in the cost.`;
    list.push(found("faulty", "warning", "More documents are faulty than you tolerate.", why, todo));
  }
  return list;
}
