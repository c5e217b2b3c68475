"use client";

import { FigureList, FigureRow } from "../figures/figure-row";
import { pathNames } from "../figures/names";
import { Badge, type Tone } from "../ui/badge";
import { Button } from "../ui/button";
import { DataTable } from "../ui/data-table";
import { Disclosure } from "../ui/disclosure";
import { Group } from "./group";
import { saveFile } from "./save-file";
import type { SectionProps } from "./section-results";
import { allowedWords } from "./words";

const tones: Record<keyof typeof allowedWords, Tone> = { yes: "good", withMeasures: "warning", no: "danger" };

export function PrivacyResults({ result: { privacy } }: SectionProps) {
  const { protection } = privacy;
  return (
    <>
      <Group title="What your data allows" lead="A way that is not allowed cannot be the answer, whatever it costs.">
        <ul className="flex flex-col">
          {privacy.options.map(({ path, allowed, reasons }) => (
            <li key={path} className="flex flex-wrap gap-x-3 gap-y-1 border-t border-line py-2 first:border-t-0">
              <span className="w-28 font-medium text-strong">{pathNames[path]}</span>
              <span className="w-44">
                <Badge tone={tones[allowed]}>{allowedWords[allowed]}</Badge>
              </span>
              <span className="min-w-0 flex-1 basis-64">
                {reasons.length === 0 ? "Nothing speaks against it." : reasons.join(" ")}
              </span>
            </li>
          ))}
        </ul>
      </Group>
      {protection && protection.noiseMultiplier !== null && (
        <Group
          title="Private fine-tuning"
          lead="Noise hides what any one example taught. The smaller ε, the stronger the guarantee and the larger the loss of quality."
        >
          <FigureList>
            <FigureRow
              label="Noise multiplier"
              hint="standard deviation of the noise ÷ clipping norm"
              value={protection.noiseMultiplier}
              unit="1"
              path="privacy.protection.noiseMultiplier"
            />
            <FigureRow
              label="Chance that the guarantee does not hold (δ)"
              value={protection.delta}
              unit="1"
              path="privacy.protection.delta"
            />
          </FigureList>
        </Group>
      )}
      {protection && (
        <>
          <Group
            title="Known risks"
            lead="The OWASP Top 10 for LLM applications (2025) and the functions of the NIST AI RMF, each judged by what this plan says of itself."
          >
            <DataTable
              caption="Known risks and how they stand"
              rows={[...protection.risks, ...protection.functions]}
              rowKey={({ id }) => id}
              columns={[
                { id: "id", header: "Risk", cell: ({ id, title }) => `${id} ${title}` },
                {
                  id: "state",
                  header: "State",
                  cell: ({ state }) => <Badge tone={riskTones[state]}>{riskWords[state]}</Badge>,
                },
                { id: "why", header: "Why", cell: ({ why }) => why },
              ]}
            />
          </Group>
          <Group
            title="Data-usage policy"
            lead="Filled from this plan's answers, with gaps marked. Have it reviewed before use."
          >
            <Disclosure summary="Read it">
              <pre className="max-w-prose whitespace-pre-wrap font-sans text-body">{protection.policy}</pre>
            </Disclosure>
            <div className="print-hidden">
              <Button
                size="sm"
                onClick={() => saveFile("data-usage-policy.md", "text/markdown;charset=utf-8", protection.policy)}
              >
                Download (Markdown)
              </Button>
            </div>
          </Group>
        </>
      )}
    </>
  );
}

const riskWords = { covered: "Covered", open: "Open", notApplicable: "Does not apply" } as const;
const riskTones: Record<keyof typeof riskWords, Tone> = { covered: "good", open: "warning", notApplicable: "neutral" };
