"use client";

import { type ReactNode, useCallback, useEffect, useState } from "react";
import type { WorkingNode } from "@/lib/contract/working";
import { Button } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Drawer } from "../ui/drawer";
import { Notice } from "../ui/notice";
import { Skeleton } from "../ui/skeleton";
import { useShowWorking, WorkingContext } from "./working-context";
import { valueWords, workingAsText } from "./working-text";
import { WorkingTree } from "./working-tree";

export { useShowWorking };

export type LoadWorking = (path: string, depth?: number) => Promise<WorkingNode>;
type Asked = { path: string; label: string | undefined };
type Answer = { kind: "loading" } | { kind: "failed"; message: string } | { kind: "here"; node: WorkingNode };

/** Deep enough to reach the sources of every figure in one answer. */
const depth = 12;

function useAnswer(asked: Asked | undefined, load: LoadWorking) {
  const [answer, setAnswer] = useState<Answer>({ kind: "loading" });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks the same again
  useEffect(() => {
    if (!asked) return;
    let current = true;
    setAnswer({ kind: "loading" });
    load(asked.path, depth).then(
      (node) => current && setAnswer({ kind: "here", node }),
      (error: Error) => current && setAnswer({ kind: "failed", message: error.message }),
    );
    return () => {
      current = false;
    };
  }, [asked, load, attempt]);
  return { answer, retry: () => setAttempt((count) => count + 1) };
}

function Panel({ answer, retry }: { answer: Answer; retry: () => void }) {
  if (answer.kind === "loading") {
    return (
      <div role="status">
        <span className="sr-only">Loading the working …</span>
        <Skeleton lines={5} />
      </div>
    );
  }
  if (answer.kind === "failed") {
    return (
      <Notice
        tone="danger"
        role="alert"
        title="The working could not be loaded"
        action={
          <Button size="sm" onClick={retry}>
            Try again
          </Button>
        }
      >
        {answer.message}
      </Notice>
    );
  }
  const { node } = answer;
  return (
    <div className="flex flex-col gap-4">
      <p className="tabular text-2xl font-semibold text-strong">{valueWords(node.value, node.unit)}</p>
      <WorkingTree node={node} />
      <div>
        <CopyButton text={workingAsText(node)} label="Copy as text" />
      </div>
    </div>
  );
}

/** Lets every figure inside be asked how it came about. */
export function WorkingProvider({ load, children }: { load: LoadWorking; children: ReactNode }) {
  const [asked, setAsked] = useState<Asked>();
  const [open, setOpen] = useState(false);
  const show = useCallback((path: string, label?: string) => {
    setAsked({ path, label });
    setOpen(true);
  }, []);
  const { answer, retry } = useAnswer(open ? asked : undefined, load);
  const title = answer.kind === "here" ? answer.node.label : (asked?.label ?? "How did this come about?");
  return (
    <WorkingContext value={show}>
      {children}
      <Drawer open={open} onOpenChange={setOpen} title={title}>
        <Panel answer={answer} retry={retry} />
      </Drawer>
    </WorkingContext>
  );
}
