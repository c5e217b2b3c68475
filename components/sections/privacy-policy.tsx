"use client";

import { usePolicyPdf } from "@/lib/client/policy";
import { Button } from "../ui/button";
import { Disclosure } from "../ui/disclosure";
import { Notice } from "../ui/notice";
import { Group } from "./group";
import { saveFile } from "./save-file";
import type { SectionProps } from "./section-results";

type PrivacyPolicyProps = {
  scenario: SectionProps["scenario"];
  protection: NonNullable<SectionProps["result"]["privacy"]["protection"]>;
};

const gap = /(\*\*[^*]+\*\*)/;

/** Markdown as text, but for what is set in bold: gaps must catch the eye. */
function Lines({ markdown }: { markdown: string }) {
  return (
    <div className="max-w-prose whitespace-pre-wrap">
      {markdown.split(gap).map((part, index) =>
        part.startsWith("**") ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, never moved
          <strong key={index} className="text-strong">
            {part.slice(2, -2)}
          </strong>
        ) : (
          part
        ),
      )}
    </div>
  );
}

/** The policy and what users are told, to read and to take away. */
export function PrivacyPolicy({ scenario, protection: { policy, notice } }: PrivacyPolicyProps) {
  const pdf = usePolicyPdf();
  const savePdf = () =>
    pdf.mutate(scenario, { onSuccess: (file) => saveFile("data-usage-policy.pdf", "application/pdf", file) });
  return (
    <Group
      title="Data-usage policy"
      lead="Filled from this plan's answers, with gaps marked. Have it reviewed before use."
    >
      {notice && (
        <blockquote className="max-w-prose border-l-2 border-line pl-3">
          <span className="block font-medium text-strong">Notice to users</span>
          {notice}
        </blockquote>
      )}
      <Disclosure summary="Read it">
        <Lines markdown={policy} />
      </Disclosure>
      <div className="flex flex-wrap gap-2 print-hidden">
        <Button size="sm" onClick={() => saveFile("data-usage-policy.md", "text/markdown;charset=utf-8", policy)}>
          Download (Markdown)
        </Button>
        <Button size="sm" disabled={pdf.isPending} onClick={savePdf}>
          {pdf.isPending ? "Making the PDF …" : "Download (PDF)"}
        </Button>
      </div>
      {pdf.error && (
        <Notice tone="danger" role="alert" title="The PDF could not be made">
          {pdf.error.message}
        </Notice>
      )}
    </Group>
  );
}
