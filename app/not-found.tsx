import { AppShell } from "@/components/shell/app-shell";
import { PageProblem } from "@/components/shell/page-problem";
import { LinkButton } from "@/components/ui/button";

export default function NotFound() {
  return (
    <AppShell>
      <PageProblem
        title="There is nothing at this address"
        actions={
          <LinkButton variant="primary" href="/">
            All scenarios
          </LinkButton>
        }
      >
        The link may be mistyped, or what it led to has been deleted.
      </PageProblem>
    </AppShell>
  );
}
