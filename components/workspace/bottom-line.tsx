"use client";

import { useId, useState } from "react";
import type { ScenarioResult } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import { format } from "@/lib/format";
import { Figure } from "../figures/figure";
import { pathNames } from "../figures/names";
import type { EngineProblem } from "../forms/draft-context";
import { wordsAt } from "../forms/words-at";
import { Skeleton } from "../ui/skeleton";
import { BottomLineTable } from "./bottom-line-table";
import { Hinges } from "./hinges";
import { type PathStanding, pathStandings } from "./path-standings";

type Props = {
  document: Scenario;
  result: ScenarioResult | undefined;
  behind: boolean;
  problem: EngineProblem | null;
  onReveal(path: string): void;
};

/** The answer, always in view: beside the form on a wide screen, a bar that opens at the foot of a narrow one, first on paper. */
export function BottomLine({ document, result, behind, problem, onReveal }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <aside
      aria-label="Bottom line"
      aria-busy={behind}
      className="sticky bottom-0 z-10 -mx-4 border-line sm:-mx-6 border-t bg-surface xl:top-16 xl:bottom-auto xl:mx-0 xl:self-start xl:rounded-lg xl:border-t-0 print:static print:order-first"
    >
      <div
        aria-hidden="true"
        className={`absolute inset-x-0 top-0 h-0.5 rounded-full bg-accent transition-opacity delay-150 motion-reduce:transition-none ${behind ? "opacity-60" : "opacity-0"}`}
      />
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="print-hidden flex w-full cursor-pointer items-center justify-between gap-3 px-4 py-3 text-left xl:hidden"
      >
        <span className="sr-only">Bottom line: </span>
        <Summary result={result} problem={problem} />
        <span aria-hidden="true" className="text-muted">
          {open ? "▾" : "▴"}
        </span>
      </button>
      <div
        id={id}
        className={`${open ? "block" : "hidden"} max-h-[70dvh] overflow-y-auto px-4 pb-4 xl:block xl:max-h-[calc(100dvh-5rem)] xl:py-4 print:block print:max-h-none`}
      >
        <div className="flex flex-col gap-4">
          {problem !== null && <Problem problem={problem} hasFigures={result !== undefined} onReveal={onReveal} />}
          {result ? (
            <Answer document={document} result={result} onReveal={onReveal} />
          ) : (
            problem === null && <Skeleton className="h-48" lines={6} />
          )}
        </div>
      </div>
    </aside>
  );
}

type ProblemProps = { problem: EngineProblem; hasFigures: boolean; onReveal: Props["onReveal"] };

function Problem({ problem: { path, message }, hasFigures, onReveal }: ProblemProps) {
  const words = path === undefined ? undefined : wordsAt(path);
  return (
    <p role="alert" className="text-danger">
      Not estimated: {message}.{" "}
      {path !== undefined && words && (
        <button type="button" className="cursor-pointer underline underline-offset-2" onClick={() => onReveal(path)}>
          Go to {words.title}
        </button>
      )}
      {hasFigures && " The figures below are those before."}
    </p>
  );
}

function Summary({ result, problem }: Pick<Props, "result" | "problem">) {
  if (!result) return <span className="text-muted">{problem === null ? "Estimating…" : "Not estimated"}</span>;
  const { path } = result.verdict;
  const cost = path === null ? null : result.cost[path];
  return (
    <span className="tabular min-w-0 truncate">
      <span className="font-medium text-strong">{path === null ? "No way qualifies" : pathNames[path]}</span>
      {cost && ` · ${format(cost.runningUsdPerMonth, "USD/month")} · ${format(cost.usdPerRequest, "USD/request")}`}
    </span>
  );
}

function Answer({ document, result, onReveal }: Pick<Props, "document" | "onReveal"> & { result: ScenarioResult }) {
  const rows = pathStandings(document, result);
  return (
    <>
      <h2 className="font-medium text-base text-strong">{result.verdict.sentence}</h2>
      {result.verdict.certainty === "close" && (
        <p className="text-sm text-warning">Close: the two cheapest overlap or lie within 5%.</p>
      )}
      <BottomLineTable rows={rows} document={document} />
      <Accelerators result={result} />
      <Barred rows={rows} />
      <Hinges hinges={result.verdict.hinges} onReveal={onReveal} />
    </>
  );
}

function Accelerators({ result: { fleet, basis } }: { result: ScenarioResult }) {
  if (!fleet) return null;
  return (
    <p className="tabular text-sm">
      <span className="text-muted">Self-hosted needs </span>
      <Figure value={fleet.accelerators} unit="accelerator" path="fleet.accelerators" label="Accelerators" />
      <span className="text-muted"> of type </span>
      {basis.accelerator.name}
    </p>
  );
}

function Barred({ rows }: { rows: readonly PathStanding[] }) {
  const barred = rows.filter(({ standing, reasons }) => standing === "barred" && reasons.length > 0);
  if (barred.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {barred.map(({ id, reasons }) => (
        <li key={id}>
          <span className="text-danger">✕ {pathNames[id]}</span>: {reasons.join(" ")}
        </li>
      ))}
    </ul>
  );
}
