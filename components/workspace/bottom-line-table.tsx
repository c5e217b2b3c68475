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
          <th scope="col" className="py-1 pl-2 text-right font-normal">
            running, a month
          </th>
          <th scope="col" className="py-1 pl-2 text-right font-normal">
            all in, a request
          </th>
          <th scope="col" className="py-1 pl-2 text-right font-normal">
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
            <span className="whitespace-nowrap">{pathNames[id]}</span>
            <StandingWords standing={standing} />
          </span>
        </span>
      </th>
      <td className="py-1.5 pl-2 text-right *:justify-end">
        <Money
          value={cost?.runningUsdPerMonth ?? null}
          path={`cost.${id}.runningUsdPerMonth`}
          label={`${pathNames[id]}, running cost a month`}
        />
      </td>
      <td className="py-1.5 pl-2 text-right *:justify-end">
        <Money
          value={cost?.usdPerRequest ?? null}
          path={`cost.${id}.usdPerRequest`}
          label={`${pathNames[id]}, all costs, a request`}
        />
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

/** One function for all drawings, as the note of a change is tied to it. */
const money = (value: number): string => format(value, "USD");

/** The header says what it is a month or a request of. */
function Money({ value, path, label }: { value: number | null; path: string; label: string }) {
  if (value === null) return <Figure value={null} unit="USD" />;
  return (
    <Changed value={value} format={money}>
      <Figure value={value} unit="USD" path={path} label={label} />
    </Changed>
  );
}

function Ttft({ id, ttft, target }: { id: PathStanding["id"]; ttft: PathStanding["ttft"]; target: number }) {
  if (ttft.seconds === null)
    return <span className="whitespace-nowrap text-muted">{id === "people" ? "–" : "not known"}</span>;
  const meets = ttft.seconds <= target;
  return (
    <>
      <Figure
        value={ttft.seconds}
        unit="s"
        label={`${pathNames[id]}, time to first word`}
        {...(ttft.figure !== undefined && { path: ttft.figure })}
      />
      <span className={`block whitespace-nowrap text-xs ${meets ? "text-muted" : "text-danger"}`}>
        {meets ? "within" : "above"} {format(target, "s")}
      </span>
    </>
  );
}
