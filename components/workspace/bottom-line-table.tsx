"use client";

import type { Scenario } from "@/lib/contract/scenario";
import { format } from "@/lib/format";
import { pathColour } from "../charts/path-colours";
import { Changed } from "../figures/changed";
import { Figure } from "../figures/figure";
import { pathNames } from "../figures/names";
import type { PathStanding } from "./path-standings";

const standingWords: Record<PathStanding["standing"], string> = {
  chosen: "Chosen",
  qualifies: "Qualifies",
  barred: "Does not qualify",
  unpriced: "Cannot be priced",
  off: "Not considered",
};

/** Cost and latency of the four ways; every figure opens its working. */
export function BottomLineTable({ rows, document }: { rows: readonly PathStanding[]; document: Scenario }) {
  const { percentile, ttftSeconds } = document.requirements;
  return (
    <table className="tabular w-full text-sm">
      <caption className="sr-only">The four ways side by side</caption>
      <thead>
        <tr className="text-left align-bottom text-muted text-xs">
          <th scope="col" className="py-1 font-normal">
            Way
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            a month
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            a request
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            TTFT {percentile}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PathRow key={row.id} row={row} target={ttftSeconds} />
        ))}
      </tbody>
    </table>
  );
}

function PathRow({ row: { id, cost, standing, ttft }, target }: { row: PathStanding; target: number }) {
  const muted = standing === "off" || standing === "unpriced";
  return (
    <tr className={`border-line border-t align-top ${muted ? "text-muted" : ""}`}>
      <th scope="row" className="py-1.5 pr-2 text-left font-medium">
        <span className="flex items-baseline gap-2">
          <span aria-hidden="true" className="size-2.5 shrink-0 rounded-full" style={{ background: pathColour[id] }} />
          <span>
            {pathNames[id]}
            <StandingWords standing={standing} />
          </span>
        </span>
      </th>
      <td className="py-1.5 pl-2 text-right">
        <Money value={cost?.runningUsdPerMonth ?? null} unit="USD/month" path={`cost.${id}.runningUsdPerMonth`} />
      </td>
      <td className="py-1.5 pl-2 text-right">
        <Money value={cost?.usdPerRequest ?? null} unit="USD/request" path={`cost.${id}.usdPerRequest`} />
      </td>
      <td className="py-1.5 pl-2 text-right">{!muted && <Ttft id={id} ttft={ttft} target={target} />}</td>
    </tr>
  );
}

function StandingWords({ standing }: Pick<PathStanding, "standing">) {
  const tone = { chosen: "text-good", qualifies: "text-muted", barred: "text-danger", unpriced: "", off: "" }[standing];
  const sign = { chosen: "✓ ", qualifies: "", barred: "✕ ", unpriced: "", off: "" }[standing];
  return (
    <span className={`block font-normal text-xs ${tone}`}>
      {sign !== "" && <span aria-hidden="true">{sign}</span>}
      {standingWords[standing]}
    </span>
  );
}

/** The same functions at every drawing, as the note of a change is tied to them. */
const moneyFormats = {
  "USD/month": (value: number) => format(value, "USD/month"),
  "USD/request": (value: number) => format(value, "USD/request"),
};

type MoneyProps = { value: number | null; unit: "USD/month" | "USD/request"; path: string };

function Money({ value, unit, path }: MoneyProps) {
  if (value === null) return <Figure value={null} unit={unit} />;
  return (
    <Changed value={value} format={moneyFormats[unit]}>
      <Figure value={value} unit={unit} path={path} />
    </Changed>
  );
}

function Ttft({ id, ttft, target }: { id: PathStanding["id"]; ttft: PathStanding["ttft"]; target: number }) {
  if (ttft.seconds === null) return <span className="text-muted">{id === "people" ? "–" : "not known"}</span>;
  const meets = ttft.seconds <= target;
  return (
    <>
      <Figure value={ttft.seconds} unit="s" {...(ttft.figure !== undefined && { path: ttft.figure })} />
      <span className={`block text-xs ${meets ? "text-muted" : "text-danger"}`}>
        {meets ? "within" : "above"} {format(target, "s")}
      </span>
    </>
  );
}
