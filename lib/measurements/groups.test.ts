import { describe, expect, test } from "vitest";
import type { ScoredGroup } from "./accuracy";
import { groupScores, loadSize } from "./groups";
import { aRow, compared } from "./testing/rows";

const rows = [
  aRow({ id: "a", compared: { tpotMs: compared(10, 11), ttftMs: compared(100, 150) } }),
  aRow({ id: "b", concurrency: 64, accelerators: 1, compared: { tpotMs: compared(20, 19) } }),
  aRow({
    id: "c",
    kind: "mixture of experts",
    engine: "sglang",
    compared: {
      tpotMs: compared(10, 10, {
        predicted: { fitted: 10, modelLeftOut: 13, acceleratorLeftOut: 14, sourceLeftOut: 15 },
      }),
    },
  }),
  aRow({ id: "d", area: "memory", concurrency: null, compared: { weightsGib: compared(10, 10.1) } }),
];
const groups = groupScores(rows);
const of = (by: ScoredGroup["by"], metric: ScoredGroup["metric"] = "tpotMs") =>
  groups.filter((group) => group.by === by && group.metric === metric && group.scoring === "modelLeftOut");
const counts = (some: ScoredGroup[]) => Object.fromEntries(some.map(({ name, score }) => [name, score.rows]));

describe("scores by group", () => {
  test("each metric counts the rows that have it", () => {
    expect(counts(of("all"))).toEqual({ all: 3 });
    expect(counts(of("all", "ttftMs"))).toEqual({ all: 1 });
    expect(counts(of("all", "weightsGib"))).toEqual({ all: 1 });
    expect(of("all", "kvPoolGib")).toEqual([]);
  });

  test("the groups of a dimension share out its rows", () => {
    expect(counts(of("kind"))).toEqual({ dense: 2, "mixture of experts": 1 });
    expect(counts(of("engine"))).toEqual({ sglang: 1, vllm: 2 });
    expect(counts(of("accelerators"))).toEqual({ "one accelerator": 1, "several accelerators": 2 });
    expect(counts(of("load size"))).toEqual({ "1–4 users": 2, "17–64 users": 1 });
  });

  test("a row that is no load has no load size", () => expect(of("load size", "weightsGib")).toEqual([]));

  test("each way of leaving out has its own errors", () => {
    const error = (scoring: ScoredGroup["scoring"]) =>
      groups.find((group) => group.name === "mixture of experts" && group.scoring === scoring)?.score.medianError;
    expect(error("fitted")).toBe(0);
    expect(error("modelLeftOut")).toBeCloseTo(0.3, 12);
    expect(error("sourceLeftOut")).toBeCloseTo(0.5, 12);
  });

  // Errors of a, b and c with the model left out: 10, 5 and 30 %; the middle one is 10 %.
  test("over all rows the middle error is that of the middle row", () =>
    expect(of("all")[0]?.score.medianError).toBeCloseTo(0.1, 12));
});

test.each([
  [1, "1–4 users"],
  [4, "1–4 users"],
  [5, "5–16 users"],
  [16, "5–16 users"],
  [17, "17–64 users"],
  [64, "17–64 users"],
  [65, "over 64 users"],
])("%d users are a load of %s", (users, size) => expect(loadSize(users)).toBe(size));
