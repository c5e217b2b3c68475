import { z } from "zod";
import { numberField, wholeNumberField } from "./field";

/** Work before launch and after: data, evaluation, maintenance, and the people who do it. */

export const dataSchema = z.strictObject({
  labelledExamples: numberField(0, 1e8, {
    section: "data",
    prominence: "main",
    title: "Examples to label",
    description: "Examples prepared by people before launch, for prompts, fine-tuning or tests. 0: none.",
    unit: "item",
  }),
  ratingsPerExample: wholeNumberField(1, 20, {
    section: "data",
    prominence: "main",
    title: "People per example",
    description: "How many people label each example independently.",
    unit: "rating/item",
  }),
  minutesPerLabel: numberField(0.05, 600, {
    section: "data",
    prominence: "main",
    title: "Time per label",
    description: "Minutes one person needs for one example.",
    unit: "min/item",
  }),
  annotatorUsdPerHour: numberField(1, 500, {
    section: "data",
    prominence: "main",
    title: "Annotator's cost",
    description: "Full cost of an annotator's hour.",
    unit: "USD/h",
  }),
  rejectedShare: numberField(0, 0.9, {
    section: "data",
    prominence: "more",
    title: "Rejected labels",
    description: "Share of labels that fail review and are done again.",
    unit: "share",
  }),
  annotators: wholeNumberField(1, 10_000, {
    section: "data",
    prominence: "more",
    title: "Annotators",
    description: "How many work at the same time; decides the days until launch.",
    unit: "person",
  }),
  refreshSharePerYear: numberField(0, 20, {
    section: "data",
    prominence: "more",
    title: "Renewed a year",
    description: "Share of the examples that are new or changed each year.",
    unit: "share/year",
  }),
  storedBytes: numberField(0, 1e18, {
    section: "data",
    prominence: "main",
    title: "Stored data",
    description: "Documents, examples and results that are kept.",
    unit: "B",
  }),
  logRetentionMonths: numberField(0, 120, {
    section: "data",
    prominence: "more",
    title: "Keep logs for",
    description: "How long prompts and answers are kept; 0: not at all.",
    unit: "month",
  }),
  storageUsdPerGbMonth: numberField(0, 10, {
    section: "data",
    prominence: "more",
    title: "Storage price",
    description: "Per gigabyte and month.",
    unit: "USD/GB·month",
  }),
});

export const evaluationSchema = z.strictObject({
  expectedPassShare: numberField(0.01, 0.99, {
    section: "evaluation",
    prominence: "main",
    title: "Expected share right",
    description: "Share of answers expected to pass; 0.5 asks for the most tests.",
    unit: "share",
  }),
  marginOfError: numberField(0.005, 0.3, {
    section: "evaluation",
    prominence: "main",
    title: "Margin of error",
    description: "How far the measured share may be from the true one.",
    unit: "share",
  }),
  confidence: numberField(0.5, 0.999, {
    section: "evaluation",
    prominence: "main",
    title: "Confidence",
    description: "How sure the margin must be.",
    unit: "share",
  }),
  ratingsPerItem: wholeNumberField(1, 20, {
    section: "evaluation",
    prominence: "main",
    title: "People per answer",
    description: "How many people judge each answer independently.",
    unit: "rating/item",
  }),
  minutesPerRating: numberField(0.05, 600, {
    section: "evaluation",
    prominence: "main",
    title: "Time per judgement",
    description: "Minutes one person needs to judge one answer.",
    unit: "min/item",
  }),
  raterUsdPerHour: numberField(1, 500, {
    section: "evaluation",
    prominence: "more",
    title: "Judge's cost",
    description: "Full cost of an hour of a person who judges answers.",
    unit: "USD/h",
  }),
  raters: wholeNumberField(1, 10_000, {
    section: "evaluation",
    prominence: "more",
    title: "People judging",
    description: "How many judge at the same time; decides the days a round takes.",
    unit: "person",
  }),
});

export const maintenanceSchema = z.strictObject({
  releasesPerYear: numberField(0, 365, {
    section: "maintenance",
    prominence: "main",
    title: "Releases a year",
    description: "Changes of model, prompt or data that are tested again before they go live.",
    unit: "release/year",
  }),
  fineTunesPerYear: numberField(0, 365, {
    section: "maintenance",
    prominence: "main",
    title: "Fine-tunes a year",
    description: "How often the self-hosted model is trained on new examples. 0: never.",
    unit: "release/year",
  }),
  acceleratorHoursPerFineTune: numberField(0, 1e7, {
    section: "maintenance",
    prominence: "more",
    title: "Accelerator-hours per fine-tune",
    description: "Number of accelerators times hours of one run, failed runs included.",
    unit: "accelerator·h",
  }),
  incidentsPerMonthApi: numberField(0, 1000, {
    section: "maintenance",
    prominence: "more",
    title: "Incidents a month, API",
    description: "Faults that an engineer must look into when an API is used.",
    unit: "incident/month",
  }),
  incidentsPerMonthSelfHosted: numberField(0, 1000, {
    section: "maintenance",
    prominence: "main",
    title: "Incidents a month, self-hosted",
    description: "Faults that an engineer must look into when the model is self-hosted.",
    unit: "incident/month",
  }),
  hoursPerIncident: numberField(0, 1000, {
    section: "maintenance",
    prominence: "more",
    title: "Hours per incident",
    description: "Engineering time to find and mend one fault.",
    unit: "h/incident",
  }),
});

export const teamSchema = z.strictObject({
  engineerUsdPerYear: numberField(1000, 2_000_000, {
    section: "cost",
    prominence: "main",
    title: "Engineer's pay",
    description: "Total pay a year of an engineer who runs the system, before the employer's own cost.",
    unit: "USD/person·year",
  }),
  overheadFactor: numberField(1, 3, {
    section: "cost",
    prominence: "more",
    title: "Employer's cost",
    description: "Full cost of employment divided by pay.",
    unit: "1",
  }),
  workingHoursPerYear: numberField(500, 3000, {
    section: "cost",
    prominence: "more",
    title: "Working hours a year",
    description: "Hours an engineer works in a year.",
    unit: "h/year",
  }),
  runFteApi: numberField(0, 1000, {
    section: "cost",
    prominence: "main",
    title: "Engineers to run, API",
    description: "Full-time engineers who keep the system running when an API is used.",
    unit: "person",
  }),
  runFteSelfHosted: numberField(0, 1000, {
    section: "cost",
    prominence: "main",
    title: "Engineers to run, self-hosted",
    description: "Full-time engineers who keep the system running when the model is self-hosted.",
    unit: "person",
  }),
  buildMonthsApi: numberField(0, 10_000, {
    section: "cost",
    prominence: "more",
    title: "Person-months to build, API",
    description: "Engineering work before launch on the API path.",
    unit: "month",
  }),
  buildMonthsSelfHosted: numberField(0, 10_000, {
    section: "cost",
    prominence: "more",
    title: "Person-months to build, self-hosted",
    description: "Engineering work before launch on the self-hosted path.",
    unit: "month",
  }),
});
