import { describe, expect, test } from "vitest";
import { placeLabels } from "./mark-labels";

describe("labels of marks", () => {
  test("stand above where there is room", () => {
    expect(placeLabels([{ label: "API = People", x: 200, y: 100 }], 500, 200)).toEqual([
      { position: "top", offset: 5, dx: 0 },
    ]);
  });

  test("of neighbours take different sides", () => {
    const [first, second] = placeLabels(
      [
        { label: "Self-hosted = People", x: 200, y: 100 },
        { label: "Hybrid = People", x: 205, y: 98 },
      ],
      500,
      200,
    );
    expect(second).not.toEqual(first);
  });

  test("are moved inside at the left edge", () => {
    const [only] = placeLabels([{ label: "API = People", x: 10, y: 100 }], 500, 200);
    // twelve letters are about 74 pixels wide: their middle stands at 37, not at 10
    expect(only?.position).toBe("top");
    expect(only?.dx).toBeCloseTo(12 * 3.1 - 10, 6);
  });
});
