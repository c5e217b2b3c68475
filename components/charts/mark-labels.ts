/** Where the words of marks go so that none lies on another. */

export type Spot = { label: string; x: number; y: number };
/** `dx`: how far the words are moved to stay inside. */
export type Placed = { position: "top" | "bottom" | "right" | "left"; offset: number; dx: number };
type Choice = Omit<Placed, "dx">;

const charWidth = 6.2;
const lineHeight = 13;
const dotRadius = 6;

type Box = { left: number; right: number; top: number; bottom: number };

const choices: readonly Choice[] = [
  { position: "top", offset: 5 },
  { position: "bottom", offset: 5 },
  { position: "top", offset: 19 },
  { position: "bottom", offset: 19 },
  { position: "top", offset: 33 },
  { position: "right", offset: 6 },
  { position: "left", offset: 6 },
];

function boxOf({ label, x, y }: Spot, { position, offset }: Choice, whole: number): Box {
  const width = label.length * charWidth;
  const reach = dotRadius + offset;
  if (position === "right" || position === "left") {
    const left = position === "right" ? x + reach : x - reach - width;
    return { left, right: left + width, top: y - lineHeight / 2, bottom: y + lineHeight / 2 };
  }
  const top = position === "top" ? y - reach - lineHeight : y + reach;
  const left = Math.max(0, Math.min(x - width / 2, whole - width));
  return { left, right: left + width, top, bottom: top + lineHeight };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const outside = ({ left, right, top, bottom }: Box, width: number, height: number): boolean =>
  left < 0 || right > width || top < 0 || bottom > height;

/** For each mark, in the order given, the first side on which its label is free and inside; else above it. */
export function placeLabels(spots: readonly Spot[], width: number, height: number): Placed[] {
  const taken: Box[] = spots.map(({ x, y }) => ({
    left: x - dotRadius,
    right: x + dotRadius,
    top: y - dotRadius,
    bottom: y + dotRadius,
  }));
  return spots.map((spot) => {
    const free = choices.find((choice) => {
      const box = boxOf(spot, choice, width);
      return !outside(box, width, height) && !taken.some((other) => overlap(box, other));
    });
    const chosen = free ?? { position: "top" as const, offset: 5 };
    const box = boxOf(spot, chosen, width);
    taken.push(box);
    const centred = chosen.position === "top" || chosen.position === "bottom";
    return { ...chosen, dx: centred ? (box.left + box.right) / 2 - spot.x : 0 };
  });
}
