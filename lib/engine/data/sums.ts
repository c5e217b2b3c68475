import type { Unit } from "@/lib/contract/unit";
import { formula } from "../figure";

const add = (parts: readonly number[]): number => {
  let sum = 0;
  for (const part of parts) sum += part;
  return sum;
};

const sum = (id: string, title: string, unit: Unit) =>
  formula(
    {
      id: `data.${id}`,
      title,
      unit,
      reads: "sum of its parts",
      source: "definition",
      example: { of: "three parts", given: { parts: [200, 30, 1] }, gives: 231 },
    },
    ({ parts }: { parts: readonly number[] }) => add(parts),
  );

export const sumItems = sum("sumItems", "Documents together", "item");
export const sumTokens = sum("sumTokens", "Tokens together", "token");
export const sumBytes = sum("sumBytes", "Bytes together", "B");
export const sumUsd = sum("sumUsd", "Cost together", "USD");
export const sumUsdPerMonth = sum("sumUsdPerMonth", "Cost of a month together", "USD/month");
export const sumHours = sum("sumHours", "Hours together", "h");
export const sumHoursPerMonth = sum("sumHoursPerMonth", "Hours of a month together", "h/month");
export const sumDays = sum("sumDays", "Days, one after another", "day");
export const sumCounts = sum("sumCounts", "Together", "1");
