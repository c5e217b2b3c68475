import { Skeleton } from "@/components/ui/skeleton";

export default function ScenarioLoading() {
  return (
    <div role="status" className="flex flex-col gap-6">
      <p className="sr-only">Opening the scenario…</p>
      <Skeleton className="h-9 w-80" />
      <Skeleton className="h-64" lines={8} />
    </div>
  );
}
