import { describe, expect, test } from "vitest";
import { type Contents, checkCatalogue, daysOld } from "./check";
import { readDefaults } from "./defaults";
import { readPriceOverrides } from "./price-overrides";
import { readTables } from "./tables";

const shipped: Contents = { ...readTables(), defaults: readDefaults(), overrides: readPriceOverrides() };
const errorsOf = (contents: Contents): string[] =>
  checkCatalogue(contents, "2026-11-24")
    .filter(({ level }) => level === "error")
    .map(({ message }) => message);
const first = <T>(rows: readonly T[]): T => {
  const [row] = rows;
  if (row === undefined) throw new Error("the table is empty");
  return row;
};

describe("the catalogue check", () => {
  test("finds no error in what is shipped", () => {
    expect(errorsOf(shipped)).toEqual([]);
  });

  test("lists the three recounts outside 1 %, and readings of one provider that do not agree", () => {
    const warnings = checkCatalogue(shipped, "2026-11-24").filter(({ level }) => level === "warning");
    expect(warnings.filter(({ about }) => about === "recount")).toHaveLength(3);
    const apart = warnings.filter(({ about }) => about === "contradiction").map(({ message }) => message);
    expect(apart.some((text) => text.includes("vast.ai/h100-provider-average") && text.includes("vast.ai/h100"))).toBe(
      true,
    );
    expect(apart.some((text) => text.includes("aws/g5."))).toBe(false);
  });

  test("calls entries old by their kind, and a year or month only after its end", () => {
    expect(daysOld("2026-08-26", "2026-11-24")).toBe(90);
    expect(daysOld("2025", "2026-01-10")).toBe(10);
    expect(daysOld("2026-09", "2026-10-10")).toBe(10);
    expect(daysOld("2026-12", "2026-11-24")).toBe(0);
    const ageAbout = (today: string, id: string) =>
      checkCatalogue(shipped, today).filter(({ about, message }) => about === "age" && message.startsWith(`${id} `));
    expect(ageAbout("2026-10-18", "aws/p5.48xlarge@us-east-1")).toHaveLength(0);
    expect(ageAbout("2026-10-19", "aws/p5.48xlarge@us-east-1")).toHaveLength(1);
    expect(ageAbout("2027-04-01", "price package")).toHaveLength(1);
  });

  test("fails on an id used twice, an offer of an unknown accelerator, and impossible figures", () => {
    const offer = first(shipped.offers);
    const accelerator = first(shipped.accelerators);
    const value = first(shipped.values);
    const broken: Contents = {
      ...shipped,
      offers: [...shipped.offers, { ...offer, acceleratorId: "nvidia-z9" }],
      accelerators: [
        ...shipped.accelerators,
        { ...accelerator, id: "x", usableMemoryBytes: accelerator.memoryBytes + 1 },
      ],
      values: [...shipped.values, { ...value, id: "twice", low: value.value + 1 }],
    };
    const messages = errorsOf(broken).join("\n");
    expect(messages).toContain(`offers hold the id ${offer.id} more than once`);
    expect(messages).toContain("offers nvidia-z9, which is not in the accelerators");
    expect(messages).toContain("x has more usable memory than memory");
    expect(messages).toContain("twice lies outside its own low and high");
    expect(messages).toContain("say the same thing twice");
  });

  test("fails on a default that points nowhere", () => {
    const general = shipped.defaults.general.map((entry) =>
      entry.path === "paths.selfHosted.model" ? { ...entry, value: "nobody/nothing" } : entry,
    );
    expect(errorsOf({ ...shipped, defaults: { ...shipped.defaults, general } })).toEqual([
      "the default of paths.selfHosted.model is nobody/nothing, which is not in the catalogue",
    ]);
  });
});
