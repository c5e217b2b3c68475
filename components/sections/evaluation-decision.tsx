import type { EvaluationDecision as Decision } from "@/lib/contract/result";
import { testedPaths } from "@/lib/contract/scenario";
import { pathNames } from "../figures/names";
import { Badge } from "../ui/badge";
import { DataTable } from "../ui/data-table";
import { percent, perspectiveName } from "./evaluation-words";
import { Group } from "./group";

const goWords = {
  go: { tone: "good", words: "Go" },
  noGo: { tone: "danger", words: "No go" },
  open: { tone: "neutral", words: "Open" },
} as const;
const resultWords = {
  passed: { tone: "good", words: "Passed" },
  failed: { tone: "danger", words: "Failed" },
  undecided: { tone: "warning", words: "Not shown yet" },
  unasked: { tone: "neutral", words: "No criterion" },
} as const;
const gateWords = {
  passed: { tone: "good", words: "Passed" },
  failed: { tone: "danger", words: "Failed" },
  unknown: { tone: "neutral", words: "Not known" },
} as const;

type PathRow = Decision["paths"][number];
type ResultRow = Decision["results"][number] & { at: number };

function missingWords({ missing, state }: PathRow): string {
  if (state === "go") return "Every criterion is shown.";
  if (missing.length === 0)
    return state === "noGo" ? "The score of all is too low." : "The score of all is not shown yet.";
  return `Not shown: ${missing.map((each) => perspectiveName(each).toLowerCase()).join(", ")}.`;
}

/** Go or no-go for each way: what was tested, and latency and cost as the plan works them out. */
export function EvaluationDecision({ decision: { results, paths, gates } }: { decision: Decision }) {
  if (paths.length === 0) return null;
  const gate = (path: PathRow["path"], criterion: "latency" | "cost") => {
    const found = gates.find((each) => each.path === path && each.criterion === criterion);
    if (!found) return null;
    return (
      <>
        <Badge tone={gateWords[found.state].tone}>{gateWords[found.state].words}</Badge>
        <span className="block text-muted text-xs">{found.why}</span>
      </>
    );
  };
  return (
    <Group
      title="Go or no-go"
      lead={
        results.length === 0
          ? "Nothing has been tested yet: enter what came out, or take it over from the ratings below."
          : "A criterion is passed only where the lower end of its interval reaches what must be shown."
      }
    >
      <DataTable
        caption="Go or no-go by way of running the model"
        rows={paths}
        rowKey={({ path }) => path}
        columns={[
          { id: "path", header: "Way", cell: ({ path }: PathRow) => pathNames[path] },
          {
            id: "state",
            header: "By the tests",
            cell: (row: PathRow) => (
              <>
                <Badge tone={goWords[row.state].tone}>{goWords[row.state].words}</Badge>
                <span className="block text-muted text-xs">{missingWords(row)}</span>
              </>
            ),
          },
          {
            id: "score",
            header: "Score of all",
            align: "right",
            cell: ({ score, scoreLow }: PathRow) =>
              score === null || scoreLow === null ? "–" : `${percent(score)} (from ${percent(scoreLow)})`,
          },
          { id: "latency", header: "Latency", cell: ({ path }: PathRow) => gate(path, "latency") },
          { id: "cost", header: "Cost", cell: ({ path }: PathRow) => gate(path, "cost") },
        ]}
      />
      {results.length > 0 && (
        <DataTable
          caption="Results entered"
          rows={results.map((row, at) => ({ ...row, at }))}
          rowKey={({ at }) => String(at)}
          columns={[
            {
              id: "perspective",
              header: "Result",
              cell: ({ perspective, path }: ResultRow) =>
                `${perspectiveName(perspective)}, ${testedPaths[path].toLowerCase()}`,
            },
            { id: "share", header: "Good", align: "right", cell: ({ share }: ResultRow) => percent(share) },
            {
              id: "interval",
              header: "Interval",
              align: "right",
              cell: ({ low, high }: ResultRow) => `${percent(low)} to ${percent(high)}`,
            },
            {
              id: "limit",
              header: "Must reach",
              align: "right",
              cell: ({ passShare }: ResultRow) => (passShare === null ? "–" : percent(passShare)),
            },
            {
              id: "state",
              header: "State",
              cell: ({ state }: ResultRow) => <Badge tone={resultWords[state].tone}>{resultWords[state].words}</Badge>,
            },
          ]}
        />
      )}
    </Group>
  );
}
