"use client";

import type { ScenarioResult, UncertaintyResult } from "@/lib/contract/result";
import { type PathId, pathIds, type RangeShape, rangeShapes } from "@/lib/contract/scenario";
import { format } from "@/lib/format";
import { CheapestShareChart } from "../charts/cheapest-share-chart";
import { TornadoChart } from "../charts/tornado-chart";
import { DataTable } from "../ui/data-table";
import { Flips } from "./flips";
import { Group } from "./group";

type DoubtProps = Pick<ScenarioResult, "verdict"> & {
  uncertainty: UncertaintyResult;
  path: PathId;
  plannedUsd: number;
  startMonth: string;
};

const change = (factor: number): string =>
  factor === 1
    ? "as planned"
    : `${format(Math.abs(factor - 1), "share", { digits: 2 })} ${factor < 1 ? "lower" : "higher"}`;

/** In one line. */
const Kept = ({ children }: { children: string }) => <span className="whitespace-nowrap">{children}</span>;

/** "log-normal" of "As many percent either way (log-normal)": the form says what it means. */
const shapeName = (shape: string | undefined): string =>
  /\((.+)\)/.exec(rangeShapes[(shape ?? "logNormal") as RangeShape] ?? "")?.[1] ?? "";

/** Inputs that move no way of this plan are left out. */
function inputsThatCount({ inputs, tornado }: UncertaintyResult): UncertaintyResult["inputs"] {
  const still = new Set(
    tornado
      .filter(({ totalUsd }) => pathIds.every((id) => !totalUsd[id] || totalUsd[id].low === totalUsd[id].high))
      .map(({ label }) => label),
  );
  return inputs.filter(({ label }) => !still.has(label));
}

/** What is not exactly known, and what that leaves of the answer. */
export function Doubt({ uncertainty, verdict, path, plannedUsd, startMonth }: DoubtProps) {
  return (
    <Group
      title="How sure is it?"
      lead={`Each way was worked out ${format(uncertainty.draws, "1")} times, with inputs drawn from the ranges below.`}
    >
      <CheapestShareChart uncertainty={uncertainty} startMonth={startMonth} />
      <TornadoChart uncertainty={uncertainty} path={path} plannedUsd={plannedUsd} />
      <Flips verdict={verdict} />
      <DataTable
        caption="Ranges of the uncertain inputs"
        rows={inputsThatCount(uncertainty)}
        rowKey={({ label }) => label}
        columns={[
          { id: "label", header: "Input", cell: ({ label }) => label },
          { id: "low", header: "1 in 10 is below", align: "right", cell: ({ low }) => <Kept>{change(low)}</Kept> },
          { id: "high", header: "1 in 10 is above", align: "right", cell: ({ high }) => <Kept>{change(high)}</Kept> },
          { id: "shape", header: "Shape", hideOnPhone: true, cell: ({ shape }) => <Kept>{shapeName(shape)}</Kept> },
          { id: "note", header: "Where from", hideOnPhone: true, cell: ({ note }) => note },
        ]}
      />
    </Group>
  );
}
