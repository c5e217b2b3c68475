import type { PathId } from "@/lib/contract/scenario";

/** Okabe–Ito, one colour per path everywhere; the dash tells them apart without colour. */
export const pathColour: Record<PathId, string> = {
  api: "var(--path-api)",
  selfHosted: "var(--path-self-hosted)",
  hybrid: "var(--path-hybrid)",
  people: "var(--path-people)",
};

export const pathDash: Record<PathId, string | undefined> = {
  api: undefined,
  selfHosted: "8 3",
  hybrid: "2 3",
  people: "10 3 2 3",
};

/** For parts of a whole, in the order of the stack: Okabe–Ito without black. */
export const partColours = [
  "#0072b2",
  "#e69f00",
  "#009e73",
  "#cc79a7",
  "#56b4e9",
  "#d55e00",
  "#b8a900",
  "#7a7a7a",
] as const;

export const partColour = (index: number): string => partColours[index % partColours.length] ?? partColours[0];
