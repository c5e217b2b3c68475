"use client";

import { PageProblem } from "@/components/shell/page-problem";
import { Button } from "@/components/ui/button";

export default function RootError({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="px-4">
      <PageProblem
        title="This page could not be shown"
        actions={
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
        }
      >
        Something went wrong while it was put together. Nothing that was saved is lost.
      </PageProblem>
    </main>
  );
}
