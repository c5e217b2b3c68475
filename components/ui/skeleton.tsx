import clsx from "clsx";

/** The shape of what is coming. The page says in words that it is loading. */
export function Skeleton({ className, lines = 1 }: { className?: string; lines?: number }) {
  return (
    <div aria-hidden="true" className="flex flex-col gap-2">
      {Array.from({ length: lines }, (_, line) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
          key={line}
          className={clsx(
            "animate-pulse rounded bg-sunken",
            className ?? "h-4",
            lines > 1 && line === lines - 1 && "w-2/3",
          )}
        />
      ))}
    </div>
  );
}
