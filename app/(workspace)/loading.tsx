import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div role="status" className="flex flex-col gap-6">
      <span className="sr-only">Loading …</span>
      <Skeleton className="h-8 w-96 max-w-full" />
      <Skeleton className="h-24" lines={3} />
    </div>
  );
}
