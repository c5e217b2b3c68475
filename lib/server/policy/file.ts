import type { PolicyFormat } from "@/lib/contract/http-policy";
import type { Scenario } from "@/lib/contract/scenario";
import { today } from "../context";
import { scenarioResult } from "../estimates";
import { type Answer, answer, refuse } from "../refusal";
import { type Block, pdfOf } from "./pdf";

/** Blocks of the Markdown that the engine writes: titles, bullets, paragraphs. */
export const blocksOf = (markdown: string): Block[] =>
  markdown.split("\n").flatMap((line): Block[] => {
    if (line.trim() === "") return [];
    if (line.startsWith("# ")) return [{ kind: "title", text: line.slice(2) }];
    if (line.startsWith("## ")) return [{ kind: "heading", text: line.slice(3) }];
    if (line.startsWith("- ")) return [{ kind: "bullet", text: line.slice(2) }];
    return [{ kind: "paragraph", text: line }];
  });

/** Signs of the title that fit at the foot of a page beside the date. */
const longestFoot = 70;

type File = { body: string | Uint8Array<ArrayBuffer>; type: string; name: string };

/** The data-usage policy of a document as a file, with the day it was made. */
export async function policyFile(document: Scenario, format: PolicyFormat): Promise<Answer<File>> {
  const outcome = await scenarioResult(document, 1);
  if (!outcome.ok) return outcome;
  const markdown = outcome.value.privacy.protection?.policy;
  if (!markdown) return refuse("NOT_FOUND", "this plan has no data-usage policy");
  const made = `Made on ${today()} with Slipway`;
  if (format === "md") {
    return answer({
      body: `${markdown}\n${made}.\n`,
      type: "text/markdown; charset=utf-8",
      name: "data-usage-policy.md",
    });
  }
  const title = `Data usage: ${document.name}`;
  const body = pdfOf(blocksOf(markdown), { title, footer: `${title.slice(0, longestFoot)} · ${made}` });
  return answer({ body, type: "application/pdf", name: "data-usage-policy.pdf" });
}

export const fileResponse = ({ body, type, name }: File): Response =>
  new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
