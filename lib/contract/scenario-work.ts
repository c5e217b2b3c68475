import { z } from "zod";
import { choiceField, numberField, rowsField, wholeNumberField } from "./field";
import { teamRoles } from "./scenario-words";

/** Work before launch and after: data, evaluation, and the people who do it. */

export const fineTuneGoals = {
  none: "No fine-tuning",
  style: "Style and form of answers",
  skill: "A task",
  knowledge: "A field of knowledge",
} as const;
export type FineTuneGoal = keyof typeof fineTuneGoals;

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
  documents: numberField(0, 1e12, {
    section: "data",
    prominence: "main",
    title: "Documents to prepare",
    description: "Documents, records or tickets that are read, cleaned and indexed before launch. 0: none.",
    unit: "item",
  }),
  bytesPerDocument: numberField(1, 1e9, {
    section: "data",
    prominence: "more",
    title: "Size of a document",
    description: "Text of one document once it is extracted.",
    unit: "B",
  }),
  duplicateShare: numberField(0, 0.99, {
    section: "data",
    prominence: "more",
    title: "Duplicates",
    description: "Share of the documents that repeat others.",
    unit: "share",
  }),
  filteredShare: numberField(0, 0.99, {
    section: "data",
    prominence: "more",
    title: "Filtered out",
    description: "Share of the rest that is outdated, unreadable or of no use.",
    unit: "share",
  }),
  preparationUsdPerThousandDocuments: numberField(0, 100000, {
    section: "data",
    prominence: "more",
    title: "Preparing a thousand documents",
    description: "Extraction, deduplication, filtering, scrubbing and indexing, computing and tools together.",
    unit: "USD",
  }),
  identifiersPerDocument: numberField(0, 10000, {
    section: "data",
    prominence: "more",
    title: "Identifiers in a document",
    description: "Names, addresses, numbers of persons in one document on average.",
    unit: "1",
  }),
  scrubRecallShare: numberField(0, 1, {
    section: "data",
    prominence: "more",
    title: "Identifiers found",
    description: "Share of the identifiers that scrubbing finds and removes; measure it on a sample.",
    unit: "share",
  }),
  fineTuneGoal: choiceField(fineTuneGoals, {
    section: "data",
    prominence: "main",
    title: "What fine-tuning is to teach",
    description: "Decides how many examples it takes.",
  }),
  inspectedItems: wholeNumberField(0, 1000000, {
    section: "data",
    prominence: "more",
    title: "Items inspected",
    description: "How many documents or examples a person has checked for faults. 0: none yet.",
    unit: "item",
  }),
  defectiveItems: wholeNumberField(0, 1000000, {
    section: "data",
    prominence: "more",
    title: "Faulty ones among them",
    description: "How many of those were wrong, outdated or incomplete.",
    unit: "item",
  }),
});

/** Who builds and runs it: a row for each role, with the time it takes on either way. */
const rolesField = rowsField(
  {
    role: choiceField(teamRoles, {
      section: "cost",
      prominence: "main",
      title: "Role",
      description: "What the person does.",
    }),
    usdPerYear: numberField(0, 2_000_000, {
      section: "cost",
      prominence: "main",
      title: "Pay a year",
      description:
        "Total pay of one person before the employer's own cost. On call: the allowance for one person reachable all year.",
      unit: "USD/person·year",
    }),
    buildMonthsApi: numberField(0, 10_000, {
      section: "cost",
      prominence: "main",
      title: "Months to build, API",
      description: "Person-months of this role before launch when an API is used.",
      unit: "month",
    }),
    buildMonthsSelfHosted: numberField(0, 10_000, {
      section: "cost",
      prominence: "main",
      title: "Months to build, self-hosted",
      description: "Person-months of this role before launch when the model is self-hosted.",
      unit: "month",
    }),
    runFteApi: numberField(0, 1000, {
      section: "cost",
      prominence: "main",
      title: "People to run, API",
      description: "Full-time people of this role who keep it running when an API is used.",
      unit: "person",
    }),
    runFteSelfHosted: numberField(0, 1000, {
      section: "cost",
      prominence: "main",
      title: "People to run, self-hosted",
      description: "Full-time people of this role who keep it running when the model is self-hosted.",
      unit: "person",
    }),
  },
  {
    name: "role",
    maximum: 20,
    blank: {
      role: "dataEngineer",
      usdPerYear: 133_080,
      buildMonthsApi: 0,
      buildMonthsSelfHosted: 0,
      runFteApi: 0,
      runFteSelfHosted: 0,
    },
  },
  {
    section: "cost",
    prominence: "main",
    title: "Team",
    description: "Who builds and runs it, by role. A mix has both built and the larger of the two teams to run it.",
  },
);

export const teamSchema = z.strictObject({
  roles: rolesField,
  engineerUsdPerYear: numberField(1000, 2_000_000, {
    section: "cost",
    prominence: "more",
    title: "Pay for hours of upkeep",
    description:
      "Total pay a year of an engineer whose hours faults, corrections and moves to another model take, before the employer's own cost.",
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
});
