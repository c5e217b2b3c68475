import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div role="status" className="flex flex-col gap-8">
      <span className="sr-only">Loading the measurements …</span>
      <Skeleton className="h-8 w-64 max-w-full" />
      <Skeleton className="h-9 max-w-3xl" />
      <Skeleton className="h-16 max-w-3xl" />
      <Skeleton className="h-96" />
    </div>
  );
}
