import type { z } from "zod";
import { request } from "@/lib/client/request";
import type { evaluationAnswerSchema } from "@/lib/contract/request";
import type { Perspective, Scenario } from "@/lib/contract/scenario";
import { goodRule, type Layout, type RatingSheet, withoutWords } from "./ratings-file";

type Answer = z.infer<typeof evaluationAnswerSchema>;

export type Asked = {
  layout: Layout;
  measure: "krippendorff" | "fleiss" | "cohen";
  level: "nominal" | "ordinal" | "interval" | "ratio";
  good: string;
  /** Where the sheet names none. */
  perspective: Perspective;
  /** Column of a judging model. */
  judge: number | null;
};

export type RatingsAnswer = Answer & { perspective: Perspective; threshold: number | undefined };

type Sent = { ok: boolean; result: Answer };

const ask = async (question: object): Promise<Answer> => {
  const body = { kind: "evaluation", question };
  return (await request<Sent>("/api/v1/estimate", { method: "POST", body })).result;
};

type Work = { sheet: RatingSheet; asked: Asked; evaluation: Scenario["evaluation"] };

/** The engine works out agreement and score, one perspective after the other; what is sent holds no names or words. */
export async function askEngine({ sheet, asked, evaluation }: Work): Promise<RatingsAnswer[]> {
  const answers: RatingsAnswer[] = [];
  const single = sheet.judges.length === 1;
  for (const table of sheet.tables) {
    const perspective = table.perspective ?? asked.perspective;
    const threshold = evaluation.criteria.find((each) => each.perspective === perspective)?.passShare;
    const { ratings, rule } = withoutWords(table.ratings, goodRule(asked.good));
    const answer = await ask({
      kind: "ratings",
      ratings,
      confidence: evaluation.confidence,
      ...(asked.measure === "krippendorff" && { level: asked.level }),
      ...rule,
      ...(asked.judge !== null && { judgeColumn: asked.judge }),
      ...(threshold !== undefined && { threshold }),
    });
    const people = asked.judge === null ? ratings : ratings.map((row) => row.filter((_, at) => at !== asked.judge));
    const other =
      asked.measure === "krippendorff" || single
        ? {}
        : await ask({ kind: "agreement", measure: asked.measure, ratings: people, rows: "items" }).then(
            ({ coefficient, interval }) => ({ coefficient, interval }),
          );
    answers.push({ ...answer, ...other, perspective, threshold });
  }
  return answers;
}
