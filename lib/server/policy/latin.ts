/** Text in the encoding of PDF's own fonts (WinAnsi), and how wide it is in them: widths as Adobe's font metrics say. */

export type Face = "regular" | "bold";

const ascii: Record<Face, readonly number[]> = {
  regular: [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
  ],
  bold: [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
  ],
};
const usualWidth = 600;
const firstAscii = 32;

/** What WinAnsi has between 128 and 159. */
const special: Record<string, number> = {
  "€": 128,
  "…": 133,
  "‘": 145,
  "’": 146,
  "“": 147,
  "”": 148,
  "•": 149,
  "–": 150,
  "—": 151,
};
/** What it has not, in words or near signs. */
const spelled: Record<string, string> = {
  ε: "epsilon",
  δ: "delta",
  σ: "sigma",
  "−": "-",
  "≥": ">=",
  "≤": "<=",
  "≈": "about",
  "→": "->",
  "\t": " ",
  "\u00a0": " ",
  "\u202f": " ",
};

function codeOf(sign: string): number[] {
  const code = sign.codePointAt(0) ?? 0;
  if (special[sign] !== undefined) return [special[sign]];
  if ((code >= firstAscii && code < 127) || (code >= 160 && code < 256)) return [code];
  const words = spelled[sign];
  if (words !== undefined) return [...words].flatMap(codeOf);
  const plain = sign.normalize("NFKD").replaceAll(/\p{M}/gu, "");
  return plain !== sign && plain !== "" ? [...plain].flatMap(codeOf) : ["?".charCodeAt(0)];
}

/** Bytes of a text; signs that the fonts lack are spelled out, stripped of their marks, or a question mark. */
export const toWinAnsi = (text: string): number[] => [...text].flatMap(codeOf);

/** Thousandths of the font's size. */
export const widthOf = (codes: readonly number[], face: Face): number =>
  codes.reduce((sum, code) => sum + (ascii[face][code - firstAscii] ?? usualWidth), 0);
