import type { Source } from "@/lib/contract/source";
import { formatDate } from "@/lib/format";

/** Where a fact was read, and for which date. */
export function SourceNote({ source }: { source: Source }) {
  const { title, url, asOf } = source;
  return (
    <span className="text-xs text-muted">
      {url ? (
        <a href={url} target="_blank" rel="noreferrer" className="link">
          {title}
        </a>
      ) : (
        title
      )}
      , as of {formatDate(asOf)}
    </span>
  );
}
