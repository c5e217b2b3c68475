"use client";

import type { OriginNode, StepNode, WorkingNode } from "@/lib/contract/working";
import { Badge } from "../ui/badge";
import { Disclosure } from "../ui/disclosure";
import { SourceNote } from "./source-note";
import { originWords, valueWords } from "./working-text";

function Heading({ node }: { node: WorkingNode }) {
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-3">
      <span className="font-normal text-body">{node.label}</span>
      <span className="tabular ml-auto text-right font-medium text-strong">{valueWords(node.value, node.unit)}</span>
    </span>
  );
}

function Origin({ node }: { node: OriginNode }) {
  return (
    <div className="flex flex-col gap-0.5 py-1.5">
      <Heading node={node} />
      <span className="flex flex-wrap items-center gap-2">
        <Badge tone={node.kind === "entered" || node.kind === "override" ? "info" : "neutral"}>
          {originWords[node.kind]}
        </Badge>
        {node.source && <SourceNote source={node.source} />}
      </span>
      {node.note && <p className="text-xs text-muted">{node.note}</p>}
    </div>
  );
}

/** How a step is reckoned: the formula in words, where it is from, and what went into it. */
export function StepBody({ node }: { node: StepNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <p className="rounded bg-sunken px-2.5 py-1.5 text-strong">= {node.reads}</p>
      {node.source !== "definition" && <SourceNote source={node.source} />}
      {node.truncated ? (
        <p className="text-xs text-muted">Its inputs lie deeper than this panel goes.</p>
      ) : (
        <ul className="flex flex-col border-l border-line pl-3">
          {node.inputs.map((input, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the inputs of a formula stand in its order
            <li key={`${input.name}.${index}`} className="border-t border-line first:border-t-0">
              <Node node={input} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Node({ node }: { node: WorkingNode }) {
  if (node.kind !== "step") return <Origin node={node} />;
  return (
    <Disclosure summary={<Heading node={node} />}>
      <StepBody node={node} />
    </Disclosure>
  );
}

export function WorkingTree({ node }: { node: WorkingNode }) {
  return node.kind === "step" ? <StepBody node={node} /> : <Origin node={node} />;
}
