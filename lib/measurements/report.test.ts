import { describe, expect, test } from "vitest";
import { accuracyMarkdown } from "./report";
import { accuracyOf } from "./stored";
import { aRow, compared } from "./testing/rows";

const rows = Array.from({ length: 10 }, (_, index) =>
  aRow({ id: `row-${index}`, compared: { tpotMs: compared(100, 101 + index) } }),
);
const text = accuracyMarkdown(
  accuracyOf({
    calibrationVersion: "c-1",
    computedOn: "2026-11-24",
    rows: [...rows, aRow({ id: "odd", engine: "llama.cpp", compared: { tpotMs: compared(100, 400) } })],
    excluded: [
      { id: "x1", reason: "cut off" },
      { id: "x2", reason: "cut off" },
    ],
  }),
);

describe("the written report", () => {
  test("says which calibration it is about, and of when", () =>
    expect(text).toContain("2026-11-24 with calibration c-1"));

  // Errors of the ten rows of vllm are 1 to 10 %: the middle lies at 5.5 %, position 8.1 of the 90th at 9.1 %.
  test("says what was reached beside each bar, and whether that is enough", () => {
    expect(text).toContain("| Typical error | model left out | at most 10% | 5.5% | met | 10 |");
    expect(text).toContain(
      "| Predicted ÷ measured in the middle | model left out | 0.950 to 1.050 | 1.055 | **not met** | 10 |",
    );
    expect(text).toContain("| Typical error, mixtures of experts | model left out | at most 13% | – | no rows | 0 |");
  });

  test("counts groups too small to say much instead of scoring them", () => {
    expect(text).toMatch(/\| vllm \| 10 \| 5\.5% \|/);
    expect(text).not.toMatch(/\| llama\.cpp \|/);
    expect(text).toContain("1 group of fewer than 5 rows each");
  });

  test("lists what is not scored by id, under its reason", () =>
    expect(text).toContain("**cut off** (2 rows): `x1`, `x2`"));
  test("links each source with its date and rows", () =>
    expect(text).toContain("| [A run](<https://example.org/run>) | 2026-04 | 11 |"));
  test("never shows a number that is none", () => expect(text).not.toMatch(/NaN|undefined|null|Infinity/));
});
