"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import type { AccuracyDimension, AccuracyMetric, AccuracyScore } from "@/lib/contract/accuracy";
import { dimensionWords, metricWords } from "@/lib/contract/accuracy-words";
import { ChartFrame } from "../charts/chart-frame";
import { Skeleton } from "../ui/skeleton";
import { markedSeries, type Series } from "./marks";
import { biasWords, share } from "./words";

const ScatterDrawing = dynamic(() => import("./scatter-drawing"), {
  ssr: false,
  loading: () => <Skeleton className="h-full min-h-40" />,
});

type Props = {
  metric: AccuracyMetric;
  by: AccuracyDimension;
  score: AccuracyScore;
  series: readonly Series[];
  chosen: string;
};

const tableOf = (series: readonly Series[], by: AccuracyDimension, unit: string) => ({
  columns: [
    { id: "what", label: "Row" },
    { id: "group", label: dimensionWords[by] },
    { id: "measured", label: "Measured", unit },
    { id: "predicted", label: "Predicted", unit },
    { id: "ratio", label: "Predicted ÷ measured" },
  ],
  rows: series.flatMap(({ name, points }) =>
    points.map(([measured, predicted, what]) => ({
      what,
      group: name,
      measured,
      predicted,
      ratio: predicted / measured,
    })),
  ),
});

/** Every row as a point: on the line where predicted and measured agree. */
export function ScatterChart({ metric, by, score, series, chosen }: Props) {
  const { title, unit } = metricWords[metric];
  const marked = useMemo(() => markedSeries(series), [series]);
  const table = useMemo(() => tableOf(series, by, unit), [series, by, unit]);
  const leaning = biasWords(score.medianRatio);
  return (
    <section aria-labelledby="accuracy-chart" className="min-w-0">
      <h2 id="accuracy-chart" className="sr-only">
        Predicted against measured
      </h2>
      <ChartFrame
        title={`${share(score.within20)} of predictions lie within 20% of what was measured; in the middle they lean ${leaning}`}
        subtitle={`${title}: predicted against measured, both axes logarithmic; dashed: equal; grey band: ±20%`}
        table={table}
        fileName={`accuracy-${metric}`}
        height={560}
      >
        <ScatterDrawing series={marked} unit={unit} chosen={chosen} />
      </ChartFrame>
    </section>
  );
}
