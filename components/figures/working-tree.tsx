"use client";

import { createContext, useContext, useMemo, useState } from "react";
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

/** Steps by their number, for those that stand in more than one place. */
const Steps = createContext<ReadonlyMap<number, StepNode>>(new Map());

function stepsIn(node: WorkingNode, steps = new Map<number, StepNode>()): Map<number, StepNode> {
  if (node.kind !== "step") return steps;
  if (node.id !== undefined) steps.set(node.id, node);
  for (const input of node.inputs) stepsIn(input, steps);
  return steps;
}

/** How a step is reckoned: the formula in words, where it is from, and what went into it. */
function StepBody({ node }: { node: StepNode }) {
  const steps = useContext(Steps);
  const { inputs, truncated } = (node.sameAs !== undefined && steps.get(node.sameAs)) || node;
  return (
    <div className="flex flex-col gap-1.5">
      <p className="rounded bg-sunken px-2.5 py-1.5 text-strong">= {node.reads}</p>
      {node.source !== "definition" && <SourceNote source={node.source} />}
      {truncated ? (
        <p className="text-xs text-muted">Its inputs lie deeper than this panel goes.</p>
      ) : (
        <ul className="flex flex-col border-l border-line pl-3">
          {inputs.map((input, index) => (
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

/** A step is drawn once it is opened: all of them would be thousands. */
function Step({ node }: { node: StepNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <Disclosure summary={<Heading node={node} />} onOpen={() => setOpened(true)}>
      {opened && <StepBody node={node} />}
    </Disclosure>
  );
}

const Node = ({ node }: { node: WorkingNode }) =>
  node.kind === "step" ? <Step node={node} /> : <Origin node={node} />;

export function WorkingTree({ node }: { node: WorkingNode }) {
  const steps = useMemo(() => stepsIn(node), [node]);
  return <Steps value={steps}>{node.kind === "step" ? <StepBody node={node} /> : <Origin node={node} />}</Steps>;
}
