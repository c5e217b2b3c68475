import { metricWords, scoringWords } from "@/lib/contract/accuracy-words";
import { type Metric, metrics, type ScoredRow } from "./accuracy";
import { type BarResult, barResults } from "./bars";
import { percent, table } from "./report-text";

const figureText = ({ figure }: BarResult, value: number): string =>
  figure === "medianRatio" ? value.toFixed(3) : percent(value);

function limitText(bar: BarResult): string {
  const { least, most } = bar;
  if (least !== null && most !== null) return `${figureText(bar, least)} to ${figureText(bar, most)}`;
  if (most !== null) return `at most ${figureText(bar, most)}`;
  return least === null ? "" : `at least ${figureText(bar, least)}`;
}

const verdict = ({ met }: BarResult): string => (met === null ? "no rows" : met ? "met" : "**not met**");

function tableOf(metric: Metric, bars: readonly BarResult[]): string {
  const rows = bars.map((bar) => [
    bar.title,
    metricWords[metric].area === "memory" ? "–" : scoringWords[bar.scoring].title.toLowerCase(),
    limitText(bar),
    bar.reached === null ? "–" : figureText(bar, bar.reached),
    verdict(bar),
    String(bar.rows),
  ]);
  const head = ["What", "Rows left out", "Bar", "Reached", "", "Rows"];
  return `### ${metricWords[metric].title}\n\n${table(head, rows, 5)}`;
}

/** Every bar with what was reached, met or not, metric by metric. */
export function barTables(rows: readonly ScoredRow[]): string {
  const bars = barResults(rows);
  const missed = bars.filter(({ met }) => met === false).length;
  const judged = bars.filter(({ met }) => met !== null).length;
  const tables = metrics.map((metric) =>
    tableOf(
      metric,
      bars.filter((bar) => bar.metric === metric),
    ),
  );
  return [`${judged - missed} of ${judged} bars are met.`, ...tables].join("\n\n");
}
