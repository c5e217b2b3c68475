"use client";

import Link from "next/link";
import type { LoadPoint } from "@/lib/contract/result";
import { format } from "@/lib/format";
import { LatencyChart } from "../charts/latency-chart";
import { FigureList, FigureRow } from "../figures/figure-row";
import { Badge } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import { Disclosure } from "../ui/disclosure";
import { Group } from "./group";
import { NotSized } from "./not-sized";
import type { SectionProps } from "./section-results";
import { limitedByWords } from "./words";

function Target({ seconds, target, unit }: { seconds: number; target: number; unit: "s" | "s/token" }) {
  const met = seconds <= target;
  return (
    <Badge tone={met ? "good" : "danger"}>
      {met ? "within" : "above"} the target of {format(target, unit)}
    </Badge>
  );
}

/** In one line. */
const Kept = ({ children }: { children: string }) => <span className="whitespace-nowrap">{children}</span>;

const loadColumns = [
  {
    id: "load",
    header: "Load",
    unit: "requests/s",
    cell: (point: LoadPoint) => <Kept>{format(point.requestsPerSecond, "1", { digits: 3 })}</Kept>,
  },
  {
    id: "busy",
    header: "At once",
    align: "right" as const,
    cell: (point: LoadPoint) => <Kept>{format(point.concurrency, "1", { digits: 3 })}</Kept>,
  },
  {
    id: "ttft50",
    header: "TTFT p50",
    align: "right" as const,
    cell: (point: LoadPoint) => <Kept>{format(point.ttftSeconds.p50, "s")}</Kept>,
  },
  {
    id: "ttft95",
    header: "TTFT p95",
    align: "right" as const,
    cell: (point: LoadPoint) => <Kept>{format(point.ttftSeconds.p95, "s")}</Kept>,
  },
  {
    id: "tpot50",
    header: "TPOT p50",
    align: "right" as const,
    cell: (point: LoadPoint) => <Kept>{format(point.tpotSeconds.p50, "s")}</Kept>,
  },
  {
    id: "tpot95",
    header: "TPOT p95",
    align: "right" as const,
    cell: (point: LoadPoint) => <Kept>{format(point.tpotSeconds.p95, "s")}</Kept>,
  },
  {
    id: "e2e95",
    header: "E2E p95",
    align: "right" as const,
    cell: (point: LoadPoint) => <Kept>{format(point.e2eSeconds.p95, "s")}</Kept>,
  },
  { id: "meets", header: "Targets", cell: (point: LoadPoint) => (point.meetsTargets ? "met" : "missed") },
];

export function LatencyResults({ scenario, result }: SectionProps) {
  const { serving, fleet } = result;
  const { percentile, ttftSeconds, tpotSeconds } = scenario.requirements;
  if (!serving) return <NotSized result={result} what="Latency" />;
  return (
    <>
      <Group
        title="In the busiest minutes, self-hosted"
        lead={
          <>
            What {percentile.slice(1)} of 100 requests stay within. The range is made to hold 80% of what measurements
            would show:{" "}
            <Link href="/accuracy" className="link">
              how often it did
            </Link>
            .
          </>
        }
      >
        {fleet ? (
          <FigureList>
            <FigureRow
              label="Time to first word (TTFT)"
              value={fleet.ttftSeconds.mid}
              range={fleet.ttftSeconds}
              unit="s"
              path="fleet.ttftSeconds.mid"
            />
            <FigureRow
              label="Time per token after it (TPOT)"
              value={fleet.tpotSeconds.mid}
              range={fleet.tpotSeconds}
              unit="s"
              path="fleet.tpotSeconds.mid"
            />
            <FigureRow
              label="Whole answer"
              value={fleet.atPeak.e2eSeconds[percentile]}
              unit="s"
              path={`fleet.atPeak.e2eSeconds.${percentile}`}
            />
            <FigureRow
              label="Requests under way on a copy"
              value={fleet.atPeak.concurrency}
              unit="request"
              path="fleet.atPeak.concurrency"
              digits={3}
            />
            <FigureRow
              label="Share of a copy's limit in use"
              value={fleet.atPeak.utilisation}
              unit="share"
              path="fleet.atPeak.utilisation"
            />
          </FigureList>
        ) : (
          <p>No load keeps both targets on this hardware, so no fleet is sized.</p>
        )}
        {fleet && (
          <p className="flex flex-wrap gap-2">
            <span>
              TTFT <Target seconds={fleet.ttftSeconds.mid} target={ttftSeconds} unit="s" />
            </span>
            <span>
              TPOT <Target seconds={fleet.tpotSeconds.mid} target={tpotSeconds} unit="s/token" />
            </span>
          </p>
        )}
      </Group>
      <LatencyChart
        serving={serving}
        atPeak={fleet?.atPeak ?? null}
        targets={{ ttftSeconds, tpotSeconds }}
        percentile={percentile}
      />
      <Group
        title="One copy of the model"
        lead={`What holds it back at its limit: ${limitedByWords[serving.limitedBy]}.`}
      >
        <FigureList>
          <FigureRow
            label="Most requests a second with the targets kept (goodput)"
            value={serving.goodputRequestsPerSecond.mid}
            range={serving.goodputRequestsPerSecond}
            unit="request/s"
            path="serving.goodputRequestsPerSecond.mid"
          />
        </FigureList>
        <Disclosure summary="Load by load">
          <DataTable
            caption="Latency of one copy by load"
            rows={serving.curve}
            rowKey={({ requestsPerSecond }) => String(requestsPerSecond)}
            columns={loadColumns}
          />
        </Disclosure>
      </Group>
      <Group title="On the API">
        <p>
          {scenario.paths.api.ttftSeconds === null
            ? "No time to first word is set for the API. Measure it from where your users are, and enter it."
            : `The API's first word comes after ${format(scenario.paths.api.ttftSeconds, "s")}, as entered or by default; it depends on the provider's load, which no estimate sees.`}
        </p>
      </Group>
    </>
  );
}
