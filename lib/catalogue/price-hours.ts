import type { ModelInfo } from "@pydantic/genai-prices";
import type { HourlyPrice } from "@/lib/contract/catalogue";

type Prices = Omit<HourlyPrice, "windows">;
type Window = HourlyPrice["windows"][number];

const minutesPerHour = 60;
const minutesPerDay = 24 * minutesPerHour;
const msPerMinute = 60_000;

/** "16:30:00Z"; the package writes every time of day in UTC. */
function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map((part) => Number.parseInt(part, 10));
  return hours * minutesPerHour + minutes;
}

/**
 * The model without the hours that begin with a price after this day. The package's entries carry either a date or hours;
 * hours listed after a date hold from that date on, as its comments say, though its own look-up applies them before too.
 */
export function withHoursOf(model: ModelInfo, asOf: string): ModelInfo {
  if (!Array.isArray(model.prices)) return model;
  let begun = true;
  const prices = model.prices.filter(({ constraint }) => {
    if (constraint?.type === "start_date") begun = constraint.start_date <= asOf;
    return constraint?.type === "time_of_date" ? begun : true;
  });
  return { ...model, prices };
}

function boundaries(model: ModelInfo): number[] {
  if (!Array.isArray(model.prices)) return [];
  const minutes = model.prices.flatMap(({ constraint }) =>
    constraint?.type === "time_of_date" ? [minuteOf(constraint.start_time), minuteOf(constraint.end_time)] : [],
  );
  return minutes.length === 0 ? [] : [...new Set([0, ...minutes, minutesPerDay])].sort((a, b) => a - b);
}

/** Next to each other: one window. */
function joined(windows: readonly Window[], next: Window): Window[] {
  const last = windows.at(-1);
  return last && last.toHour === next.fromHour
    ? [...windows.slice(0, -1), { fromHour: last.fromHour, toHour: next.toHour }]
    : [...windows, next];
}

/** Prices of all hours of a day where they differ, each price once with the hours it holds in; else null. */
export function pricesByHour(
  model: ModelInfo,
  asOf: string,
  priceAt: (model: ModelInfo, moment: Date) => Prices | null,
): HourlyPrice[] | null {
  const held = withHoursOf(model, asOf);
  const minutes = boundaries(held);
  const midnight = Date.parse(`${asOf}T00:00:00Z`);
  const found = new Map<string, HourlyPrice>();
  for (const [index, from] of minutes.slice(0, -1).entries()) {
    const to = minutes[index + 1] ?? minutesPerDay;
    const prices = priceAt(held, new Date(midnight + ((from + to) / 2) * msPerMinute));
    if (!prices) return null;
    const key = JSON.stringify(prices);
    const window = { fromHour: from / minutesPerHour, toHour: to / minutesPerHour };
    found.set(key, { ...prices, windows: joined(found.get(key)?.windows ?? [], window) });
  }
  return found.size > 1 ? [...found.values()] : null;
}
