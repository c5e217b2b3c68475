"use client";

import { pathNames } from "../figures/names";
import { Badge, type Tone } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import { Group } from "./group";
import { allowedTones, PrivacyMatrix, ReasonList } from "./privacy-matrix";
import { PrivacyPolicy } from "./privacy-policy";
import { PrivacyProtection } from "./privacy-protection";
import { PrivacyTerms } from "./privacy-terms";
import type { SectionProps } from "./section-results";
import { allowedWords } from "./words";

export function PrivacyResults({ scenario, result: { privacy } }: SectionProps) {
  const { protection, matrix, terms } = privacy;
  return (
    <>
      <Group title="What your data allows" lead="A way that is not allowed cannot be the answer, whatever it costs.">
        <ul className="flex flex-col">
          {privacy.options.map(({ path, allowed, reasons }) => (
            <li key={path} className="flex flex-wrap gap-x-3 gap-y-1 border-t border-line py-2 first:border-t-0">
              <span className="w-28 font-medium text-strong">{pathNames[path]}</span>
              <span className="w-44">
                <Badge tone={allowedTones[allowed]}>{allowedWords[allowed]}</Badge>
              </span>
              <ReasonList reasons={reasons.length === 0 ? ["Nothing speaks against it."] : reasons} />
            </li>
          ))}
        </ul>
      </Group>
      {matrix && <PrivacyMatrix matrix={matrix} />}
      {terms && <PrivacyTerms terms={terms} />}
      {protection && <PrivacyProtection scenario={scenario} protection={protection} />}
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
                {
                  id: "id",
                  header: "Risk",
                  cell: ({ id, title, why }) => (
                    <>
                      {title} <span className="font-normal text-muted text-xs">{listOf(id, title)}</span>
                      <span className="block font-normal text-body sm:hidden">{why}</span>
                    </>
                  ),
                },
                {
                  id: "state",
                  header: "State",
                  cell: ({ state }) => <Badge tone={riskTones[state]}>{riskWords[state]}</Badge>,
                },
                { id: "why", header: "Why", hideOnPhone: true, cell: ({ why }) => why },
              ]}
            />
          </Group>
          <PrivacyPolicy scenario={scenario} protection={protection} />
        </>
      )}
    </>
  );
}

const riskWords = { covered: "Covered", open: "Open", notApplicable: "Does not apply" } as const;
const riskTones: Record<keyof typeof riskWords, Tone> = { covered: "good", open: "warning", notApplicable: "neutral" };

/** "LLM01" of OWASP's list; the functions of NIST's framework are called as they are. */
const listOf = (id: string, title: string): string => (id.toLowerCase() === title.toLowerCase() ? "NIST AI RMF" : id);
