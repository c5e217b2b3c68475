"use client";

import type { UncertaintyResult } from "@/lib/contract/result";
import { pathIds } from "@/lib/contract/scenario";
import { formatMonth, monthAfter } from "@/lib/format";
import { pathNames } from "../figures/names";
import { LinesChart } from "./lines-chart";
import { pathColour, pathDash } from "./path-colours";
import { cheapestTitle } from "./titles";

/** In what share of the draws each way has cost least so far, month by month. */
export function CheapestShareChart({
  uncertainty,
  startMonth,
}: {
  uncertainty: UncertaintyResult;
  startMonth: string;
}) {
  const lines = pathIds.flatMap((id) => {
    const values = uncertainty.cheapestShare[id];
    return values ? [{ id, label: pathNames[id], colour: pathColour[id], dash: pathDash[id], values }] : [];
  });
  // Where one way wins all draws in all months there is nothing to see but the sentence.
  const [still, all] = [(share: number) => share === 0, (share: number) => share === 1];
  if (lines.length > 0 && lines.every(({ values }) => values.every(still) || values.every(all))) {
    return <p className="font-medium text-strong">{cheapestTitle(uncertainty)}, in every month of the plan.</p>;
  }
  const months = lines[0]?.values.map((_, index) => monthAfter(startMonth, index)) ?? [];
  return (
    <LinesChart
      title={cheapestTitle(uncertainty)}
      subtitle="Of the cost so far; ways that are barred do not compete"
      fileName="cheapest-share"
      x={{ label: "Month of the plan", values: months, text: (month) => formatMonth(String(month)) }}
      y={{ label: "share of the draws in which a way has cost least", unit: "share" }}
      lines={lines}
    />
  );
}
