import type { ReactNode } from "react";
import type { AccuracyMetric, AccuracyScore } from "@/lib/contract/accuracy";
import { metricWords, scoreWords } from "@/lib/contract/accuracy-words";
import { Figure } from "../figures/figure";
import { biasWords, share } from "./words";

function Tile({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-0.5">
      <dt className="text-xs text-muted">{title}</dt>
      <dd>{children}</dd>
      <dd className="text-xs text-muted">{note}</dd>
    </div>
  );
}

/** What the error means for a plan, and the figures it is read from. */
export function Summary({ metric, score }: { metric: AccuracyMetric; score: AccuracyScore }) {
  const { rows, medianError, p90Error, medianRatio, within20, coverage } = score;
  const words = metricWords[metric];
  return (
    <section aria-labelledby="accuracy-summary" className="flex flex-col gap-4">
      <h2 id="accuracy-summary">{words.title}</h2>
      <p className="max-w-prose">
        Of 10 plans, 5 land within {share(medianError)} of what was measured and 9 within {share(p90Error)}.{" "}
        {words.meaning} The range beside each estimate is made to hold the true value in 8 of 10 cases; it did in{" "}
        {share(coverage)} of these {rows.toLocaleString("en-US")}.
      </p>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-5">
        <Tile title={scoreWords.medianError} note="half of the rows are closer">
          <Figure value={medianError} unit="share" size="large" />
        </Tile>
        <Tile title={scoreWords.p90Error} note="1 of 10 is further off">
          <Figure value={p90Error} unit="share" size="large" />
        </Tile>
        <Tile title="Leaning (median)" note={`predicted ÷ measured ${medianRatio.toFixed(3)}`}>
          <span className="tabular text-xl font-semibold text-strong">{biasWords(medianRatio)}</span>
        </Tile>
        <Tile title={scoreWords.within20} note="of all rows">
          <Figure value={within20} unit="share" size="large" />
        </Tile>
        <Tile title={scoreWords.coverage} note="80% would be right">
          <Figure value={coverage} unit="share" size="large" />
        </Tile>
      </dl>
    </section>
  );
}
