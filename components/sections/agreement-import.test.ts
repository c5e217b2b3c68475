import { describe, expect, it } from "vitest";
import { ratingsOf } from "./agreement-import";
import { calendarFile } from "./calendar-file";

describe("ratings from a sheet", () => {
  it("are numbers or words, with gaps where a cell is empty, and without the heading", () => {
    expect(ratingsOf("anna,ben,carla\n1,1,0\n0,,0")).toEqual([
      [1, 1, 0],
      [0, null, 0],
    ]);
    expect(ratingsOf("good;bad\nbad;bad")).toEqual([
      ["good", "bad"],
      ["bad", "bad"],
    ]);
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
