import { metricWords, scoringWords } from "@/lib/contract/accuracy-words";
import type { Accuracy, Metric, Scoring } from "./accuracy";
import { barTables } from "./report-bars";
import { groupTables } from "./report-groups";
import { count, percent, table } from "./report-text";

const overall = ({ groups }: Accuracy, metric: Metric, scoring: Scoring) =>
  groups.find((group) => group.metric === metric && group.scoring === scoring && group.by === "all")?.score;

/** What a median and a 90th percentile say to someone who has a plan to decide on. */
function inShort(accuracy: Accuracy): string {
  const lines = (Object.keys(metricWords) as Metric[]).flatMap((metric) => {
    const score = overall(accuracy, metric, "modelLeftOut");
    if (!score) return [];
    const { medianError, p90Error, coverage } = score;
    return [
      `- **${metricWords[metric].title}**: of 10 estimates, 5 are within ${percent(medianError)} of what was measured and 9 within ${percent(p90Error)}; the range shown held the measured value in ${percent(coverage)} of ${count(score.rows, "row")}. ${metricWords[metric].meaning}`,
    ];
  });
  return lines.length === 0 ? "No row has been scored yet." : lines.join("\n");
}

function whatIsScored({ rows }: Accuracy): string {
  const distinct = (values: (string | number)[]) => new Set(values).size;
  const lines = (Object.keys(metricWords) as Metric[]).flatMap((metric) => {
    const some = rows.filter(({ compared }) => compared[metric]);
    if (some.length === 0) return [];
    return [
      [
        metricWords[metric].title,
        metricWords[metric].unit,
        String(some.length),
        String(distinct(some.map(({ model }) => model))),
        String(distinct(some.map(({ accelerator }) => accelerator))),
        String(distinct(some.map(({ engine }) => engine))),
        String(distinct(some.map(({ source }) => source.title))),
      ],
    ];
  });
  const head = ["What", "Unit", "Rows", "Models", "Accelerators", "Engines", "Sources"];
  return `Every row is something that others measured and published, beside what Slipway says for the same model, accelerators, engine and load. The error is the distance between the two as a share of what was measured: 10% means that 100 ms were measured and 90 or 110 predicted.

${table(head, lines, 2)}`;
}

const leaveOut = `A fit that is scored on the rows it was made from looks better than it is. So the few constants of the model (efficiencies of a family of accelerators, overheads of an engine) are fitted again and again, each time without some of the rows, and those rows are then predicted:

${(Object.keys(scoringWords) as Scoring[]).map((scoring) => `- **${scoringWords[scoring].title}.** ${scoringWords[scoring].meaning}`).join("\n")}

Memory is not fitted to rows: it follows from the model's shape and the engine's rules, and its figures are the same however rows are left out.

The range shown to users (10–90 %) is made from the errors on left-out rows. It is right when about 80% of the measured values lie inside: many fewer, and it promises too much; many more, and it is wider than it needs to be.`;

/** Reasons with the rows they hold for, the most frequent first. */
export function excludedByReason(excluded: Accuracy["excluded"]): { reason: string; ids: string[] }[] {
  const reasons = new Map<string, string[]>();
  for (const { id, reason } of excluded) reasons.set(reason, [...(reasons.get(reason) ?? []), id]);
  return [...reasons].map(([reason, ids]) => ({ reason, ids })).sort((a, b) => b.ids.length - a.ids.length);
}

function notScored({ excluded }: Accuracy): string {
  if (excluded.length === 0) return "Every row is scored.";
  const lines = excludedByReason(excluded).map(
    ({ reason, ids }) => `- **${reason}** (${count(ids.length, "row")}): ${ids.map((id) => `\`${id}\``).join(", ")}`,
  );
  return `${count(excluded.length, "row is", "rows are")} left aside for a fault of the measurement itself. No row is left aside for being far off.\n\n${lines.join("\n")}`;
}

function sources({ rows }: Accuracy): string {
  const known = new Map<string, { text: string; asOf: string; rows: number }>();
  for (const { source } of rows) {
    const title = source.title.replace(/[[\]]/g, "\\$&");
    const text = source.url.startsWith("http") ? `[${title}](<${source.url}>)` : title;
    known.set(text, { text, asOf: source.asOf, rows: (known.get(text)?.rows ?? 0) + 1 });
  }
  const all = [...known.values()].sort((a, b) => b.rows - a.rows || a.text.localeCompare(b.text, "en"));
  return table(
    ["Source", "As of", "Rows"],
    all.map(({ text, asOf, rows: count }) => [text, asOf, String(count)]),
    2,
  );
}

/** docs/accuracy.md: what the estimates are worth, for whoever has to rely on them. */
export function accuracyMarkdown(accuracy: Accuracy, trainingFits = ""): string {
  return `# Accuracy: what the estimates are worth

Written by \`npm run accuracy\` on ${accuracy.computedOn} with calibration ${accuracy.calibrationVersion}. The page \`/accuracy\` shows the same figures with every row behind them.

## In short

${inShort(accuracy)}

These figures are for models that the fit had never seen.

## What is scored

${whatIsScored(accuracy)}

## How rows are left out

${leaveOut}

## Against the bars

The bars were set before the model was fitted. A bar that is missed is shown as missed.

${barTables(accuracy.rows)}

${trainingFits === "" ? "" : `## Does training fit?\n\n${trainingFits}\n\n`}## By group

${groupTables(accuracy)}

## Rows not scored

${notScored(accuracy)}

## Sources

${sources(accuracy)}
`;
}
