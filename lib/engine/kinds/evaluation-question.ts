import type { z } from "zod";
import type { evaluationAnswerSchema, evaluationRequestSchema } from "@/lib/contract/request";
import { derive, type Formula, given } from "../figure";
import { workingOf } from "../working";

export type EvaluationRequest = z.infer<typeof evaluationRequestSchema>;
export type Answer = z.infer<typeof evaluationAnswerSchema>;
export type Question = EvaluationRequest["question"];
export type QuestionOf<K extends Question["kind"]> = Extract<Question, { kind: K }>;
export type Agreement = QuestionOf<"agreement">;

/** A formula applied to what was asked, with its working. */
export function worked<A extends Record<string, number>>(applied: Formula<A, number>, asked: A) {
  const figures = Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [
      name,
      given(value, { kind: "entered", label: name, unit: "1", path: `question.${name}` }),
    ]),
  );
  const figure = derive(applied as unknown as Formula<Record<string, number>, number>, figures);
  return { value: figure.value, working: workingOf(figure) };
}
