import { PageProblem } from "@/components/shell/page-problem";
import { LinkButton } from "@/components/ui/button";

export default function ScenarioNotFound() {
  return (
    <PageProblem
      title="There is no such scenario"
      actions={
        <LinkButton variant="primary" href="/">
          All scenarios
        </LinkButton>
      }
    >
      It may have been deleted, or its address may be incomplete.
    </PageProblem>
  );
}
