import type { Scenario } from "@/lib/contract/scenario";
import { derive, type Figure, given } from "../figure";
import type { Facts } from "../privacy/rules";
import { percentWords } from "../words";
import type { Examples } from "./compose-examples";
import type { Pipeline } from "./compose-pipeline";
import type { Quality } from "./compose-quality";
import { type Gate, gatesOf } from "./gates";
import { dimensionsSeen, partOfDocuments, qualityShown, reachedOf, readinessScore } from "./readiness-formulas";
import { holdsPersonal } from "./sensitivity";

/** Gates first, then points for what is worked out; each with its reason and what would gain the points it lacks. */
type Fact = { id: string; label: string; weight: Figure<number>; share: Figure<number>; why: string; todo: string };

const reference = (label: string, value: number, note: string): Figure<number> =>
  given(value, { kind: "default", label, unit: "1", path: "assumptions.data.readiness", note });

const reliable = reference(
  "Agreement called reliable",
  0.8,
  "Krippendorff (2004): 0.8; below 0.667 not even tentative.",
);
const unknown = reference("Agreement not known", 0, "One person labels each example.");

const fact = (id: string, label: string, weight: number, share: Figure<number>, why: string, todo: string): Fact => ({
  id,
  label,
  weight: reference(`Weight of “${label}”`, weight, "Our assumption."),
  share,
  why,
  todo,
});

const count = (value: number): string => Math.ceil(value - 1e-9).toLocaleString("en-US");

function sourceFacts({ data }: Scenario, pipeline: Pipeline): Fact[] {
  const all = pipeline.read.documents;
  const part = (keep: (source: Scenario["data"]["sources"][number]) => boolean) =>
    derive(partOfDocuments, {
      some: data.sources.flatMap((source, at) => (keep(source) ? (pipeline.sources[at]?.documents ?? []) : [])),
      all,
    });
  const owned = part(({ owner }) => owner.trim() !== "");
  const settled = part(({ rights }) => rights === "settled");
  const fresh = part(
    ({ toleratedAgeDays, changedSharePerMonth }) =>
      toleratedAgeDays === null || changedSharePerMonth === 0 || data.updateEveryDays <= toleratedAgeDays,
  );
  const of = (share: Figure<number>, what: string) => `${percentWords(share.value)} of the documents ${what}.`;
  return [
    fact(
      "rights",
      "Right to use settled",
      25,
      settled,
      of(settled, "may be used"),
      "Settle licence or consent where it is open.",
    ),
    fact(
      "owners",
      "Someone answers for it",
      10,
      owned,
      of(owned, "have an owner"),
      "Name who answers for each source.",
    ),
    fact(
      "freshness",
      "Fresh enough",
      10,
      fresh,
      of(fresh, "are brought up to date in time"),
      "Bring documents up to date more often, or allow them to be older.",
    ),
  ];
}

function qualityFacts({ data }: Scenario, quality: Quality): Fact[] {
  const most = quality.dimensions.map(({ high }) => high);
  const shown = derive(qualityShown, { tolerated: quality.toleratedShare, most });
  const seen = new Set(data.inspections.map(({ dimension }) => dimension)).size;
  const looked = derive(dimensionsSeen, { seen: reference("Sides inspected", seen, "Counted from the inspections.") });
  const worst = Math.max(...most.map(({ value }) => value));
  return [
    fact(
      "quality",
      "Faults within the target",
      20,
      shown,
      most.length === 0
        ? "Nothing has been inspected: any document may be faulty."
        : `At most ${percentWords(worst)} are faulty, ${percentWords(data.toleratedDefectShare)} are tolerated.`,
      quality.toMend.value > 0
        ? `Go through ${count(quality.toGoThrough.value)} documents and mend about ${count(Math.round(quality.toMend.value))}.`
        : `Inspect ${count(quality.toInspect.value)} documents drawn at random.`,
    ),
    fact(
      "dimensions",
      "All sides of quality inspected",
      5,
      looked,
      `${seen} of 5 are.`,
      "Inspect the sides nobody has looked at.",
    ),
  ];
}

function scrubbingFacts({ data }: Scenario, { identifiersLeft, recall }: Pipeline): Fact[] {
  if (!data.sources.some(({ sensitivity, documents }) => documents > 0 && holdsPersonal(sensitivity))) return [];
  const why = `Scrubbing finds ${percentWords(recall.value)}; about ${count(identifiersLeft.value)} stay.`;
  return [fact("scrubbing", "Identifiers found", 10, recall, why, "Add a scrubbing step or better what it finds.")];
}

function exampleFacts({ data }: Scenario, examples: Examples): Fact[] {
  const facts: Fact[] = [];
  if (examples.needed.value > 0) {
    const reached = derive(reachedOf, { present: examples.trainable, needed: examples.needed });
    const why = `${count(examples.trainable.value)} of ${count(examples.needed.value)} to train on.`;
    facts.push(
      fact("examples", "Enough examples", 15, reached, why, `Get ${count(examples.missing.value)} more examples.`),
    );
  }
  if (data.labelledExamples > 0) {
    const known = data.ratingsPerExample > 1;
    const agreed = derive(reachedOf, { present: known ? examples.beyondChance : unknown, needed: reliable });
    const why = known
      ? `${examples.beyondChance.value.toFixed(2)} beyond chance; 0.8 is called reliable.`
      : "One person labels each example: agreement is not known.";
    const todo = known
      ? "Make the labelling instructions clearer, and measure agreement again."
      : "Have two people label each example, or a part of them.";
    facts.push(fact("agreement", "Labels agree", 10, agreed, why, todo));
  }
  return facts;
}

export function composeReadiness(
  scenario: Scenario,
  parts: { pipeline: Pipeline; quality: Quality; examples: Examples },
  rules: Facts,
) {
  const { pipeline, quality, examples } = parts;
  const facts = [
    ...(pipeline.read.documents.value > 0
      ? [...sourceFacts(scenario, pipeline), ...qualityFacts(scenario, quality), ...scrubbingFacts(scenario, pipeline)]
      : []),
    ...exampleFacts(scenario, examples),
  ];
  if (facts.length === 0) return undefined;
  const gates = gatesOf(scenario, rules);
  const score = derive(readinessScore, {
    weights: facts.map(({ weight }) => weight),
    shares: facts.map(({ share }) => share),
  });
  return { gates, facts: facts.map(({ todo: _, ...shown }) => shown), score, nextStep: nextStep(gates, facts) };
}

function nextStep(gates: readonly Gate[], facts: readonly Fact[]): string {
  const gate = gates.find(({ state }) => state === "failed") ?? gates.find(({ state }) => state === "open");
  if (gate) return `Settle what stands before all else. ${gate.why}`;
  const lost = ({ weight, share }: Fact) => weight.value * (1 - share.value);
  const worst = facts.reduce((most, each) => (lost(each) > lost(most) ? each : most));
  return lost(worst) > 0 ? worst.todo : "Nothing: every point is reached.";
}
