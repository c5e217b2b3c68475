import { createEvents, type EventAttributes } from "ics";
import type { CalendarEvent } from "@/lib/contract/result";
import { kindWords } from "../charts/calendar-chart";
import { saveFile } from "./save-file";

type Series = { first: CalendarEvent; everyMonths: number; count: number };

/** Dates of the same words at equal distances are one that comes back; it takes three to tell. */
function seriesOf(calendar: readonly CalendarEvent[]): Series[] {
  const alike = new Map<string, CalendarEvent[]>();
  for (const event of calendar) {
    const key = `${event.kind} ${event.what}`;
    alike.set(key, [...(alike.get(key) ?? []), event]);
  }
  return [...alike.values()].flatMap((events) => {
    const [first, second] = events;
    if (!first) return [];
    const everyMonths = second ? second.month - first.month : 0;
    const regular = events.every(({ month }, index) => month === first.month + index * everyMonths);
    return events.length > 2 && everyMonths > 0 && regular
      ? [{ first, everyMonths, count: events.length }]
      : events.map((event) => ({ first: event, everyMonths: 0, count: 1 }));
  });
}

const day = (label: string, of: number): [number, number, number] => {
  const [year = 2026, month = 1] = label.split("-").map(Number);
  return [year, month, of];
};

/** RFC 5545 counts octets of a line, the library characters: "größer" would make it too long. */
const mostOctets = 75;

function refolded(file: string): string {
  const octets = new TextEncoder();
  return file
    .replaceAll(/\r\n[ \t]/g, "")
    .split("\r\n")
    .map((line) => {
      const parts: string[] = [];
      let part = "";
      let length = 0;
      for (const sign of line) {
        const size = octets.encode(sign).length;
        if (length + size > mostOctets) {
          parts.push(part);
          part = "";
          // The space that marks a continued line counts too.
          length = 1;
        }
        part += sign;
        length += size;
      }
      return [...parts, part].join("\r\n ");
    })
    .join("\r\n");
}

/** A short name of a text, so that files of several plans do not overwrite one another's dates in a calendar. */
function nameOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r?\n/g, "\\n");

/** Each date as a whole day, the first of its month, as a plan knows no more; what comes back is one entry with a rule. */
export function calendarFile(name: string, calendar: readonly CalendarEvent[]): string {
  const entries = seriesOf(calendar).map(
    ({ first: { label, kind, what }, everyMonths, count }): EventAttributes => ({
      uid: `${label}-${kind}-${nameOf(`${name} ${what}`)}@slipway`,
      title: `${name}: ${kindWords[kind]}`,
      description: what,
      start: day(label, 1),
      end: day(label, 2),
      transp: "TRANSPARENT",
      productId: "-//Slipway//Calendar//EN",
      ...(count > 1 && { recurrenceRule: `FREQ=MONTHLY;INTERVAL=${everyMonths};COUNT=${count}` }),
    }),
  );
  const { value, error } = createEvents(entries, { calName: escaped(name) });
  if (error || !value) throw error ?? new Error("the calendar could not be written");
  return refolded(value);
}

export const downloadCalendar = (name: string, calendar: readonly CalendarEvent[]): void =>
  saveFile("calendar.ics", "text/calendar;charset=utf-8", calendarFile(name, calendar));
