import { z } from "zod";
import {
  choiceField,
  numberField,
  optionalNumberField,
  rowsField,
  switchField,
  textField,
  wholeNumberField,
} from "./field";

/** What is tested before launch and at every release, by whom, and what must come out of it. */

/** Sides of an answer that are judged. Latency and cost are worked out of the plan and not asked here. */
export const perspectives = {
  accuracy: "Accuracy: the answer is right",
  credibility: "Credibility: it can be checked and says how sure it is",
  relevance: "Relevance: it answers what was asked",
  coherence: "Coherence: it reads well and does not contradict itself",
  context: "Context awareness: it uses what came before",
  safety: "Safety: it does no harm",
  tone: "Tone: it sounds as it should",
} as const;
export type Perspective = keyof typeof perspectives;
export const perspectiveSchema = z.enum(Object.keys(perspectives) as [Perspective, ...Perspective[]]);

export const measures = {
  people: "Judged by people",
  judge: "Judged by a model, checked by people",
  automatic: "Measured by a program",
} as const;
export type Measure = keyof typeof measures;

/** Which way of running the model was tested. */
export const testedPaths = { all: "Every way", api: "API", selfHosted: "Self-hosted" } as const;
export type TestedPath = keyof typeof testedPaths;

const words = { section: "evaluation" as const, prominence: "more" as const };
const main = { section: "evaluation" as const, prominence: "main" as const };

const criterion = {
  perspective: choiceField(perspectives, { ...main, title: "Perspective", description: "The side that is judged." }),
  measure: choiceField(measures, {
    ...main,
    title: "Judged",
    description:
      "People cost most; a model's bias is corrected by answers that people judge too; a program costs nothing.",
  }),
  expectedShare: numberField(0.01, 0.99, {
    ...main,
    title: "Expected share good",
    description: "Share of answers expected to be good on this side; 0.5 asks for the most tests.",
    unit: "share",
  }),
  passShare: numberField(0.01, 0.99, {
    ...main,
    title: "Share good to go live",
    description: "Go only if the lower end of the interval reaches this share.",
    unit: "share",
  }),
  weight: numberField(0, 100, {
    ...words,
    title: "Weight",
    description: "How much it counts in the score of all perspectives together.",
    unit: "1",
  }),
  blocking: switchField({
    ...main,
    title: "Must be passed",
    description: "No launch without it. Otherwise it only counts in the score of all.",
  }),
};

const family = {
  name: textField(80, { ...main, title: "Questions about", description: "What the family is called." }, 1),
  trafficShare: numberField(0, 1, {
    ...main,
    title: "Share of the volume",
    description: "How much of what is asked belongs to it.",
    unit: "share",
  }),
  variations: wholeNumberField(1, 100, {
    ...main,
    title: "Wordings of a question",
    description: "In how many ways each question is put; they say less than as many different questions.",
    unit: "1",
  }),
  correlation: numberField(0, 1, {
    ...words,
    title: "Likeness of wordings",
    description: "Correlation of good and bad within the wordings of a question: 1 when they always go together.",
    unit: "1",
  }),
};

const result = {
  perspective: choiceField(perspectives, { ...main, title: "Perspective", description: "The side that was judged." }),
  path: choiceField(testedPaths, { ...main, title: "Tested", description: "The way that was tested." }),
  items: wholeNumberField(1, 10_000_000, {
    ...main,
    title: "Answers judged",
    description: "With a judging model: answers by people that would say as much.",
    unit: "item",
  }),
  passed: wholeNumberField(0, 10_000_000, {
    ...main,
    title: "Good ones among them",
    description: "Answers that the majority of the people judging found good.",
    unit: "item",
  }),
  agreement: optionalNumberField(-1, 1, {
    ...words,
    title: "Agreement of the judges",
    description: "Krippendorff's α or κ. Empty: not known.",
    unit: "1",
  }),
};

export const evaluationSchema = z.strictObject({
  criteria: rowsField(
    criterion,
    {
      name: "criterion",
      maximum: 8,
      blank: {
        perspective: "relevance",
        measure: "people",
        expectedShare: 0.9,
        passShare: 0.8,
        weight: 1,
        blocking: false,
      },
    },
    {
      ...main,
      title: "What must be good",
      description: "Sides of an answer that are judged, and what must be reached.",
    },
  ),
  families: rowsField(
    family,
    {
      name: "family",
      maximum: 40,
      blank: { name: "Orders", trafficShare: 0.2, variations: 3, correlation: 0.3 },
    },
    {
      ...main,
      title: "What must be tested",
      description: "Families of questions with their share of the volume. None: all questions are taken as one family.",
    },
  ),
  coverageShare: numberField(0, 1, {
    ...words,
    title: "Volume tested family by family",
    description: "The largest families up to this share of the volume are each tested; the long tail is sampled.",
    unit: "share",
  }),
  itemsPerFamily: wholeNumberField(0, 10_000, {
    ...words,
    title: "Answers of a family, at least",
    description: "So that a family that fails can be seen. 0: only as many as its share of the volume gives.",
    unit: "item",
  }),
  marginOfError: numberField(0.005, 0.3, {
    ...main,
    title: "Margin of error",
    description: "How far the measured share may be from the true one.",
    unit: "share",
  }),
  confidence: numberField(0.5, 0.999, {
    ...main,
    title: "Confidence",
    description: "How sure the margin must be.",
    unit: "share",
  }),
  powerShare: optionalNumberField(0.5, 0.99, {
    ...words,
    title: "Chance that a good system passes",
    description:
      "A system as good as expected must pass everything with this chance; asks for more answers. Empty: no demand.",
    unit: "share",
  }),
  correctsForSeveral: switchField({
    ...words,
    title: "Several criteria corrected for",
    description: "Holm's correction: with every criterion that must be passed, each must be shown more surely.",
  }),
  overallPassShare: optionalNumberField(0.01, 0.99, {
    ...words,
    title: "Score of all to go live",
    description: "The weighted mean of all perspectives must reach this as well. Empty: no demand.",
    unit: "share",
  }),
  ratingsPerItem: wholeNumberField(1, 20, {
    ...main,
    title: "People per answer",
    description: "How many people judge an answer independently, where several do.",
    unit: "rating/item",
  }),
  overlapShare: numberField(0, 1, {
    ...words,
    title: "Answers judged by several",
    description: "Share of the answers that several people judge, to see whether they agree; one judges the others.",
    unit: "share",
  }),
  minutesPerRating: numberField(0.05, 600, {
    ...main,
    title: "Time per judgement",
    description: "Minutes one person needs to judge one answer on one side.",
    unit: "min/item",
  }),
  raterUsdPerHour: numberField(1, 500, {
    ...words,
    title: "Judge's cost",
    description: "Full cost of an hour of a person who judges answers.",
    unit: "USD/h",
  }),
  raters: wholeNumberField(1, 10_000, {
    ...words,
    title: "People judging",
    description: "How many judge at the same time; decides the days a round takes.",
    unit: "person",
  }),
  raterAccuracyShare: numberField(0.5, 1, {
    ...words,
    title: "Judges right",
    description: "How often one person judges an answer rightly.",
    unit: "share",
  }),
  adjudicationMinutes: numberField(0, 600, {
    ...words,
    title: "Time to settle a disagreement",
    description: "Minutes of an experienced person who decides where judges differ. 0: the majority counts.",
    unit: "min/item",
  }),
  criticalFailureShare: optionalNumberField(0.0001, 0.5, {
    ...words,
    title: "Critical failures, at most",
    description:
      "Rate of critical failures that a round without any must rule out at the confidence asked for. Empty: not tested.",
    unit: "share",
  }),
  judgeUsdPerItem: numberField(0, 100, {
    ...words,
    title: "A judgement by a model",
    description: "Tokens of the judging model for one answer.",
    unit: "USD/item",
  }),
  judgeSensitivity: numberField(0.5, 1, {
    ...words,
    title: "Good answers it passes",
    description: "Share of good answers that the judging model passes, from answers people judged as well.",
    unit: "share",
  }),
  judgeSpecificity: numberField(0.51, 1, {
    ...words,
    title: "Bad answers it fails",
    description: "Share of bad answers that the judging model fails.",
    unit: "share",
  }),
  suiteDropShare: optionalNumberField(0.005, 0.3, {
    ...words,
    title: "Drop a release must not hide",
    description:
      "Each release is compared with the one before on the same answers, to see a drop of this size. Empty: a whole round.",
    unit: "share",
  }),
  suiteItems: optionalNumberField(1, 1_000_000, {
    ...words,
    title: "Answers in the suite",
    description: "Empty: as many as it takes to see the drop.",
    unit: "item",
  }),
  suiteChangedShare: numberField(0.01, 1, {
    ...words,
    title: "Answers a release changes",
    description: "Share of answers of which one release gets right what the other gets wrong.",
    unit: "share",
  }),
  suiteMeasure: choiceField(measures, {
    ...words,
    title: "The suite is judged",
    description: "Decides what a release's test costs. A judging model's bias is much the same for both releases.",
  }),
  results: rowsField(
    result,
    {
      name: "result",
      maximum: 40,
      blank: { perspective: "accuracy", path: "all", items: 200, passed: 170, agreement: null },
    },
    {
      ...main,
      title: "What came out",
      description: "Results of a real test, entered or taken over from ratings below. They decide go or no-go.",
    },
  ),
});
