import { describe, expect, test } from "vitest";
import { zeroFailures } from "../evaluation/plans";
import { disagreementShare } from "../statistics/judges";
import { gbFromBytes } from "../units";
import { changedPerMonth, staleShare } from "./freshness";
import { defectShareBound, sampleToBeSure, shareToClean } from "./inspection";
import { agreementBeyondChance, annotatorAccuracy } from "./labels";
import { readingMinutes, usdOfPages, usdOfTokens } from "./pipeline";
import { checkpointBytes, storageTiers, tieredStorageUsd, tieredUsd, vectorBytes, vectorsOf } from "./storage";
import { bytesPerToken, formats, steps, usualData } from "./usual";

/** Worked examples that others have published, redone with the module's own formulas. */

describe("prices of text recognition", () => {
  // ericgitangu/pawacloud-assistant, discussion 28, from Google's price list: 1.50 USD per 1,000 pages less a free
  // first thousand: 5,400 pages × 0.0015 − 1.50 = 6.60; 21,600 pages: 30.90
  test.each([
    [5400, 6.6],
    [21_600, 30.9],
  ])("Google Cloud Vision: %i pages a month cost %f USD after the free thousand", (pages, usd) => {
    const usdPerThousandPages = formats.scan.usdPerThousandPages.value;
    expect(usdOfPages({ pages: pages - 1000, usdPerThousandPages })).toBeCloseTo(usd, 9);
  });

  test("Amazon Textract: a page of plain text costs 0.0015 USD within the first million", () => {
    expect(usdOfPages({ pages: 1, usdPerThousandPages: formats.scan.usdPerThousandPages.value })).toBeCloseTo(
      0.0015,
      12,
    );
  });

  test("a model of one's own is cheaper: olmOCR converts a million pages for 190 USD (Poznanski et al. 2025)", () => {
    // what to enter for the step: 0.19 USD a thousand pages of one document each
    expect(usdOfPages({ pages: 1e6, usdPerThousandPages: 0.19 })).toBeCloseTo(190, 9);
    expect(formats.scan.usdPerThousandPages.value).toBeGreaterThan(0.19);
  });

  test("Docling: 225 pages at 0.92 a second take four minutes of 16 cores, 0.205 USD a thousand pages", () => {
    // 0.68 USD an hour ÷ 3,600 ÷ 0.92 × 1,000
    expect(formats.pdf.usdPerThousandPages.value).toBeCloseTo((0.68 / 3600 / 0.92) * 1000, 3);
    expect((225 / formats.pdf.pagesPerDay.value) * 86_400).toBeCloseTo(244.6, 1);
  });

  test("Whisper: 0.006 USD a minute, of which a page of 500 words spoken at 150 a minute takes 3.33", () => {
    expect(formats.audio.usdPerThousandPages.value).toBeCloseTo((500 / 150) * 0.006 * 1000, 9);
  });
});

describe("prices of scrubbing and embedding", () => {
  test("Amazon Comprehend: 3,000 characters are 30 units of 0.0001 USD", () => {
    expect(usdOfPages({ pages: 1, usdPerThousandPages: steps.scrub.usdPerThousandPages.value })).toBeCloseTo(0.003, 12);
  });

  test("OpenAI: text-embedding-3-small does 62,500 pages of some 800 tokens for a dollar", () => {
    const usdPerMtoken = usualData.embeddingUsdPerMtoken.value;
    expect(usdOfTokens({ tokens: 62_500 * 800, usdPerMtoken })).toBeCloseTo(1, 9);
  });
});

describe("bytes in a token", () => {
  // OpenAI's tokenizer page, sample text of 252 characters: 64 tokens in GPT-3, 57 in GPT-4, 53 since GPT-4o
  test("English holds about four, between the oldest and the newest of OpenAI's tokenizers", () => {
    const { value } = bytesPerToken.english;
    expect(value).toBeGreaterThan(252 / 64 - 0.1);
    expect(value).toBeLessThan(252 / 53);
  });

  // Universal Declaration of Human Rights in o200k_base: bytes a token by language (docs/modules/data.md)
  test.each([
    ["western", [4.9, 4.79, 4.94, 4.26, 4.82, 4.65]],
    ["latin", [3.38, 3.35, 3.8, 3.52, 3.28, 3.78, 2.41]],
    ["twoByte", [7.99, 5.63, 5.18, 5.99, 4.65, 5.76]],
    ["threeByte", [9.21, 7.99, 8.21, 6.99]],
    ["eastAsian", [3.62, 3.43, 4.29]],
  ] as const)("%s: the mean of its languages, in proportion to English", (group, measured) => {
    const mean = measured.reduce((sum, each) => sum + each, 0) / measured.length;
    expect(Math.abs(bytesPerToken[group].value / ((mean / 5.39) * 4) - 1)).toBeLessThan(0.02);
  });
});

describe("Wilson's interval for a share of faults (Newcombe 1998, table I, method 3)", () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%i of %i: %f to %f", (defective, inspected, low, high) => {
    expect(defectShareBound({ defective, inspected, end: "low" })).toBeCloseTo(low, 4);
    expect(defectShareBound({ defective, inspected, end: "high" })).toBeCloseTo(high, 4);
  });
});

describe("samples without a fault (zero-defect plans at 95 %)", () => {
  test.each([
    [0.1, 29],
    [0.05, 59],
    [0.01, 299],
  ])("to rule out %f it takes %i, as the test module has it", (toleratedShare, items) => {
    expect(sampleToBeSure({ foundShare: 0, toleratedShare })).toBe(items);
    expect(zeroFailures({ maxFailureRate: toleratedShare, confidence: 0.95 })).toBe(items);
  });

  test("with faults found it is the fewest whose interval ends within what is tolerated", () => {
    const items = sampleToBeSure({ foundShare: 0.02, toleratedShare: 0.05 });
    const high = (inspected: number) => defectShareBound({ defective: 0.02 * inspected, inspected, end: "high" });
    expect(high(items)).toBeLessThanOrEqual(0.05);
    expect(high(items - 1)).toBeGreaterThan(0.05);
  });
});

test("rectifying inspection (NIST 6.2.3.2): of 10,000 at 3 %, after 52 are inspected p(N − n) ÷ N = 2.98 % are left", () => {
  // NIST multiplies by the chance that the lot passes, 0.930; here all faults found are mended
  const left = 0.03 * ((10_000 - 52) / 10_000);
  expect(left).toBeCloseTo(0.029844, 9);
  expect(shareToClean({ foundShares: [0.03], toleratedShare: left })).toBeCloseTo(52 / 10_000, 12);
});

describe("freshness of copies (Cho and Garcia-Molina 2000, fixed order: (1 − e^−r) ÷ r)", () => {
  const monthly = { changedSharePerMonth: 1, updateEveryDays: 365.25 / 12 };
  test("one change between two updates: 63 % are fresh", () => {
    expect(1 - staleShare(monthly)).toBeCloseTo(0.632, 3);
  });
  test("a hundredth of a change: 99.5 %; ten changes: 10 %", () => {
    expect(1 - staleShare({ ...monthly, changedSharePerMonth: 0.01 })).toBeCloseTo(0.995, 3);
    expect(1 - staleShare({ ...monthly, changedSharePerMonth: 10 })).toBeCloseTo(0.1, 4);
  });
  test("updates so frequent that no change is missed do each change once", () => {
    const changing = { documents: 1000, changedSharePerMonth: 0.5, updateEveryDays: 0.05 };
    expect(changedPerMonth(changing)).toBeCloseTo(500, 0);
  });
});

describe("storage", () => {
  test("Qdrant: a million vectors of 1,024 dimensions take 6,144,000,000 bytes, about 5.72 GiB", () => {
    const bytes = vectorBytes({ vectors: 1e6, dimensions: 1024 });
    expect(bytes).toBe(6_144_000_000);
    expect(bytes / 2 ** 30).toBeCloseTo(5.72, 2);
  });

  test("Pinecone: ten million vectors of 1,536 take 61 GB bare, about 20 USD a month at 0.33 a GB", () => {
    // bare vectors: without the half that an index adds
    const gb = gbFromBytes(vectorBytes({ vectors: 1e7, dimensions: 1536 })) / 1.5;
    expect(gb).toBeCloseTo(61.44, 9);
    expect(gb * 0.33).toBeCloseTo(20.28, 2);
  });

  test("OpenAI's file search: 800 tokens a chunk, 400 overlapping, makes an entry for each 400 tokens", () => {
    expect(vectorsOf({ tokens: 1e6, passageTokens: 800 - 400 })).toBe(2500);
  });

  test("Amazon S3, example of 2011: 52,900 GB-months over three tiers cost 6,602.36 USD", () => {
    const tiers = [
      { untilGb: 1024, priceShare: 1 },
      { untilGb: 51_200, priceShare: 0.125 / 0.14 },
      { untilGb: 512_000, priceShare: 0.11 / 0.14 },
    ];
    expect(tieredUsd(52_900, 0.14, tiers)).toBeCloseTo(6602.36, 6);
  });

  test("Amazon S3 Express, examples: 10 GB at 0.11 are 1.10 USD; 3,303.77 GB are 363.41 USD", () => {
    expect(tieredStorageUsd({ bytes: [10e9], usdPerGbMonth: 0.11 })).toBeCloseTo(1.1, 9);
    expect(tieredStorageUsd({ bytes: [3303.77e9], usdPerGbMonth: 0.11 })).toBeCloseTo(363.41, 2);
  });

  test("Amazon S3 Standard of today: 0.023, 0.022 and 0.021 USD", () => {
    expect(storageTiers.map(({ priceShare }) => Math.round(priceShare * 23) / 1000)).toEqual([0.023, 0.022, 0.021]);
  });

  test("ZeRO: 16 bytes a parameter make 24 GB of GPT-2 with 1.5 billion, 112 GB of 7 billion", () => {
    expect(checkpointBytes({ checkpoints: 1, trainedParameters: 1.5e9 })).toBe(24e9);
    expect(checkpointBytes({ checkpoints: 1, trainedParameters: 7e9 })).toBe(112e9);
  });
});

describe("people", () => {
  test("Brysbaert 2019: at 238 words a minute a page of 500 words takes 2.1 minutes", () => {
    expect(readingMinutes({ bytesPerItem: 3000, readShare: 0.001, wordsPerMinute: 238 })).toBeCloseTo(2.1, 1);
  });

  test("two who each are right nine times in ten agree on 82 % and differ on 18 %; kappa is 0.64", () => {
    // 0.9² + 0.1² = 0.82
    const accuracy = annotatorAccuracy({ agreementShare: 0.82 });
    expect(disagreementShare({ judges: 2, accuracy })).toBeCloseTo(0.18, 12);
    // Of three, 1 − 0.9³ − 0.1³
    expect(disagreementShare({ judges: 3, accuracy })).toBeCloseTo(0.27, 12);
    expect(agreementBeyondChance({ agreementShare: 0.82 })).toBeCloseTo(0.64, 12);
  });
});
