import { describe, expect, test } from "vitest";
import { barResults } from "./bars";
import { aRow, compared } from "./testing/rows";

const find = (rows: Parameters<typeof barResults>[0], id: string) => barResults(rows).find((bar) => bar.id === id);
const tpot = (measured: number, predicted: number, given: Parameters<typeof aRow>[0] = {}) =>
  aRow({ ...given, compared: { tpotMs: compared(measured, predicted) } });

describe("bars", () => {
  test("an error of exactly the bar meets it, a larger one does not", () => {
    expect(find([tpot(100, 110)], "tpotMs.median")).toMatchObject({ met: true, most: 0.1, rows: 1 });
    expect(find([tpot(100, 110.1)], "tpotMs.median")).toMatchObject({ met: false });
  });

  test("a ratio has a bar on either side", () => {
    expect(find([tpot(100, 94)], "tpotMs.bias")).toMatchObject({ met: false, reached: 0.94 });
    expect(find([tpot(100, 106)], "tpotMs.bias")).toMatchObject({ met: false, reached: 1.06 });
    expect(find([tpot(100, 95)], "tpotMs.bias")).toMatchObject({ met: true });
  });

  test("kinds of models and small loads are judged on their own rows", () => {
    const rows = [tpot(100, 105), tpot(100, 120, { kind: "mixture of experts", concurrency: 64 })];
    expect(find(rows, "tpotMs.dense")).toMatchObject({ rows: 1, met: true });
    expect(find(rows, "tpotMs.experts")).toMatchObject({ rows: 1, met: false });
    expect(find(rows, "tpotMs.few")).toMatchObject({ rows: 1, met: true });
  });

  test("the accelerator's bar looks at the fit that never saw it", () => {
    const predicted = { fitted: 100, modelLeftOut: 100, acceleratorLeftOut: 130, sourceLeftOut: 100 };
    const row = aRow({ compared: { tpotMs: compared(100, 100, { predicted }) } });
    expect(find([row], "tpotMs.accelerator")).toMatchObject({ met: false });
    expect(find([row], "tpotMs.median")).toMatchObject({ met: true });
  });

  test("another engine's rows do not count among the servers'", () =>
    expect(find([tpot(100, 300, { engine: "llama.cpp" })], "tpotMs.median")).toMatchObject({ rows: 0, met: null }));

  test("too wide an interval misses its bar as too narrow a one does, for each engine by itself", () => {
    const inside = (count: number, engine: string) =>
      Array.from({ length: 10 }, (_, index) => tpot(100, index < count ? 101 : 200, { engine }));
    const rows = [...inside(10, "vllm"), ...inside(6, "sglang")];
    expect(find(rows, "tpotMs.coverage")).toMatchObject({ reached: 0.8, met: true });
    expect(find(rows, "tpotMs.coverage.vllm")).toMatchObject({ reached: 1, met: false });
    expect(find(rows, "tpotMs.coverage.sglang")).toMatchObject({ reached: 0.6, met: false });
  });

  test("what was never measured is neither met nor missed", () =>
    expect(find([], "weightsGib.median")).toMatchObject({ rows: 0, reached: null, met: null }));
});
