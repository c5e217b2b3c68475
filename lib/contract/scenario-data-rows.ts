import { choiceField, numberField, optionalNumberField, rowsField, textField, wholeNumberField } from "./field";
import { languageGroups, pipelineSteps, qualityDimensions, sourceFormats, usageRights } from "./scenario-data-words";
import { dataClasses } from "./scenario-words";

/** The lists of the data: sources, the steps they go through, and what inspections found. */

const main = { section: "data", prominence: "main" } as const;
const usual = "Empty: usual for this step.";

export const sourcesField = rowsField(
  {
    name: textField(80, { ...main, title: "Source", description: "What it is called." }, 1),
    owner: textField(80, {
      ...main,
      title: "Who answers for it",
      description: "Person or team that decides about it. Empty: nobody yet.",
    }),
    documents: numberField(0, 1e12, {
      ...main,
      title: "Documents",
      description: "How many documents, records, tickets or recordings it holds.",
      unit: "item",
    }),
    bytesPerDocument: numberField(1, 1e9, {
      ...main,
      title: "Text in one",
      description: "Bytes of text: a page of 500 words is about 3,000, a minute of speech about 900.",
      unit: "B/item",
    }),
    format: choiceField(sourceFormats, {
      ...main,
      title: "Format",
      description: "Decides what it costs to get the text out, how fast that goes and how much is lost.",
    }),
    language: choiceField(languageGroups, {
      ...main,
      title: "Language",
      description: "Decides how many tokens the text has.",
    }),
    sensitivity: choiceField(dataClasses, {
      ...main,
      title: "Sensitivity",
      description: "The most sensitive data in it; decides who may process it.",
    }),
    rights: choiceField(usageRights, {
      ...main,
      title: "Right to use it",
      description: "Licence, consent or ownership for this purpose. Without it, no model may have it.",
    }),
    changedSharePerMonth: numberField(0, 30, {
      ...main,
      title: "New or changed a month",
      description: "Share of its documents that are new or changed in a month.",
      unit: "share",
    }),
    toleratedAgeDays: optionalNumberField(0.04, 3650, {
      ...main,
      title: "May be outdated for",
      description: "How long a change may wait before answers must know of it. Empty: it does not matter.",
      unit: "day",
    }),
  },
  {
    name: "source",
    maximum: 30,
    blank: {
      name: "Documents",
      owner: "",
      documents: 10_000,
      bytesPerDocument: 6000,
      format: "office",
      language: "english",
      sensitivity: "internal",
      rights: "unclear",
      changedSharePerMonth: 0.02,
      toleratedAgeDays: null,
    },
  },
  {
    ...main,
    title: "Sources",
    description: "What is read, cleaned and indexed or trained on: each with its volume, format and rights.",
  },
);

export const stepsField = rowsField(
  {
    step: choiceField(pipelineSteps, { ...main, title: "Step", description: "What is done to each document." }),
    removedShare: optionalNumberField(0, 0.99, {
      ...main,
      title: "Taken out",
      description: `Share of the documents that do not go on. ${usual}`,
      unit: "share",
    }),
    usdPerThousandDocuments: optionalNumberField(0, 1e5, {
      ...main,
      title: "Computing and tools, a thousand",
      description: `What machines and services cost for a thousand documents. ${usual}`,
      unit: "USD",
    }),
    minutesPerThousandDocuments: optionalNumberField(0, 1e6, {
      ...main,
      title: "People's time, a thousand",
      description: `Minutes people spend on a thousand documents. ${usual}`,
      unit: "min",
    }),
    documentsPerDay: optionalNumberField(1, 1e12, {
      ...main,
      title: "Documents a day",
      description: `How many the machines get through in a day. ${usual}`,
      unit: "item/day",
    }),
  },
  {
    name: "step",
    maximum: 20,
    blank: {
      step: "review",
      removedShare: null,
      usdPerThousandDocuments: null,
      minutesPerThousandDocuments: null,
      documentsPerDay: null,
    },
  },
  {
    section: "data",
    prominence: "more",
    title: "Steps of the pipeline",
    description: "What every document goes through, in this order, before it is used.",
  },
);

export const inspectionsField = rowsField(
  {
    dimension: choiceField(qualityDimensions, {
      ...main,
      title: "What was checked",
      description: "Side of quality, by its name in ISO/IEC 25012.",
    }),
    inspectedItems: wholeNumberField(1, 1_000_000, {
      ...main,
      title: "Inspected",
      description: "Documents a person has checked for it, drawn at random.",
      unit: "item",
    }),
    defectiveItems: wholeNumberField(0, 1_000_000, {
      ...main,
      title: "Faulty among them",
      description: "How many of those failed.",
      unit: "item",
    }),
  },
  {
    name: "inspection",
    maximum: 5,
    blank: { dimension: "accuracy", inspectedItems: 100, defectiveItems: 5 },
  },
  {
    section: "data",
    prominence: "more",
    title: "Inspections",
    description: "What checking a random sample has found; says how many faults to expect and what cleaning costs.",
  },
);
