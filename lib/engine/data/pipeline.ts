import { formula } from "../figure";
import { minutesPerHour, tokensPerMtoken } from "../units";

/** What is left of documents from step to step, what that costs, how long it takes and what it may leak. */

export const bytesPerPage = 3000;
const bytesPerWord = 6;

export const afterStep = formula(
  {
    id: "data.afterStep",
    title: "Left after a step",
    unit: "item",
    reads: "what comes in × (1 − share taken out)",
    source: "definition",
    example: { of: "10,000 less a tenth", given: { items: 10_000, removedShare: 0.1 }, gives: 9000 },
  },
  ({ items, removedShare }: { items: number; removedShare: number }) => items * (1 - removedShare),
);

export const tokensOfDocuments = formula(
  {
    id: "data.tokensOfDocuments",
    title: "Tokens in them",
    unit: "token",
    reads: "documents × bytes of one ÷ bytes of a token",
    source: "definition",
    example: {
      of: "9,000 of 4,000 bytes at 4",
      given: { items: 9000, bytesPerItem: 4000, bytesPerToken: 4 },
      gives: 9e6,
    },
  },
  ({ items, bytesPerItem, bytesPerToken }: { items: number; bytesPerItem: number; bytesPerToken: number }) =>
    (items * bytesPerItem) / bytesPerToken,
);

export const pagesOfDocuments = formula(
  {
    id: "data.pagesOfDocuments",
    title: "Pages",
    unit: "item",
    reads: "documents × bytes of one ÷ 3,000, at least a page each",
    source: "definition",
    example: { of: "1,000 of 6,000 bytes", given: { items: 1000, bytesPerItem: 6000 }, gives: 2000 },
  },
  ({ items, bytesPerItem }: { items: number; bytesPerItem: number }) =>
    items * Math.max(1, bytesPerItem / bytesPerPage),
);

export const usdOfPages = formula(
  {
    id: "data.usdOfPages",
    title: "Computing and tools",
    unit: "USD",
    reads: "pages ÷ 1,000 × price of a thousand",
    source: "definition",
    example: { of: "100,000 pages at 1.50 USD", given: { pages: 100_000, usdPerThousandPages: 1.5 }, gives: 150 },
  },
  ({ pages, usdPerThousandPages }: { pages: number; usdPerThousandPages: number }) =>
    (pages / 1000) * usdPerThousandPages,
);

export const usdOfDocuments = formula(
  {
    id: "data.usdOfDocuments",
    title: "Computing and tools",
    unit: "USD",
    reads: "documents ÷ 1,000 × cost of a thousand",
    source: "definition",
    example: { of: "50,000 at 2 USD", given: { items: 50_000, usdPerThousand: 2 }, gives: 100 },
  },
  ({ items, usdPerThousand }: { items: number; usdPerThousand: number }) => (items / 1000) * usdPerThousand,
);

export const usdOfTokens = formula(
  {
    id: "data.usdOfTokens",
    title: "Embedding",
    unit: "USD",
    reads: "tokens ÷ 10⁶ × price of a million",
    source: "definition",
    example: { of: "62,500 pages of 800 tokens", given: { tokens: 50e6, usdPerMtoken: 0.02 }, gives: 1 },
  },
  ({ tokens, usdPerMtoken }: { tokens: number; usdPerMtoken: number }) => (tokens / tokensPerMtoken) * usdPerMtoken,
);

export const hoursOfDocuments = formula(
  {
    id: "data.hoursOfDocuments",
    title: "People's hours",
    unit: "h",
    reads: "documents ÷ 1,000 × minutes for a thousand ÷ 60",
    source: "definition",
    example: { of: "10,000 at 42 minutes", given: { items: 10_000, minutesPerThousand: 42 }, gives: 7 },
  },
  ({ items, minutesPerThousand }: { items: number; minutesPerThousand: number }) =>
    ((items / 1000) * minutesPerThousand) / minutesPerHour,
);

type Read = { bytesPerItem: number; readShare: number; wordsPerMinute: number };

export const readingMinutes = formula(
  {
    id: "data.readingMinutes",
    title: "Minutes to read a sample of a thousand",
    unit: "min",
    reads: "1,000 × share read × bytes of a document ÷ 6 bytes a word ÷ words a minute",
    source: "definition",
    example: {
      of: "one in a hundred of 1,428 bytes, a minute each",
      given: { bytesPerItem: 1428, readShare: 0.01, wordsPerMinute: 238 },
      gives: 10,
      within: 1e-12,
    },
  },
  ({ bytesPerItem, readShare, wordsPerMinute }: Read) =>
    (1000 * readShare * bytesPerItem) / bytesPerWord / wordsPerMinute,
);

export const usdOfHours = formula(
  {
    id: "data.usdOfHours",
    title: "People's pay",
    unit: "USD",
    reads: "hours × cost of an hour",
    source: "definition",
    example: { of: "7 hours at 30 USD", given: { hours: 7, usdPerHour: 30 }, gives: 210 },
  },
  ({ hours, usdPerHour }: { hours: number; usdPerHour: number }) => hours * usdPerHour,
);

export const machineDays = formula(
  {
    id: "data.machineDays",
    title: "Days the machines take",
    unit: "day",
    reads: "documents or pages ÷ how many get done in a day",
    source: "definition",
    example: { of: "1,000,000 at 400,000 a day", given: { items: 1e6, itemsPerDay: 4e5 }, gives: 2.5 },
  },
  ({ items, itemsPerDay }: { items: number; itemsPerDay: number }) => items / itemsPerDay,
);

export const peopleDays = formula(
  {
    id: "data.peopleDays",
    title: "Days the people take",
    unit: "day",
    reads: "hours ÷ (people × productive hours a day)",
    source: "definition",
    example: { of: "48 hours of 4 people", given: { hours: 48, people: 4, productiveHoursPerDay: 6 }, gives: 2 },
  },
  ({ hours, people, productiveHoursPerDay }: { hours: number; people: number; productiveHoursPerDay: number }) =>
    hours / (people * productiveHoursPerDay),
);

export const slowerOf = formula(
  {
    id: "data.slowerOf",
    title: "Days of a step",
    unit: "day",
    reads: "the longer of: what machines take; what people take",
    source: "definition",
    example: { of: "2.5 and 2", given: { machines: 2.5, people: 2 }, gives: 2.5 },
  },
  ({ machines, people }: { machines: number; people: number }) => Math.max(machines, people),
);

export const identifiersLeft = formula(
  {
    id: "data.identifiersLeft",
    title: "Identifiers that scrubbing leaves",
    unit: "1",
    reads: "documents with personal data × identifiers in one × (1 − share found)",
    source: "definition",
    example: {
      of: "9,000 with 2 each, 95 % found",
      given: { items: 9000, perItem: 2, recallShare: 0.95 },
      gives: 900,
      within: 1e-9,
    },
  },
  ({ items, perItem, recallShare }: { items: number; perItem: number; recallShare: number }) =>
    items * perItem * (1 - recallShare),
);
