import { type Face, toWinAnsi, widthOf } from "./latin";

/**
 * Text pages as PDF 1.4, in the fonts that every reader has: no library, no browser, a few milliseconds. It knows
 * headings, paragraphs, bullets and bold words, which is all that a policy needs.
 */

export type Block = { kind: "title" | "heading" | "paragraph" | "bullet"; text: string };

/** A4, in points. */
const page = { width: 595, height: 842, margin: 62, bottom: 70 };
const looks: Record<Block["kind"], { size: number; leading: number; before: number; face: Face; indent: number }> = {
  title: { size: 18, leading: 23, before: 0, face: "bold", indent: 0 },
  heading: { size: 12, leading: 16, before: 12, face: "bold", indent: 0 },
  paragraph: { size: 10, leading: 14, before: 4, face: "regular", indent: 0 },
  bullet: { size: 10, leading: 14, before: 3, face: "regular", indent: 12 },
};
const bullet = 149;
const footerSize = 8;

type Run = { codes: number[]; face: Face };
type Word = { runs: Run[]; width: number };
type Line = { runs: Run[]; block: Block; first: boolean };

/** Words of a text with `**bold**` parts. */
function wordsOf(text: string, face: Face): Word[] {
  const words: Word[] = [];
  let joins = false;
  for (const [index, part] of text.split("**").entries()) {
    const partFace: Face = index % 2 === 1 ? "bold" : face;
    for (const [place, piece] of part.split(" ").entries()) {
      const codes = toWinAnsi(piece);
      const run: Run = { codes, face: partFace };
      const width = widthOf(codes, partFace);
      const last = words.at(-1);
      if (place === 0 && joins && last) {
        last.runs.push(run);
        last.width += width;
      } else if (codes.length > 0) words.push({ runs: [run], width });
    }
    joins = !part.endsWith(" ");
  }
  return words;
}

const space = toWinAnsi(" ");

function linesOf(block: Block): Line[] {
  const { size, face, indent } = looks[block.kind];
  const room = ((page.width - 2 * page.margin - indent) / size) * 1000;
  const gap = widthOf(space, face);
  const lines: Line[] = [];
  let runs: Run[] = [];
  let used = 0;
  const end = () => {
    lines.push({ runs, block, first: lines.length === 0 });
    runs = [];
    used = 0;
  };
  for (const word of wordsOf(block.text, face)) {
    if (used > 0 && used + gap + word.width > room) end();
    if (used > 0) {
      runs.push({ codes: space, face });
      used += gap;
    }
    runs.push(...word.runs);
    used += word.width;
  }
  if (runs.length > 0) end();
  return lines;
}

const hex = (codes: readonly number[]): string => codes.map((code) => code.toString(16).padStart(2, "0")).join("");
const fonts: Record<Face, string> = { regular: "F1", bold: "F2" };

function drawn({ runs, block, first }: Line, y: number): string {
  const { size, indent } = looks[block.kind];
  const text = runs.map(({ codes, face }) => `/${fonts[face]} ${size} Tf <${hex(codes)}> Tj`).join(" ");
  const dot =
    block.kind === "bullet" && first ? `BT /F1 ${size} Tf ${page.margin} ${y} Td <${hex([bullet])}> Tj ET\n` : "";
  return `${dot}BT ${page.margin + indent} ${y} Td ${text} ET`;
}

/** Lines down each page; a heading never stands alone at the foot of one. */
function pagesOf(blocks: readonly Block[]): string[][] {
  const pages: string[][] = [[]];
  let y = page.height - page.margin;
  const turn = () => {
    pages.push([]);
    y = page.height - page.margin;
  };
  for (const block of blocks) {
    const { leading, before } = looks[block.kind];
    const lines = linesOf(block);
    const kept = block.kind === "heading" ? before + 4 * leading : before + Math.min(2, lines.length) * leading;
    if (y - kept < page.bottom) turn();
    else y -= before;
    for (const line of lines) {
      if (y - leading < page.bottom) turn();
      y -= leading;
      pages.at(-1)?.push(drawn(line, y));
    }
  }
  return pages;
}

const utf16 = (text: string): string =>
  `<feff${[...text]
    .flatMap((sign) => Array.from({ length: sign.length }, (_, at) => sign.charCodeAt(at)))
    .map((unit) => unit.toString(16).padStart(4, "0"))
    .join("")}>`;

/** A file of numbered objects, each found by its offset. */
function fileOf(objects: readonly string[]): Uint8Array<ArrayBuffer> {
  let text = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const at = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
const firstPage = 6;

export function pdfOf(blocks: readonly Block[], { title, footer }: { title: string; footer: string }) {
  const pages = pagesOf(blocks);
  const kids = pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(" ");
  const pageObjects = pages.flatMap((lines, index) => {
    const foot = toWinAnsi(`${footer} · ${index + 1} / ${pages.length}`);
    const content = [
      ...lines,
      `BT /F1 ${footerSize} Tf ${page.margin} ${page.bottom - 30} Td <${hex(foot)}> Tj ET`,
    ].join("\n");
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${firstPage + 2 * index + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ];
  });
  return fileOf([
    "<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font("Helvetica"),
    font("Helvetica-Bold"),
    `<< /Title ${utf16(title)} /Producer (Slipway) >>`,
    ...pageObjects,
  ]);
}
