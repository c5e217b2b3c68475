import type { EvaluationPlan } from "@/lib/contract/result";
import { format } from "@/lib/format";
import { LinesChart } from "../charts/lines-chart";
import { partColour } from "../charts/path-colours";
import { FigureList, FigureRows } from "../figures/figure-row";
import { perspectiveName } from "./evaluation-words";
import { Group } from "./group";

const people = (judges: number) => (judges === 1 ? "One person" : `${judges} people`);

/** How many people per answer are worth their cost, and how many answers must check a judging model. */
export function EvaluationJudges({ plan, planned }: { plan: EvaluationPlan; planned: number }) {
  const { raters, cheapestJudges } = plan;
  const byModel = plan.criteria.filter(({ labelCurve }) => labelCurve.length > 1);
  const cheapest = cheapestJudges ? raters[cheapestJudges - 1] : undefined;
  return (
    <Group
      title="Who judges"
      lead="Judges who err make a good system look worse, which more people per answer mend and more answers do not."
    >
      {raters.length > 0 && (
        <LinesChart
          title={
            cheapest
              ? `${people(cheapest.judges)} per answer ${cheapest.judges === 1 ? "costs" : "cost"} least${planned === cheapest.judges ? ", as planned" : `; ${planned} ${planned === 1 ? "is" : "are"} planned`}`
              : "However many judge, they err too often to show that a good system is good"
          }
          subtitle="Cost of a test that a system as good as expected passes, on the first criterion that must be passed"
          fileName="people-per-answer"
          x={{ label: "People per answer", values: raters.map(({ judges }) => judges), text: String }}
          y={{ label: "Cost of the test", unit: "USD" }}
          lines={[
            { id: "usd", label: "Cost of the test", colour: partColour(0), values: raters.map(({ usd }) => usd) },
          ]}
          marks={cheapest && cheapest.usd !== null ? [{ label: "Least", x: cheapest.judges, y: cheapest.usd }] : []}
        />
      )}
      {byModel.map((criterion) => {
        const { perspective, labels, judged, labelCurve } = criterion;
        const at = labelCurve.reduce(
          (best, point) => (Math.abs(point.labels - labels) < Math.abs(best.labels - labels) ? point : best),
          labelCurve[0] ?? { labels: 0, judged: 0, usd: 0 },
        );
        return (
          <LinesChart
            key={perspective}
            title={
              judged === 0
                ? `${perspectiveName(perspective)}: a judging model does not pay, people judge all ${labels}`
                : `${perspectiveName(perspective)}: ${labels} answers by people and ${format(judged, "1")} by the model cost least`
            }
            subtitle="Cost of a round for the same certainty, by answers that people judge to take out the model's bias"
            fileName={`labels-${perspective}`}
            x={{ label: "Answers people judge", values: labelCurve.map((point) => point.labels), text: String }}
            y={{ label: "Cost", unit: "USD" }}
            lines={[{ id: "usd", label: "Cost", colour: partColour(1), values: labelCurve.map(({ usd }) => usd) }]}
            marks={[{ label: "Least", x: labels, y: at.usd }]}
          />
        );
      })}
      <FigureList>
        <FigureRows
          of={plan}
          path="evaluation.plan"
          rows={[
            { field: "labelAccuracy", label: "Answers rightly judged by people", unit: "share" },
            {
              field: "cheapestJudges",
              label: "People per answer that cost least",
              hint: "for a test that a good system passes; two or more show whether people agree",
              unit: "1",
              ifAny: true,
            },
          ]}
        />
      </FigureList>
    </Group>
  );
}
