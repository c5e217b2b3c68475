import { formula } from "../figure";

export const scoreOfResult = formula(
  {
    id: "evaluation.scoreOfResult",
    title: "Share good",
    unit: "share",
    reads: "good answers ÷ answers judged, at most all of them",
    source: "definition",
    example: { of: "170 of 200", given: { passed: 170, items: 200 }, gives: 0.85 },
  },
  ({ passed, items }: { passed: number; items: number }) => Math.min(1, passed / items),
);
