import { describe, expect, test } from "vitest";
import { accuracyJson, accuracyOf, readAccuracy } from "./stored";
import { aRow, compared } from "./testing/rows";

const scored = accuracyOf({
  calibrationVersion: "2026-11-24-abc",
  computedOn: "2026-11-24",
  rows: [
    aRow({ id: "a", compared: { tpotMs: compared(10.123456789, 11), ttftMs: compared(1 / 3, 0.5) } }),
    aRow({ id: "b", source: { title: "Another", url: "https://example.org/b", asOf: "2025" }, concurrency: null }),
  ],
  excluded: [{ id: "c", reason: "the run was cut off" }],
});

describe("the stored result", () => {
  test("comes back as it was scored", () => expect(readAccuracy(JSON.parse(accuracyJson(scored)))).toEqual(scored));

  test("keeps six figures, and scores what it keeps", () => {
    expect(scored.rows[0]?.compared.tpotMs?.measured).toBe(10.1235);
    expect(scored.groups.find(({ metric }) => metric === "ttftMs")?.score.medianRatio).toBe(0.5 / 0.333333);
  });

  test("has one row a line, so that a change shows which rows moved", () => {
    const lines = accuracyJson(scored).split("\n");
    expect(lines.filter((line) => line.startsWith('{"id":"a"'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes("https://example.org/run"))).toHaveLength(1);
  });

  test("may be empty", () => {
    const none = accuracyOf({ calibrationVersion: "0", computedOn: "2026-11-24", rows: [], excluded: [] });
    expect(readAccuracy(JSON.parse(accuracyJson(none)))).toEqual(none);
  });

  test("is refused where a row names a source that is not there", () => {
    const broken = accuracyJson(scored).replace('"source":1', '"source":7');
    expect(() => readAccuracy(JSON.parse(broken))).toThrow("names source 7");
  });
});
