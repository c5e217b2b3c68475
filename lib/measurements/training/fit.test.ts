import { describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import { trainingConstants } from "@/lib/engine/measuring";
import { familyOf, fitTraining } from "./fit";
import { meterOf, readRow } from "./reading";
import { fitConstants, type Residual } from "./robust-fit";
import { readTrainingRows } from "./rows";
import { fitVerdicts, sortedRuns } from "./score";

const reference = await loadReferenceData();
const rows = readTrainingRows();
const { runs, excluded } = sortedRuns(rows);
const rowOf = (id: string) => {
  const row = rows.find((each) => each.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
};

describe("A fit of constants", () => {
  type Line = { slope: number; offset: number };
  const priors = { slope: { value: 1, spread: 0.5 }, offset: { value: 1, spread: 0.5 } };
  const points = [1, 2, 4, 8, 16, 32].map((x) => ({ x, y: 3 * x + 5 }));
  const residuals = (of: typeof points): Residual<Line>[] =>
    of.map(({ x, y }) => ({ weight: 1, group: "", error: ({ slope, offset }) => Math.log((slope * x + offset) / y) }));
  const fitted = (of: typeof points, pull = 1e-4) =>
    fitConstants(residuals(of), priors, (constants) => constants as Line, { sigma: 0.1, pull, rounds: 40 });

  test("finds those that the measurements were made with", () => {
    expect(fitted(points).slope).toBeCloseTo(3, 2);
    expect(fitted(points).offset).toBeCloseTo(5, 2);
  });

  test("is not led astray by one wrong measurement", () => {
    const wrong = points.map((point, index) => (index === 5 ? { ...point, y: point.y * 5 } : point));
    expect(fitted(wrong).offset).toBeGreaterThan(3.5);
    expect(fitted(wrong).offset).toBeLessThan(6.5);
  });

  test("stays at the priors where nothing is measured", () => {
    expect(fitted([])).toEqual({ slope: 1, offset: 1 });
  });
});

test("the constants in use are those that the measurements give, in whatever order they come", () => {
  const { constants } = fitTraining([...runs].reverse(), reference, "memory");
  for (const [name, value] of Object.entries(constants)) {
    const used = trainingConstants.memory[name as keyof typeof trainingConstants.memory];
    expect(Math.abs(value / used - 1), name).toBeLessThan(1e-3);
  }
});

test("no run that ran out of memory is said to fit, and at least 95 % are judged rightly", () => {
  const verdicts = fitVerdicts(runs, reference);
  expect(verdicts.filter(({ ran, fits }) => !ran && fits)).toEqual([]);
  expect(verdicts.filter(({ ran, fits }) => ran === fits).length / verdicts.length).toBeGreaterThanOrEqual(0.95);
});

describe("Reading a row", () => {
  test("models of one release are left out together, however a source spells them", () => {
    const names = ["Llama 2 7B", "llama-2-7b", "LLaMA2-7B", "meta-llama/Llama-2-70b-hf", "Llama-2-style 13B"];
    const families = names.map((model) => familyOf({ row: { ...rowOf("TRN0280"), model } } as (typeof runs)[number]));
    expect(new Set(families)).toEqual(new Set(["llama-2"]));
  });

  test("peaks are compared with what their source read", () => {
    expect(meterOf(rowOf("TRN0280"))).toBe("allocated");
    expect(meterOf(rowOf("TRN0335"))).toBe("reserved");
    expect(meterOf(rowOf("TRN0657"))).toBe("device");
  });

  test("only peaks below what their own settings keep are left aside for their size", () => {
    // AdamW in 16 bits: 8 bytes of each parameter; 2.51 B are 18.7 GiB, and 16.2 were published.
    const below = excluded.filter(({ reason }) => reason.startsWith("the peak is below"));
    expect(below.map(({ id }) => id)).toEqual(["TRN0220", "TRN0243", "TRN0246"]);
  });

  test("LitGPT's adapters are on the matrices that its settings name", () => {
    const targets = (id: string) => {
      const read = readRow(rowOf(id));
      return read.ok ? read.request.loraTargets : null;
    };
    expect(targets("TRN0245")).toEqual(["q_proj", "v_proj"]);
    expect(targets("TRN0223")).toHaveLength(7);
  });
});
