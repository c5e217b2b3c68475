import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function ScenarioNotFound() {
  return (
    <EmptyState title="There is no such scenario" action={<LinkButton href="/">All scenarios</LinkButton>}>
      It may have been deleted, or its address may be incomplete.
    </EmptyState>
  );
}
