import type { ReactNode } from "react";

/** What a page shows in place of itself: what happened, and what can be done. */
export function PageProblem({ title, children, actions }: { title: string; children: ReactNode; actions: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-prose flex-col items-start gap-4 py-16">
      <h1>{title}</h1>
      <div className="text-base text-muted">{children}</div>
      <div className="flex flex-wrap gap-2">{actions}</div>
    </div>
  );
}
