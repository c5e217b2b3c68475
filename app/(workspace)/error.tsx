"use client";

import { PageProblem } from "@/components/shell/page-problem";
import { Button, LinkButton } from "@/components/ui/button";

export default function WorkspaceError({ reset }: { error: Error; reset: () => void }) {
  return (
    <PageProblem
      title="This page could not be shown"
      actions={
        <>
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
          <LinkButton href="/">All scenarios</LinkButton>
        </>
      }
    >
      Something went wrong while it was put together. Your scenarios are safe: everything saved is in the database, and
      what was not saved yet is kept in this browser.
    </PageProblem>
  );
}
