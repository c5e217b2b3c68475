"use client";

import { useState } from "react";
import type { BreakEven } from "@/lib/contract/result";
import { type PathId, pathIds } from "@/lib/contract/scenario";
import { CumulativeCostChart } from "../charts/cumulative-cost-chart";
import { MonthlyCostChart } from "../charts/monthly-cost-chart";
import { considered } from "../charts/titles";
import { VolumeCostChart } from "../charts/volume-cost-chart";
import { Figure } from "../figures/figure";
import { pathNames } from "../figures/names";
import { DataTable } from "../ui/data-table";
import { EmptyState } from "../ui/empty-state";
import { Select } from "../ui/select";
import { CostLines } from "./cost-lines";
import { Doubt } from "./doubt";
import { Group } from "./group";
import { Investments } from "./investments";
import type { SectionProps } from "./section-results";
import { breakEvenByTime, breakEvenByUse, breakEvenByVolume, neverEqual, neverWithin } from "./words";

function Paths({ scenario, result: { cost, finance } }: SectionProps) {
  const { currency } = scenario.economics;
  const rows = pathIds.flatMap((id) => (cost[id] ? [{ id, cost: cost[id] }] : []));
  type Row = (typeof rows)[number];
  const money =
    (field: "oneOffUsd" | "runningUsdPerMonth" | "presentValueUsd", unit: "USD" | "USD/month") => (row: Row) => (
      <Figure value={row.cost[field]} unit={unit} path={`cost.${row.id}.${field}`} />
    );
  return (
    <Group
      title="The ways side by side"
      lead={`Over ${scenario.economics.horizonMonths} months. The total's range comes from the error of the serving estimate.`}
    >
      <DataTable
        caption="Cost of each way"
        rows={rows}
        rowKey={({ id }) => id}
        stickyFirst
        columns={[
          { id: "path", header: "Way", cell: ({ id }) => <span className="whitespace-nowrap">{pathNames[id]}</span> },
          { id: "oneOff", header: "Once", align: "right", cell: money("oneOffUsd", "USD") },
          { id: "running", header: "Running", align: "right", cell: money("runningUsdPerMonth", "USD/month") },
          {
            id: "total",
            header: "Total",
            align: "right",
            cell: (row) => (
              <Figure
                value={row.cost.totalUsd.mid}
                range={row.cost.totalUsd}
                unit="USD"
                path={`cost.${row.id}.totalUsd.mid`}
              />
            ),
          },
          { id: "present", header: "Present value", align: "right", cell: money("presentValueUsd", "USD") },
          {
            id: "request",
            header: "A request",
            align: "right",
            cell: (row) => <Figure value={row.cost.usdPerRequest} unit="USD" path={`cost.${row.id}.usdPerRequest`} />,
          },
          {
            id: "right",
            header: "A right answer",
            align: "right",
            cell: ({ id }) => (
              <Figure
                value={finance.unit?.[id]?.usdPerResolvedRequest ?? null}
                unit="USD"
                path={`finance.unit.${id}.usdPerResolvedRequest`}
              />
            ),
          },
          {
            id: "tokens",
            header: "A million tokens",
            align: "right",
            cell: (row) => (
              <Figure value={row.cost.usdPerMillionTokens} unit="USD" path={`cost.${row.id}.usdPerMillionTokens`} />
            ),
          },
          ...(currency === "USD"
            ? []
            : [
                {
                  id: "local",
                  header: `Total in ${currency}`,
                  align: "right" as const,
                  cell: ({ id }: Row) => (
                    <Figure
                      value={finance.unit?.[id]?.totalInCurrency ?? null}
                      unit="1"
                      path={`finance.unit.${id}.totalInCurrency`}
                    />
                  ),
                },
              ]),
        ]}
      />
    </Group>
  );
}

/** Each way against doing nothing, where a request has been given a worth. */
function Benefits({ result: { finance, uncertainty } }: SectionProps) {
  const { returns } = finance;
  if (!returns) return null;
  const rows = pathIds.flatMap((id) => (returns[id] ? [{ id, ...returns[id] }] : []));
  type Row = (typeof rows)[number];
  const cell = (field: Exclude<keyof Row, "id" | "irrNote">, unit: "USD" | "share" | "month") => (row: Row) => (
    <Figure value={row[field] ?? null} unit={unit} path={`finance.returns.${row.id}.${field}`} />
  );
  return (
    <DataTable
      caption="What each way brings against doing nothing"
      rows={rows}
      rowKey={({ id }) => id}
      stickyFirst
      columns={[
        { id: "path", header: "Way", cell: ({ id }) => <span className="whitespace-nowrap">{pathNames[id]}</span> },
        { id: "benefit", header: "Worth of requests", align: "right", cell: cell("benefitUsd", "USD") },
        { id: "npv", header: "NPV", align: "right", cell: cell("npvUsd", "USD") },
        ...(rows.some(({ taxUsd }) => taxUsd !== undefined)
          ? [{ id: "tax", header: "Tax on profit", align: "right" as const, cell: cell("taxUsd", "USD") }]
          : []),
        { id: "roi", header: "Return on cost", align: "right", cell: cell("roi", "share") },
        { id: "irr", header: "IRR a year", align: "right", cell: cell("irrAnnual", "share") },
        { id: "payback", header: "Payback", align: "right", cell: cell("paybackMonths", "month") },
        {
          id: "discounted",
          header: "Discounted payback",
          align: "right",
          cell: cell("discountedPaybackMonths", "month"),
        },
        {
          id: "chance",
          header: "Chance that it pays",
          align: "right",
          cell: ({ id }) => (
            <Figure
              value={uncertainty?.worth?.[id]?.chancePositive ?? null}
              unit="share"
              path={`uncertainty.worth.${id}.chancePositive`}
            />
          ),
        },
      ]}
    />
  );
}

function Returns(props: SectionProps) {
  const { scenario, result } = props;
  const { finance } = result;
  const { startMonth, horizonMonths } = scenario.economics;
  const { breakEven } = finance;
  const never = breakEven.filter(({ month }) => month === null);
  const apart = breakEven.filter(({ requestsPerDay }) => requestsPerDay.length === 0);
  const said = ({ month, requestsPerDay }: BreakEven) => month !== null || requestsPerDay.length > 0;
  return (
    <Group title="Break-even and return">
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {never.length > 0 && <li>{neverWithin(never, breakEven.length, horizonMonths)}</li>}
        {apart.length > 0 && <li>{neverEqual(apart)}</li>}
        {breakEven.filter(said).map((each) => (
          <li key={`${each.from}.${each.to}`}>
            {each.month !== null && `${breakEvenByTime(each, startMonth, horizonMonths)} `}
            {each.requestsPerDay.length > 0 && breakEvenByVolume(each)} {breakEvenByUse(each)}
          </li>
        ))}
        {breakEven.length === 0 && <li>Two ways must be priced before one can break even with another.</li>}
      </ul>
      <VolumeCostChart
        finance={finance}
        requestsPerDay={scenario.workload.requestsPerDay}
        horizonMonths={horizonMonths}
      />
      <Benefits {...props} />
      <Investments investments={finance.investments ?? []} />
    </Group>
  );
}

/** `course`: whether the course of costs is drawn; not where it stands above already. */
export function CostResults({ course = true, ...props }: SectionProps & { course?: boolean }) {
  const { scenario, result } = props;
  const paths = considered(result.cost);
  const [chosen, setChosen] = useState<PathId>();
  const path = chosen && paths.includes(chosen) ? chosen : (result.verdict.path ?? paths[0]);
  const cost = path && result.cost[path];
  const { startMonth } = scenario.economics;
  if (!path || !cost) {
    return (
      <EmptyState title="No way can be priced yet">
        Consider at least one way above, with a model whose price or hardware is known.
      </EmptyState>
    );
  }
  return (
    <>
      <Paths {...props} />
      {course && (
        <CumulativeCostChart
          cost={result.cost}
          breakEven={result.finance.breakEven}
          startMonth={startMonth}
          uncertainty={result.uncertainty}
          barred={result.verdict.barred.map((each) => each.path)}
        />
      )}
      {result.uncertainty && (
        <Doubt
          uncertainty={result.uncertainty}
          verdict={result.verdict}
          path={path}
          plannedUsd={cost.totalUsd.mid}
          startMonth={startMonth}
        />
      )}
      <Returns {...props} />
      <Group title="Line by line">
        <Select
          aria-label="Way whose lines are shown"
          className="max-w-56"
          value={path}
          onChange={(id) => setChosen(id as PathId)}
          options={paths.map((id) => ({ value: id, label: pathNames[id] }))}
        />
        <MonthlyCostChart path={path} cost={cost} startMonth={startMonth} />
        <CostLines path={path} cost={cost} />
      </Group>
    </>
  );
}
