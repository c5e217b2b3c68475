import { z } from "zod";
import { choiceField, numberField, optionalNumberField, wholeNumberField } from "./field";
import { inspectionsField, sourcesField, stepsField } from "./scenario-data-rows";
import { fineTuneGoals } from "./scenario-data-words";

export * from "./scenario-data-words";

const main = { section: "data", prominence: "main" } as const;
const more = { section: "data", prominence: "more" } as const;

/** What the model is to know or learn from: sources, their way to fit data, labels, quality and storage. */
export const dataSchema = z.strictObject({
  sources: sourcesField,
  labelledExamples: numberField(0, 1e8, {
    ...main,
    title: "Examples to label",
    description: "Examples prepared by people before launch, for prompts, fine-tuning or tests. 0: none.",
    unit: "item",
  }),
  ratingsPerExample: wholeNumberField(1, 20, {
    ...main,
    title: "People per example",
    description: "How many people label each example independently.",
    unit: "rating/item",
  }),
  minutesPerLabel: numberField(0.05, 600, {
    ...main,
    title: "Time per label",
    description: "Minutes one person needs for one example.",
    unit: "min/item",
  }),
  annotatorUsdPerHour: numberField(1, 500, {
    ...main,
    title: "Annotator's cost",
    description: "Full cost of an hour of those who label, review and clean.",
    unit: "USD/h",
  }),
  fineTuneGoal: choiceField(fineTuneGoals, {
    ...main,
    title: "What fine-tuning is to teach",
    description: "Decides how many examples it takes.",
  }),
  storedBytes: numberField(0, 1e18, {
    ...main,
    title: "Other stored data",
    description:
      "Examples and whatever else is kept besides sources, index, weights, checkpoints, test results and logs.",
    unit: "B",
  }),
  rejectedShare: numberField(0, 0.9, {
    ...more,
    title: "Rejected labels",
    description: "Share of labels that fail review and are done again.",
    unit: "share",
  }),
  agreementShare: numberField(0.5, 1, {
    ...more,
    title: "Annotators agree",
    description: "How often two of them give the same label. Where they differ, one more person decides.",
    unit: "share",
  }),
  annotators: wholeNumberField(1, 10_000, {
    ...more,
    title: "Annotators",
    description: "How many work at the same time; decides the days until launch.",
    unit: "person",
  }),
  refreshSharePerYear: numberField(0, 20, {
    ...more,
    title: "Renewed a year",
    description: "Share of the examples that are new or changed each year.",
    unit: "share/year",
  }),
  examplesNeeded: optionalNumberField(1, 1e9, {
    ...more,
    title: "Examples fine-tuning needs",
    description: "From a pilot of your own. Empty: usual for what it is to teach.",
    unit: "item",
  }),
  heldOutShare: numberField(0, 0.9, {
    ...more,
    title: "Held out",
    description: "Share of the examples kept out of training to test with.",
    unit: "share",
  }),
  leakedShare: numberField(0, 0.9, {
    ...more,
    title: "Leaked",
    description: "Share of the training examples that the leakage check takes out because a test example repeats them.",
    unit: "share",
  }),
  syntheticShare: numberField(0, 1, {
    ...more,
    title: "Missing ones a model writes",
    description: "Share of the missing examples that a model writes; people label the rest.",
    unit: "share",
  }),
  usdPerSyntheticExample: numberField(0, 1000, {
    ...more,
    title: "An example a model writes",
    description: "Tokens and checks of one.",
    unit: "USD/item",
  }),
  steps: stepsField,
  identifiersPerDocument: numberField(0, 10000, {
    ...more,
    title: "Identifiers in a document",
    description: "Names, addresses, numbers of persons in one document of a source that holds such data.",
    unit: "1",
  }),
  scrubRecallShare: numberField(0, 1, {
    ...more,
    title: "Identifiers found",
    description: "Share of the identifiers that scrubbing finds and removes; measure it on a sample.",
    unit: "share",
  }),
  updateEveryDays: numberField(0.04, 3650, {
    ...more,
    title: "Brought up to date every",
    description: "How often new and changed documents go through the steps.",
    unit: "day",
  }),
  inspections: inspectionsField,
  toleratedDefectShare: numberField(0.0001, 1, {
    ...more,
    title: "Faulty documents, at most",
    description: "Share you can live with; beyond it documents are inspected and mended.",
    unit: "share",
  }),
  minutesPerInspection: numberField(0, 600, {
    ...more,
    title: "Time to inspect one",
    description: "Minutes to check a document for faults.",
    unit: "min/item",
  }),
  minutesPerRepair: numberField(0, 600, {
    ...more,
    title: "Time to mend one",
    description: "Minutes to correct or replace a faulty document.",
    unit: "min/item",
  }),
  passageTokens: wholeNumberField(10, 100_000, {
    ...more,
    title: "Tokens per index entry",
    description: "New text between one entry of the index and the next.",
    unit: "token",
  }),
  vectorDimensions: wholeNumberField(0, 20_000, {
    ...more,
    title: "Numbers in an entry's vector",
    description: "Dimensions of the embedding; 0 where nothing is looked up by meaning.",
    unit: "1",
  }),
  vectorUsdPerGbMonth: numberField(0, 100, {
    ...more,
    title: "Price of the index",
    description: "Storage of vectors, per gigabyte and month.",
    unit: "USD/GB·month",
  }),
  copiesKept: numberField(1, 20, {
    ...more,
    title: "Copies of the sources",
    description: "How often originals and extracted text are stored, backups included.",
    unit: "1",
  }),
  checkpointsKept: wholeNumberField(0, 10_000, {
    ...more,
    title: "Training checkpoints kept",
    description: "States of fine-tunes, optimizer included, from which a run can go on.",
    unit: "1",
  }),
  logRetentionMonths: numberField(0, 120, {
    ...more,
    title: "Keep logs for",
    description: "How long prompts and answers are kept, those of tests included; 0: not at all.",
    unit: "month",
  }),
  archiveAfterMonths: optionalNumberField(0, 120, {
    ...more,
    title: "Archive logs after",
    description: "Older logs go to cheaper storage. Empty: never.",
    unit: "month",
  }),
  archiveUsdPerGbMonth: numberField(0, 10, {
    ...more,
    title: "Archive price",
    description: "Storage of archived logs, per gigabyte and month.",
    unit: "USD/GB·month",
  }),
  storageUsdPerGbMonth: numberField(0, 10, {
    ...more,
    title: "Storage price",
    description: "Per gigabyte and month, of the first tier.",
    unit: "USD/GB·month",
  }),
});
