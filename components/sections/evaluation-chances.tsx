import type { EvaluationPlan } from "@/lib/contract/result";
import { format } from "@/lib/format";
import { LinesChart } from "../charts/lines-chart";
import { partColour } from "../charts/path-colours";
import { FigureList, FigureRows } from "../figures/figure-row";
import { percent, perspectiveName } from "./evaluation-words";
import { Group } from "./group";

const dashes = [undefined, "8 3", "2 3", "10 3 2 3"];
const points = (shift: number) => `${shift > 0 ? "+" : ""}${Math.round(shift * 100)}`;

/** How often good and bad systems pass: the test's operating characteristic. */
export function EvaluationChances({ plan }: { plan: EvaluationPlan }) {
  const must = plan.criteria.filter(({ blocking }) => blocking);
  const [first] = must;
  if (!first) return null;
  return (
    <Group
      title="What the test can tell"
      lead="Accurate is not yet credible: a test must let a good system pass and stop a bad one, and people must agree on what is right."
    >
      <LinesChart
        title={`A system as good as expected passes ${format(plan.chanceGoodPasses, "share", { digits: 2 })} of such tests; one at a limit ${format(plan.chanceBadPasses, "share", { digits: 2 })}`}
        subtitle={`Every criterion that must be passed (${must.map(({ perspective }) => perspectiveName(perspective).toLowerCase()).join(", ")}), all of them so far off what is expected`}
        fileName="chance-to-pass"
        x={{
          label: "Points above or below what is expected",
          values: plan.curve.map(({ shift }) => Math.round(shift * 100)),
          text: (value) => points(Number(value) / 100),
        }}
        y={{ label: "Chance to pass everything", unit: "share" }}
        lines={[
          {
            id: "chance",
            label: "Chance to pass everything",
            colour: partColour(0),
            values: plan.curve.map(({ chance }) => chance),
          },
        ]}
        marks={[{ label: "As expected", x: 0 }]}
      />
      <LinesChart
        title={
          must.length === 1
            ? `${percent(first.passShare)} must be shown: how often that happens by the true share`
            : "How often each criterion is passed by the true share"
        }
        subtitle="A criterion is passed where the lower end of the interval reaches what must be shown"
        fileName="chance-by-criterion"
        x={{
          label: "True share good",
          values: first.curve.map(({ trueShare }) => trueShare),
          text: (value) => format(Number(value), "share", { digits: 2 }),
        }}
        y={{ label: "Chance to pass", unit: "share" }}
        lines={must.map(({ perspective, curve }, at) => ({
          id: `${perspective}${at}`,
          label: perspectiveName(perspective),
          colour: partColour(at),
          dash: dashes[at % dashes.length],
          values: curve.map(({ chance }) => chance),
        }))}
      />
      <FigureList>
        <FigureRows
          of={plan}
          path="evaluation.plan"
          rows={[
            {
              field: "falseStop",
              label: "Chance of a false stop",
              hint: "a system as good as expected fails",
              unit: "share",
            },
            {
              field: "chanceBadPasses",
              label: "Chance of a false go",
              hint: "one criterion just at its limit, the others as expected",
              unit: "share",
            },
            { field: "overallScore", label: "Score of all perspectives, as expected", unit: "share" },
            { field: "chanceOverall", label: "Chance that the score of all is reached", unit: "share" },
            {
              field: "itemsThatCount",
              label: "Answers that count as unlike",
              hint: "wordings of one question count for less",
              unit: "1",
            },
          ]}
        />
      </FigureList>
    </Group>
  );
}
