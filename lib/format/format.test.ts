import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { units } from "@/lib/contract/unit";
import { format, formatDate, formatMonth, formatRange, formatSpan, monthAfter } from ".";

describe("a number with its unit", () => {
  test.each([
    [12_400, "USD", "$12.4k"],
    [1_240_000, "USD", "$1.24M"],
    [999_950, "USD", "$1M"],
    [0.0031, "USD/request", "$0.0031/request"],
    [12.5, "USD", "$12.50"],
    [-4200, "USD", "−$4,200"],
    [1.8, "s", "1.8 s"],
    [0.18, "s", "180 ms"],
    [0.99999, "s", "1 s"],
    [7200, "s", "2 h"],
    [80 * 2 ** 30, "B", "80 GiB"],
    [1024 ** 3, "B", "1 GiB"],
    [0.125, "share", "12.5%"],
    [1, "accelerator", "1 accelerator"],
    [16, "accelerator", "16 accelerators"],
    [3210, "W", "3.21 kW"],
    [3.2, "request/s", "3.2 requests/s"],
    [43_200, "request/day", "43.2k requests/day"],
  ] as const)("%d %s reads %s", (value, unit, text) => expect(format(value, unit)).toBe(text));

  test("what is not known is a dash", () => expect(format(null, "USD")).toBe("–"));

  test("any number of any unit reads as one, never as NaN, and keeps its sign", () => {
    fc.assert(
      fc.property(fc.constantFrom(...units), fc.double({ min: -1e15, max: 1e15, noNaN: true }), (unit, value) => {
        const text = format(value, unit);
        expect(text).not.toMatch(/NaN|undefined|Infinity/);
        if (value < -1e-6 && unit !== "text") expect(text).toContain("−");
      }),
    );
  });

  test("three significant figures are within half a percent", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 9_990, noNaN: true }), (value) => {
        const read = Number(format(value, "h").replace(/[,\sh]/g, ""));
        expect(Math.abs(read - value) / value).toBeLessThanOrEqual(0.005);
      }),
    );
  });
});

test("a range names its unit once where both ends share it", () => {
  expect(formatRange({ low: 1.3, mid: 1.8, high: 2.6 }, "s")).toBe("1.8 s (1.3–2.6 s)");
  expect(formatSpan({ low: 0.5, high: 2 }, "s")).toBe("500 ms – 2 s");
  expect(formatSpan({ low: 3, high: 3 }, "s")).toBe("3 s");
});

test("dates as exactly as they are known", () => {
  expect(formatDate("2026")).toBe("2026");
  expect(formatDate("2026-07")).toBe("Jul 2026");
  expect(formatDate("2026-07-20")).toBe("20 Jul 2026");
  expect(formatMonth("2026-12")).toBe("Dec 2026");
  expect(monthAfter("2026-12", 1)).toBe("2027-01");
  expect(monthAfter("2026-01", 35)).toBe("2028-12");
});
