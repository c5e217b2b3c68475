import { describe, expect, test } from "vitest";
import { blocksOf } from "./file";
import { toWinAnsi, widthOf } from "./latin";
import { pdfOf } from "./pdf";

const words = { title: "Données: 数据", footer: "Foot" };
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
/** What is written on the pages, in order. */
const shown = (bytes: Uint8Array): string =>
  [...textOf(bytes).matchAll(/<((?:[0-9a-f]{2})*)> Tj/g)]
    .map(([, hex = ""]) => String.fromCharCode(...(hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))))
    .join("");

describe("a policy as PDF", () => {
  const markdown = "# Title\n\nA paragraph with **bold** words.\n\n## 1. Heading\n- One\n- **Gap: two.**\n";
  const file = pdfOf(blocksOf(markdown), words);

  test("holds every word once, bullets before their lines, and the foot with its page", () => {
    expect(shown(file)).toBe("TitleA paragraph with bold words.1. Heading\u0095One\u0095Gap: two.Foot · 1 / 1");
  });

  test("says truly where each object begins, and where the list of them stands", () => {
    const text = textOf(file);
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(start, start + 4)).toBe("xref");
    const offsets = [...text.matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset));
    expect(offsets.length).toBeGreaterThan(6);
    offsets.forEach((offset, index) => {
      expect(text.slice(offset).startsWith(`${index + 1} 0 obj`)).toBe(true);
    });
    for (const [, length = "", stream = ""] of text.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g))
      expect(stream.length).toBe(Number(length));
  });

  test("turns the page, loses no line and keeps every line within the margins", () => {
    const lines = Array.from(
      { length: 400 },
      (_, index) => `- Line ${String(index).padStart(3, "0")} ${"word ".repeat(index % 40)}`,
    );
    const long = pdfOf(blocksOf(lines.join("\n")), words);
    const text = textOf(long);
    expect(Number(/\/Count (\d+)/.exec(text)?.[1])).toBeGreaterThan(10);
    const all = shown(long);
    for (let index = 0; index < 400; index += 1) expect(all).toContain(`Line ${String(index).padStart(3, "0")}`);
    for (const [, y = ""] of text.matchAll(/BT \d+ ([\d.]+) Td/g)) expect(Number(y)).toBeGreaterThanOrEqual(40);
  });
});

describe("signs", () => {
  test("that the fonts lack are spelled, stripped of their marks, or a question mark", () => {
    const back = (text: string) => String.fromCharCode(...toWinAnsi(text));
    expect(back("ε = 3, ≤ 5 − 1")).toBe("epsilon = 3, <= 5 - 1");
    expect(back("Žluťoučký")).toBe("Zlutoucký");
    expect(back("é ü ß")).toBe("é ü ß");
    expect(back("数")).toBe("?");
  });
  test("are as wide as Adobe's metrics say: A 667 and i 222 in Helvetica, 722 and 278 in bold", () => {
    const width = (text: string, face: "regular" | "bold") => widthOf(toWinAnsi(text), face);
    expect([width("A", "regular"), width("i", "regular"), width("A", "bold"), width("i", "bold")]).toEqual([
      667, 222, 722, 278,
    ]);
  });
});
