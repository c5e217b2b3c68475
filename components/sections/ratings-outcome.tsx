import { perspectives } from "@/lib/contract/scenario";
import { format } from "@/lib/format";
import { Badge } from "../ui/badge";
import type { RatingsAnswer } from "./ratings-answer";

/** 0.667 and 0.8 are the limits that Krippendorff names for tentative and for firm conclusions. */
function verdictOf(coefficient: number): string {
  if (coefficient >= 0.8) return "Enough for firm conclusions.";
  if (coefficient >= 0.667) return "Enough for tentative conclusions only.";
  return "Too little: sharpen the instructions and let judges discuss what they see differently.";
}

const decisions = {
  passed: { tone: "good", words: "Passed: the whole interval lies above" },
  failed: { tone: "danger", words: "Failed: the whole interval lies below" },
  undecided: { tone: "warning", words: "Not shown yet: the interval reaches below" },
} as const;

const percent = (share: number) => format(share, "share", { digits: 3 });
const number = (value: number) => format(value, "1", { digits: 3 });

/** What came of ratings: agreement and score of each perspective. */
export function RatingsOutcome({ answers, measure }: { answers: readonly RatingsAnswer[]; measure: string }) {
  return (
    <ul className="flex flex-col gap-3">
      {answers.map((answer) => (
        <li key={answer.perspective} className="flex flex-col gap-1">
          {answers.length > 1 && (
            <p className="font-medium text-strong">{perspectives[answer.perspective].split(":")[0]}</p>
          )}
          <Agreement answer={answer} measure={measure} />
          <Score answer={answer} />
          <Judge answer={answer} />
        </li>
      ))}
    </ul>
  );
}

function Agreement({
  answer: { coefficient, interval, percentAgreement },
  measure,
}: {
  answer: RatingsAnswer;
  measure: string;
}) {
  if (coefficient === undefined)
    return <p className="text-muted">No answer was rated by two people: agreement is not known.</p>;
  return (
    <>
      <p className="tabular text-strong">
        {measure}: {number(coefficient)}
        {interval && ` (95% of resamples: ${number(interval.low)} to ${number(interval.high)})`}.{" "}
        {verdictOf(coefficient)}
      </p>
      <p className="text-muted">
        Judges agree on {format(percentAgreement ?? null, "share", { digits: 3 })} of pairs, chance included.
      </p>
    </>
  );
}

function Score({ answer: { score, decision, threshold } }: { answer: RatingsAnswer }) {
  if (!score) return null;
  return (
    <p className="tabular">
      {percent(score.share)} of {format(score.items, "item")} are good, between {percent(score.low)} and{" "}
      {percent(score.high)}.{score.tied > 0 && ` ${score.tied} with as many for as against count as bad.`}{" "}
      {decision && threshold !== undefined && (
        <Badge tone={decisions[decision].tone}>
          {decisions[decision].words} {percent(threshold)}
        </Badge>
      )}
    </p>
  );
}

function Judge({ answer: { judge } }: { answer: RatingsAnswer }) {
  if (!judge) return null;
  const { sensitivity, specificity, roganGladen } = judge;
  return (
    <p className="text-muted">
      The model passes {format(sensitivity, "share", { digits: 3 })} of what people found good and fails{" "}
      {format(specificity, "share", { digits: 3 })} of what they found bad ({judge.labelled} judged by both,{" "}
      {judge.alone} by the model alone). The share above has that taken out; the answers are as many as people alone
      would have judged for the same certainty.
      {roganGladen &&
        ` By Rogan and Gladen it is ${percent(roganGladen.share)}, between ${percent(roganGladen.low)} and ${percent(roganGladen.high)}.`}
    </p>
  );
}
