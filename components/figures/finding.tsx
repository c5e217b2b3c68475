import type { Finding } from "@/lib/contract/result";
import { Badge, type Tone } from "../ui/badge";
import { considerationNames, pathNames } from "./names";

const severity: Record<Finding["severity"], { tone: Tone; words: string }> = {
  blocker: { tone: "danger", words: "Blocker" },
  warning: { tone: "warning", words: "Warning" },
  info: { tone: "info", words: "Worth knowing" },
};

/** What, why, and what to do about it. */
export function FindingCard({ finding }: { finding: Finding }) {
  const { tone, words } = severity[finding.severity];
  return (
    <article className="flex flex-col gap-1 border-t border-line py-3 first:border-t-0">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={tone}>{words}</Badge>
        <span className="text-xs text-muted">{considerationNames[finding.consideration]}</span>
        {finding.bars.length > 0 && (
          <span className="text-xs text-muted">bars {finding.bars.map((path) => pathNames[path]).join(", ")}</span>
        )}
      </p>
      <p className="font-medium text-strong">{finding.what}</p>
      <p>{finding.why}</p>
      <p>
        <span className="font-medium text-strong">What to do: </span>
        {finding.todo}
      </p>
    </article>
  );
}

export function FindingList({ findings, empty }: { findings: readonly Finding[]; empty?: string }) {
  if (findings.length === 0) return empty ? <p className="text-muted">{empty}</p> : null;
  return (
    <div>
      {findings.map((finding) => (
        <FindingCard key={finding.id} finding={finding} />
      ))}
    </div>
  );
}
