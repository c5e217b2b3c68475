import { createEvents } from "ics";
import type { CalendarEvent } from "@/lib/contract/result";
import { kindWords } from "../charts/calendar-chart";
import { saveFile } from "./save-file";

/** Each date as a whole day, the first of its month, as a plan knows no more. */
export function calendarFile(name: string, calendar: readonly CalendarEvent[]): string {
  const { value, error } = createEvents(
    calendar.map(({ label, kind, what }, index) => {
      const [year = 2026, month = 1] = label.split("-").map(Number);
      return {
        uid: `${label}-${kind}-${index}@slipway`,
        title: `${name}: ${kindWords[kind]}`,
        description: what,
        start: [year, month, 1] as [number, number, number],
        duration: { days: 1 },
        productId: "slipway/calendar",
      };
    }),
  );
  if (error || !value) throw error ?? new Error("the calendar could not be written");
  return value;
}

export const downloadCalendar = (name: string, calendar: readonly CalendarEvent[]): void =>
  saveFile("calendar.ics", "text/calendar;charset=utf-8", calendarFile(name, calendar));
