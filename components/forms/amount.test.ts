import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountText, amountWithUnit, readAmount } from "./amount";

describe("a typed number", () => {
  it("may have thousands separators of several countries", () => {
    for (const text of ["1,200", "1 200", "1'200", "1’200", "1_200", "1200", " 1200 "]) {
      expect(readAmount(text, "request/day"), text).toBe(1200);
    }
    expect(readAmount("12,500,000.5", "request/day")).toBe(12_500_000.5);
  });
  it("may be shortened: 12k, 1.5M, 2bn", () => {
    expect(readAmount("12k", "request/day")).toBe(12_000);
    expect(readAmount("1.5M", "request/day")).toBe(1_500_000);
    expect(readAmount("2 bn", "request/day")).toBe(2e9);
  });
  it("is a percentage where the field is a share", () => {
    expect(readAmount("7", "share")).toBe(0.07);
    expect(readAmount("7 %", "share/year")).toBe(0.07);
    expect(readAmount("99.9", "share")).toBe(0.999);
    expect(readAmount("-10", "share/year")).toBe(-0.1);
    expect(readAmount("7 %", "s")).toBeUndefined();
  });
  it("is in gigabytes where the field holds bytes, or in the unit behind it", () => {
    expect(readAmount("100", "B")).toBe(1e11);
    expect(readAmount("2 TB", "B")).toBe(2e12);
    expect(readAmount("500 MB", "B")).toBe(5e8);
  });
  it("may carry the dollar sign", () => {
    expect(readAmount("$42,830", "USD/person·year")).toBe(42_830);
  });
  it("is not guessed at: a decimal comma, a half-written group and words are refused", () => {
    for (const text of ["1,5", "12,34", "1,2345", "1,,000", "abc", "", "-", ".", "1.2.3", "5 apples", "0x10"]) {
      expect(readAmount(text, "request/day"), text).toBeUndefined();
    }
  });
});

describe("a number in its input", () => {
  it("is written in the unit that is typed", () => {
    expect(amountText(12_500, "request/day")).toBe("12,500");
    expect(amountText(0.07, "share")).toBe("7");
    expect(amountText(1e11, "B")).toBe("100");
    expect(amountWithUnit(0.3, "share/year")).toBe("30% a year");
    expect(amountWithUnit(1.28, "1")).toBe("1.28");
  });
  it("reads back as the same value", () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000_000 }).map((count) => count / 100);
    fc.assert(
      fc.property(
        cents,
        fc.constantFrom("s", "share", "request/day", "B", "USD") as fc.Arbitrary<"s">,
        (value, unit) => {
          expect(readAmount(amountText(value, unit), unit)).toBeCloseTo(value, 9);
        },
      ),
    );
  });
});
