"use client";

import { CumulativeCostChart } from "../charts/cumulative-cost-chart";
import { FigureList, FigureRow } from "../figures/figure-row";
import { FindingList } from "../figures/finding";
import { pathNames } from "../figures/names";
import { Badge } from "../ui/badge";
import { Notice } from "../ui/notice";
import { Basis } from "./basis";
import { Group } from "./group";
import { Readiness } from "./readiness";
import type { SectionProps } from "./section-results";
import { certaintyWords, savingWords } from "./words";

function Answer({ scenario, result }: SectionProps) {
  const { verdict } = result;
  const saving = savingWords(result, scenario.economics.horizonMonths);
  return (
    <Group title="The answer">
      <p className="max-w-prose text-base text-strong">{verdict.sentence}</p>
      {saving && <p className="max-w-prose">{saving}</p>}
      <p>
        <Badge tone={verdict.certainty === "clear" ? "good" : "warning"}>{certaintyWords[verdict.certainty]}</Badge>
      </p>
      {verdict.barred.map(({ path, reasons }) => (
        <Notice key={path} tone="warning" title={`${pathNames[path]} does not qualify`}>
          {reasons.join(" ")}
        </Notice>
      ))}
    </Group>
  );
}

function Hinges({ result: { verdict } }: SectionProps) {
  if (verdict.hinges.length === 0) return null;
  return (
    <Group title="What the answer hinges on" lead="A change this large in one input alone would flip it.">
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {verdict.hinges.map(({ label, why }) => (
          <li key={label}>
            <span className="font-medium text-strong">{label}:</span> {why}
          </li>
        ))}
      </ul>
    </Group>
  );
}

function Traffic({ result: { traffic } }: SectionProps) {
  return (
    <Group title="What must be handled">
      <FigureList>
        <FigureRow
          label="Requests a month, at launch"
          value={traffic.requestsPerMonth}
          unit="request/month"
          path="traffic.requestsPerMonth"
        />
        <FigureRow
          label="Mean rate"
          value={traffic.meanRequestsPerSecond}
          unit="request/s"
          path="traffic.meanRequestsPerSecond"
        />
        <FigureRow
          label="Busiest minutes"
          value={traffic.peakRequestsPerSecond}
          unit="request/s"
          path="traffic.peakRequestsPerSecond"
        />
        <FigureRow
          label="Tokens read a month"
          hint="prompts, documents and history"
          value={traffic.inputTokensPerMonth}
          unit="token/month"
          path="traffic.inputTokensPerMonth"
        />
        <FigureRow
          label="Tokens written a month"
          value={traffic.outputTokensPerMonth}
          unit="token/month"
          path="traffic.outputTokensPerMonth"
        />
      </FigureList>
    </Group>
  );
}

export function OverviewResults(props: SectionProps) {
  const { scenario, result } = props;
  return (
    <>
      <Answer {...props} />
      <CumulativeCostChart
        uncertainty={result.uncertainty}
        cost={result.cost}
        breakEven={result.finance.breakEven}
        startMonth={scenario.economics.startMonth}
        barred={result.verdict.barred.map(({ path }) => path)}
      />
      <Hinges {...props} />
      <Group title="Findings">
        <FindingList findings={result.findings} empty="Nothing stands in the way, and nothing needs a warning." />
      </Group>
      <Traffic {...props} />
      <Readiness {...props} />
      <Basis result={result} />
    </>
  );
}
