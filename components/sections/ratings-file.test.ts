import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarFile } from "./calendar-file";
import { goodRule, likelyGood, type RatingSheet, readRatings, withoutWords } from "./ratings-file";

function sheetOf(text: string, layout?: "auto" | "wide" | "long"): RatingSheet {
  const read = readRatings(text, layout);
  if (!read.ok) throw new Error(read.message);
  return read.sheet;
}
const tableOf = (text: string) => sheetOf(text).tables[0]?.ratings;
const faultOf = (text: string, layout?: "auto" | "wide" | "long") => {
  const read = readRatings(text, layout);
  return read.ok ? "read" : read.message;
};

describe("ratings with a judge in each column", () => {
  it("are numbers or words, with gaps where a cell is empty, and without the heading", () => {
    const sheet = sheetOf("anna,ben,carla\n1,1,0\n0,,0");
    expect(sheet.judges).toEqual(["anna", "ben", "carla"]);
    expect(sheet.tables[0]?.ratings).toEqual([
      [1, 1, 0],
      [0, null, 0],
    ]);
    expect(tableOf("good;bad\nbad;bad")).toEqual([
      ["good", "bad"],
      ["bad", "bad"],
    ]);
  });

  it("are read with commas, semicolons, tabs or bars, and decimal commas where a comma parts nothing", () => {
    const expected = [
      [1.5, 2],
      [3, 4],
    ];
    for (const text of [
      "1.5,2\n3,4",
      "1.5;2\n3;4",
      "1.5\t2\n3\t4",
      "1.5|2\n3|4",
      "1,5;2\n3;4",
      "\uFEFF1,5\t2\r\n3\t4\r\n",
    ]) {
      expect(tableOf(text), text).toEqual(expected);
    }
  });

  it("may have a column that names the items, and missing ratings in many spellings", () => {
    const sheet = sheetOf("item,anna,ben,carla\nq1,1,NA,n/a\nq2,0,-,null\nq3,?,1,");
    expect(sheet.judges).toEqual(["anna", "ben", "carla"]);
    expect(sheet.tables[0]?.ratings).toEqual([
      [1, null, null],
      [0, null, null],
      [null, 1, null],
    ]);
  });

  it("name the row that has more cells than the first", () => {
    expect(faultOf("1,1\n0,1\n1,1,1")).toBe("Row 3 has 3 cells: must have 2, as the first row.");
    expect(faultOf('1,"1\n0,1')).toMatch(/^Row \d+: a quotation mark is not closed\.$/);
    expect(faultOf(" \n")).toBe("There is no rating yet.");
  });
});

describe("ratings with a row for each", () => {
  const long = "item,judge,score\nq1,anna,5\nq1,ben,4\nq2,ben,2\nq3,anna,1";

  it("are put in a table of items and judges, with gaps where somebody did not rate", () => {
    const sheet = sheetOf(long);
    expect(sheet).toMatchObject({ layout: "long", judges: ["anna", "ben"], items: 3 });
    expect(sheet.tables).toEqual([
      {
        perspective: null,
        ratings: [
          [5, 4],
          [null, 2],
          [1, null],
        ],
      },
    ]);
  });

  it("may be of several perspectives, each a table of its own, whichever order the columns have", () => {
    const { tables } = sheetOf(
      "Criterion;Rated by;Question ID;Label\nAccuracy;anna;q1;good\ntone;anna;q1;bad\nContext awareness;ben;q1;good",
    );
    expect(tables.map(({ perspective }) => perspective)).toEqual(["accuracy", "tone", "context"]);
  });

  it("name the row and the column of what is wrong", () => {
    expect(faultOf("item,judge,score\nq1,anna,5\nq2,,4")).toBe("Row 3, column “judge” is empty: must say which judge.");
    expect(faultOf("item,judge,score\nq1,anna,5\n\nq1,anna,4")).toBe("Row 4: “anna” rated item “q1” before, in row 2.");
    expect(faultOf("item,judge,score,perspective\nq1,anna,5,taste")).toBe(
      "Row 2, column “perspective”: “taste” must be one of accuracy, credibility, relevance, coherence, context, safety, tone.",
    );
    expect(faultOf("item,who,score\nq1,anna,5", "long")).toBe(
      "Row 1, the heading, names no column “judge”: it needs item, judge and rating.",
    );
  });

  it("hold the same as the table they came from, thousands of rows too", () => {
    const rating = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
    const tables = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), rating, rating), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(tables, (rows) => {
        const lines = rows.flatMap((row, item) => row.map((value, judge) => `q${item},j${judge},${value ?? ""}`));
        expect(tableOf(`item,judge,rating\n${lines.join("\n")}`)).toEqual(rows);
      }),
      { numRuns: 50 },
    );
    const many = Array.from({ length: 9000 }, (_, at) => `q${at % 3000},j${Math.floor(at / 3000)},${at % 5}`).join(
      "\n",
    );
    expect(sheetOf(`item,judge,rating\n${many}`)).toMatchObject({ items: 3000, judges: ["j0", "j1", "j2"] });
  });
});

describe("what counts as good", () => {
  it("is a number or words, and guessed where ratings are 0 and 1 or say so", () => {
    expect(goodRule("4")).toEqual({ goodFrom: 4 });
    expect(goodRule("0,5")).toEqual({ goodFrom: 0.5 });
    expect(goodRule("good, acceptable")).toEqual({ goodWords: ["good", "acceptable"] });
    expect(goodRule(" ")).toBeNull();
    expect(likelyGood(sheetOf("1,0\n0,1"))).toBe("1");
    expect(likelyGood(sheetOf("good,bad\nbad,bad"))).toBe("good");
    expect(likelyGood(sheetOf("1,5\n3,4"))).toBe("");
  });

  it("leaves the browser without the words themselves", () => {
    const { ratings, rule } = withoutWords([["Patient Miller is right", "no", 3, null]], {
      goodWords: ["patient miller is right"],
    });
    expect(ratings).toEqual([["good-1", "word-2", 3, null]]);
    expect(rule).toEqual({ goodWords: ["good-1"] });
  });
});

describe("the calendar's file", () => {
  it("has an all-day date for each event, as calendars read it", () => {
    const file = calendarFile("Pilot", [
      { month: 3, label: "2027-03", kind: "release", what: "Release: round of evaluation, then live" },
    ]);
    expect(file).toMatch(/^BEGIN:VCALENDAR/);
    expect(file).toContain("SUMMARY:Pilot: Release");
    expect(file).toContain("DTSTART;VALUE=DATE:20270301");
  });
});
