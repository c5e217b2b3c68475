import type { ScenarioListItem } from "@/lib/contract/http-scenarios";
import { format } from "@/lib/format";
import { pathColour } from "../charts/path-colours";
import { pathNames } from "../figures/names";
import { Badge } from "../ui/badge";

type Cell = { item: ScenarioListItem };

const certainty = { clear: "clearly", close: "narrowly", none: "" } as const;

/** The verdict in three words. */
export function Verdict({ item: { summary } }: Cell) {
  if (!summary.ok) return <Badge tone="danger">Cannot be reckoned</Badge>;
  const { verdictPath } = summary;
  if (!verdictPath) return <Badge tone="warning">No way qualifies</Badge>;
  return (
    <span className="inline-flex items-center gap-2 sm:whitespace-nowrap">
      <span
        aria-hidden="true"
        className="size-2.5 shrink-0 rounded-full"
        style={{ background: pathColour[verdictPath] }}
      />
      {pathNames[verdictPath]}, {certainty[summary.certainty]}
    </span>
  );
}

export function Money({ item: { summary }, field }: Cell & { field: "runningUsdPerMonth" | "usdPerRequest" }) {
  return <>{summary.ok ? format(summary[field], "USD") : "–"}</>;
}

export function BreakEvenCell({ item: { summary } }: Cell) {
  if (!summary.ok) return <>–</>;
  return <>{summary.breakEvenMonth === null ? "none" : `month ${summary.breakEvenMonth}`}</>;
}

/** Time to first word against its target: by sign and word, not by colour alone. */
export function FirstWord({ item: { summary } }: Cell) {
  if (!summary.ok || summary.ttft.seconds === null) return <>–</>;
  const { seconds, targetSeconds, percentile } = summary.ttft;
  const met = seconds <= targetSeconds;
  return (
    <span className="whitespace-nowrap">
      {format(seconds, "s")}
      <span className={met ? "block text-xs text-muted" : "block text-xs text-danger"}>
        {percentile} {met ? "within" : "above"} {format(targetSeconds, "s")}
      </span>
    </span>
  );
}

export function Settled({ item: { summary } }: Cell) {
  if (!summary.ok) return <>–</>;
  return (
    <span className="whitespace-nowrap">
      {summary.settled} of 8
      {summary.failing > 0 && <span className="block text-xs text-danger">{summary.failing} failing</span>}
    </span>
  );
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });

export function Updated({ item: { updatedAt } }: Cell) {
  const date = new Date(updatedAt);
  return (
    <time dateTime={updatedAt} title={exact.format(date)} suppressHydrationWarning className="whitespace-nowrap">
      {day.format(date)}
    </time>
  );
}
