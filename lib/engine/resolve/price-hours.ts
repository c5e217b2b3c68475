import type { ApiPrice, HourlyPrice } from "@/lib/contract/catalogue";
import { priceOverHours, shareInHours } from "../cost/api-hours";
import { derive, type Figure, given } from "../figure";
import { minutesPerHour } from "../units";
import type { ScenarioFigures } from "./document";
import { type PriceField, priceOrigin, tierPrice } from "./price-tiers";

type Workload = ScenarioFigures["workload"];
type Window = HourlyPrice["windows"][number];

function clock(hours: number): string {
  const minutes = Math.round(hours * minutesPerHour);
  const digits = (value: number): string => String(value).padStart(2, "0");
  return `${digits(Math.floor(minutes / minutesPerHour))}:${digits(minutes % minutesPerHour)}`;
}

const inWords = (windows: readonly Window[]): string =>
  windows.map(({ fromHour, toHour }) => `${clock(fromHour)} to ${clock(toHour)}`).join(" and ");

function shareOf(price: ApiPrice, { windows }: HourlyPrice, index: number, workload: Workload): Figure<number> {
  const time = (key: keyof Window, label: string) =>
    windows.map((window, at) =>
      given(window[key], {
        ...priceOrigin(price, `byHour.${index}.windows.${at}.${key}`, label),
        unit: "h",
      }),
    );
  return derive(shareInHours, {
    peakToMean: workload.peakToMean,
    busiestHour: workload.busiestHourUtc,
    fromHours: time("fromHour", "Begins at (hour UTC)"),
    toHours: time("toHour", "Ends at (hour UTC)"),
  });
}

/** Prices that differ by the hour, weighed by when the requests come; null where a price is the same all day. */
export function weighedByHour(price: ApiPrice, workload: Workload) {
  const { byHour } = price;
  if (!byHour) return null;
  const shares = byHour.map((each, index) => shareOf(price, each, index, workload));
  const figure = (field: PriceField): Figure<number> =>
    derive(priceOverHours, {
      usdPerMtoken: byHour.map((each, index) =>
        tierPrice(price, field, each[field] ?? each.input, workload, {
          at: `byHour.${index}.${field}`,
          when: `, ${inWords(each.windows)} UTC`,
        }),
      ),
      shares,
    });
  return { figure, note: noteOf(byHour, shares, workload) };
}

function noteOf(byHour: readonly HourlyPrice[], shares: readonly Figure<number>[], workload: Workload): string {
  const dearest = byHour.reduce((most, { input }, index) => {
    const before = byHour[most]?.input.usdPerMtoken ?? 0;
    return input.usdPerMtoken > before ? index : most;
  }, 0);
  const { windows = [] } = byHour[dearest] ?? {};
  const percent = Math.round((shares[dearest]?.value ?? 0) * 100);
  return (
    `The price differs by the hour and is weighed by when requests come: about ${percent}% of them fall in the dearest ` +
    `hours, ${inWords(windows)} UTC, with the busiest hour at ${clock(workload.busiestHourUtc.value)} UTC and every ` +
    "day alike; other prices at weekends are not counted."
  );
}
