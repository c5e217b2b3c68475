import { z } from "zod";
import { type Failure, fail, failureFromZod, type Outcome } from "@/lib/contract/errors";
import {
  apiCostRequestSchema,
  evaluationRequestSchema,
  financeRequestSchema,
  memoryRequestSchema,
  privacyRequestSchema,
  servingRequestSchema,
  trainingRequestSchema,
} from "@/lib/contract/request";
import { apiCostKind } from "./kinds/api-cost";
import { evaluationKind } from "./kinds/evaluation";
import { financeKind } from "./kinds/finance";
import { memoryKind } from "./kinds/memory";
import { privacyKind } from "./kinds/privacy";
import { scenarioKind } from "./kinds/scenario";
import { servingKind } from "./kinds/serving";
import { trainingKind } from "./kinds/training";
import type { EstimateContext } from "./scenario";
import { engineVersion } from "./version";

export type EstimateOptions = EstimateContext & {
  /** Milliseconds on any steady clock; the engine has none of its own. Without it, no time is measured. */
  now?: () => number;
};

export type EstimateResult =
  | { id?: string; ok: true; kind: string; result: unknown; engineVersion: string; elapsedMs: number }
  | { id?: string; ok: false; error: Failure };

type Answer = (request: unknown, context: EstimateContext) => Outcome<unknown>;

/** Checks a request by its schema, then answers it. */
const checked =
  <S extends z.ZodType>(
    schema: S,
    answer: (request: z.infer<S>, context: EstimateContext) => Outcome<unknown>,
  ): Answer =>
  (request, context) => {
    const parsed = schema.safeParse(request);
    return parsed.success ? answer(parsed.data, context) : failureFromZod(parsed.error, request);
  };

/** The document of a scenario may be of any version, so its own reader checks it. */
const scenarioEnvelopeSchema = z.strictObject({
  id: z.string().max(200).optional(),
  kind: z.literal("scenario"),
  scenario: z.unknown(),
});

const kinds: Record<string, Answer> = {
  memory: checked(memoryRequestSchema, memoryKind),
  serving: checked(servingRequestSchema, servingKind),
  "api-cost": checked(apiCostRequestSchema, apiCostKind),
  finance: checked(financeRequestSchema, financeKind),
  evaluation: checked(evaluationRequestSchema, evaluationKind),
  privacy: checked(privacyRequestSchema, privacyKind),
  training: checked(trainingRequestSchema, trainingKind),
  scenario: checked(scenarioEnvelopeSchema, ({ scenario }, context) => scenarioKind(scenario, context)),
};

/** Any request of the contract. What a client can cause comes back as a value; only our own bugs throw. */
export function estimate(request: unknown, options: EstimateOptions): EstimateResult {
  const started = options.now?.();
  const id = idOf(request);
  const outcome = answerTo(request, options);
  if (!outcome.ok) {
    const { code, message, path } = outcome;
    return { ...id, ok: false, error: path === undefined ? { code, message } : { code, message, path } };
  }
  const elapsedMs = started === undefined || !options.now ? 0 : options.now() - started;
  const { kind } = request as { kind: string };
  return { ...id, ok: true, kind, result: outcome.value, engineVersion, elapsedMs };
}

function answerTo(request: unknown, context: EstimateContext): Outcome<unknown> {
  if (typeof request !== "object" || request === null || Array.isArray(request)) {
    return fail("INVALID_INPUT", 'the request must be a JSON object such as {"kind": "memory", …}');
  }
  const kind = (request as { kind?: unknown }).kind;
  const answer = typeof kind === "string" && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (answer) return answer(request, context);
  const given = kind === undefined ? "is missing" : `is ${JSON.stringify(kind)}`;
  return fail("INVALID_INPUT", `\`kind\` ${given}: must be one of ${Object.keys(kinds).join(", ")}`, "kind");
}

/** Echoed even where the rest of the request is wrong. */
function idOf(request: unknown): { id?: string } {
  const id = typeof request === "object" && request !== null ? (request as { id?: unknown }).id : undefined;
  return typeof id === "string" ? { id } : {};
}
