import type { ScenarioResult } from "@/lib/contract/result";
import { format } from "@/lib/format";
import { LinesChart } from "../charts/lines-chart";
import { partColour } from "../charts/path-colours";
import { FigureList, FigureRows } from "../figures/figure-row";
import { percent } from "./evaluation-words";
import { Group } from "./group";

type Review = NonNullable<ScenarioResult["evaluation"]["review"]>;

/** Accurate against credible: what wrong answers that look right do, by how much is read before use. */
export function EvaluationReview({ review, planned }: { review: Review; planned: number }) {
  const { curve, bestShare, bestUsd } = review;
  const none = curve.every(({ harmUsd }) => harmUsd === 0);
  return (
    <Group
      title="Accurate against credible"
      lead="A wrong answer that looks wrong is ignored; one that looks right is acted on, unless somebody reads it in time."
    >
      {none ? (
        <p className="text-muted">
          No harm is counted yet: enter the share of wrong answers and what one costs, under cost and return.
        </p>
      ) : (
        <>
          <LinesChart
            title={
              bestShare <= 0
                ? "Reading answers before use costs more than the harm it prevents"
                : `Reading ${percent(bestShare)} of the answers costs least: ${format(bestUsd, "USD")} for 1,000, harm counted`
            }
            subtitle="Harm by wrong answers that look right, and cost of review, for 1,000 answers"
            fileName="harm-by-review"
            x={{
              label: "Share of answers reviewed",
              values: curve.map(({ reviewShare }) => reviewShare),
              text: (value) => format(Number(value), "share", { digits: 2 }),
            }}
            y={{ label: "For 1,000 answers", unit: "USD" }}
            lines={[
              {
                id: "harm",
                label: "Harm",
                colour: partColour(5),
                dash: "8 3",
                values: curve.map(({ harmUsd }) => harmUsd),
              },
              {
                id: "review",
                label: "Review",
                colour: partColour(0),
                dash: "2 3",
                values: curve.map(({ reviewUsd }) => reviewUsd),
              },
              { id: "total", label: "Together", colour: partColour(2), values: curve.map(({ totalUsd }) => totalUsd) },
            ]}
            marks={[{ label: "Least", x: bestShare, y: bestUsd }]}
          />
          <FigureList>
            <FigureRows
              of={review}
              path="evaluation.review"
              rows={[
                {
                  field: "plannedUsd",
                  label: `Harm and review of 1,000 answers, ${percent(planned)} reviewed as planned`,
                  unit: "USD",
                },
                { field: "bestShare", label: "Share reviewed that costs least", unit: "share" },
                { field: "bestUsd", label: "Harm and review then", unit: "USD" },
              ]}
            />
          </FigureList>
        </>
      )}
    </Group>
  );
}
