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

/** What is set in bold: gaps must catch the eye. */
const Words = ({ text }: { text: string }) =>
  text.split(gap).map((part, index) =>
    part.startsWith("**") ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, never moved
      <strong key={index} className="text-strong">
        {part.slice(2, -2)}
      </strong>
    ) : (
      part
    ),
  );

type Block = { heading: string } | { points: string[] } | { text: string };

/** The little Markdown that policies are written in: headings, points and paragraphs. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  for (const line of markdown.split("\n")) {
    const last = blocks.at(-1);
    if (line.trim() === "" || line.startsWith("# ")) continue;
    if (line.startsWith("## ")) blocks.push({ heading: line.slice(3) });
    else if (!line.startsWith("- ")) blocks.push({ text: line });
    else if (last && "points" in last) last.points.push(line.slice(2));
    else blocks.push({ points: [line.slice(2)] });
  }
  return blocks;
}

function Policy({ markdown }: { markdown: string }) {
  return (
    <div className="flex max-w-prose flex-col gap-2">
      {blocksOf(markdown).map((block, index) => {
        // Parts of one text, never moved.
        const key = `${index}`;
        if ("heading" in block)
          return (
            <h4 key={key} className="pt-2">
              {block.heading}
            </h4>
          );
        if ("text" in block)
          return (
            <p key={key}>
              <Words text={block.text} />
            </p>
          );
        return (
          <ul key={key} className="flex list-disc flex-col gap-1 pl-5">
            {block.points.map((point) => (
              <li key={point}>
                <Words text={point} />
              </li>
            ))}
          </ul>
        );
      })}
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
        <Policy markdown={policy} />
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
