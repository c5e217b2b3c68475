import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalendarEvent } from "@/lib/contract/result";
import { monthAfter } from "@/lib/format";
import { calendarFile } from "./calendar-file";

type Entry = {
  uid: string;
  stamp: string;
  start: string;
  end: string;
  rule?: string;
  summary: string;
  description: string;
};

const octets = (text: string): number => new TextEncoder().encode(text).length;
const unescaped = (text: string): string =>
  text.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign));

/** A reader of what RFC 5545 asks of an all-day entry, strict where calendars are. */
function entriesOf(file: string): Entry[] {
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of file.split("\r\n")) expect(octets(line)).toBeLessThanOrEqual(75);
  const lines = file.replaceAll(/\r\n[ \t]/g, "").split("\r\n");
  expect(lines[0]).toBe("BEGIN:VCALENDAR");
  expect(lines.slice(-2)).toEqual(["END:VCALENDAR", ""]);
  expect(lines).toContain("VERSION:2.0");
  expect(lines.filter((line) => line.startsWith("PRODID:"))).toHaveLength(1);
  const entries: Entry[] = [];
  let open: Map<string, string> | null = null;
  for (const line of lines) {
    if (line === "BEGIN:VEVENT") open = new Map();
    else if (line === "END:VEVENT") {
      const of = (key: string) => open?.get(key) ?? "";
      const rule = open?.get("RRULE");
      entries.push({
        uid: of("UID"),
        stamp: of("DTSTAMP"),
        start: of("DTSTART;VALUE=DATE"),
        end: of("DTEND;VALUE=DATE"),
        summary: unescaped(of("SUMMARY")),
        description: unescaped(of("DESCRIPTION")),
        ...(rule !== undefined && { rule }),
      });
      open = null;
    } else if (open) {
      const [, key = "", value = ""] = /^([A-Z-]+(?:;[^:]+)?):(.*)$/.exec(line) ?? [];
      expect(key, line).not.toBe("");
      open.set(key, value);
    }
  }
  expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length);
  for (const { uid, stamp, start, end } of entries) {
    expect(uid).toMatch(/^\S+@slipway$/);
    expect(stamp).toMatch(/^\d{8}T\d{6}Z$/);
    expect([start.slice(-2), end.slice(-2), end.slice(0, 6)]).toEqual(["01", "02", start.slice(0, 6)]);
  }
  return entries;
}

/** The months in which an entry stands, its rule followed. */
function monthsOf({ start, rule }: Entry): string[] {
  const first = `${start.slice(0, 4)}-${start.slice(4, 6)}`;
  if (rule === undefined) return [first];
  const [, interval = "", count = ""] = /^FREQ=MONTHLY;INTERVAL=(\d+);COUNT=(\d+)$/.exec(rule) ?? [];
  return Array.from({ length: Number(count) }, (_, index) => monthAfter(first, index * Number(interval)));
}

const event = (month: number, kind: CalendarEvent["kind"], what: string): CalendarEvent => ({
  month,
  label: monthAfter("2026-12", month),
  kind,
  what,
});

describe("the calendar's file", () => {
  it("has one entry with a rule for what comes back, and one each for what does not", () => {
    const calendar = [
      event(0, "launch", "Launch"),
      ...[3, 6, 9, 12].map((month) => event(month, "release", "Release")),
      ...[13, 26].map((month) => event(month, "migration", "Retired")),
    ];
    const entries = entriesOf(calendarFile("Pilot", calendar));
    expect(entries.map(({ start, rule }) => [start, rule])).toEqual([
      ["20261201", undefined],
      ["20270301", "FREQ=MONTHLY;INTERVAL=3;COUNT=4"],
      ["20280101", undefined],
      ["20290201", undefined],
    ]);
  });

  it("is folded by octets and escaped, so that umlauts, commas and line breaks survive", () => {
    const name = "Bürgerservice; Anfragen, mit langem Namen – größer als üblich, und noch etwas länger";
    const what = "Größere Änderungen zuerst prüfen, dann für alle: 5 % der Anfragen; \\ danach\nweiter";
    const [entry] = entriesOf(calendarFile(name, [event(1, "release", what)]));
    expect(entry?.summary).toBe(`${name}: Release`);
    expect(entry?.description).toBe(what);
  });

  it("gives the dates of two plans different names, and those of one plan the same each time", () => {
    const calendar = [event(2, "hardware", "Reservation ends")];
    const uid = (name: string) => entriesOf(calendarFile(name, calendar))[0]?.uid;
    expect(uid("One")).toBe(uid("One"));
    expect(uid("One")).not.toBe(uid("Two"));
  });

  it("stands in exactly the months of the plan's calendar, whatever falls due", () => {
    const due = fc.uniqueArray(fc.integer({ min: 0, max: 119 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(due, fc.integer({ min: 1, max: 12 }), (single, every) => {
        const months = [...single].sort((a, b) => a - b);
        const recurring = Array.from({ length: Math.floor(119 / every) }, (_, index) => (index + 1) * every);
        const calendar = [
          ...months.map((month) => event(month, "other", "At odd times")),
          ...recurring.map((month) => event(month, "securityPatches", "Patches")),
        ];
        const found = entriesOf(calendarFile("Plan", calendar)).flatMap(monthsOf);
        expect(found.sort()).toEqual(calendar.map(({ label }) => label).sort());
      }),
      { numRuns: 30 },
    );
  });
});
