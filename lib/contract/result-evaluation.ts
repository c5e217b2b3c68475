import { z } from "zod";
import { perspectiveSchema } from "./scenario-evaluation";
import { pathIdSchema } from "./scenario-words";

/** What the tests can tell, what they cost, and go or no-go by their results. */
const n = z.number();

const chancesSchema = z.array(z.strictObject({ trueShare: n, chance: n }));

const evaluationPlanSchema = z.strictObject({
  /** Unlike answers that say as much as those judged on the criterion that asks for the most. */
  itemsThatCount: n,
  designEffect: n,
  zeroFailureItems: n.nullable(),
  judgedByModel: n,
  adjudications: n,
  labelAccuracy: n,
  chanceGoodPasses: n,
  falseStop: n,
  chanceBadPasses: n,
  /** Weighted score expected, and the chance that it is reached where one is demanded. */
  overallScore: n,
  chanceOverall: n.nullable(),
  /** Chance to pass everything, every criterion being so far off what is expected. */
  curve: z.array(z.strictObject({ shift: n, chance: n })),
  criteria: z.array(
    z.strictObject({
      perspective: perspectiveSchema,
      measure: z.enum(["people", "judge", "automatic"]),
      blocking: z.boolean(),
      expectedShare: n,
      seenShare: n,
      passShare: n,
      items: n,
      /** Answers for the chance to pass that is asked for; null where nothing is asked, 0 where it cannot be had. */
      itemsForPower: n.nullable(),
      /** Judged by people and by the model. */
      labels: n,
      judged: n,
      chancePasses: n,
      chanceBadPasses: n,
      curve: chancesSchema,
      /** Cost by answers that people judge to check the model; empty without one. */
      labelCurve: z.array(z.strictObject({ labels: n, judged: n, usd: n })),
    }),
  ),
  families: z.array(z.strictObject({ name: z.string(), trafficShare: n, items: n, questions: n, variations: n })),
  tailItems: n,
  coveredShare: n,
  /** Cost of the test of a criterion that must be passed, by people per answer; null where it could not be passed. */
  raters: z.array(z.strictObject({ judges: n, accuracy: n, usd: n.nullable() })),
  /** 0 where no number of people would do; null where people judge nothing that must be passed. */
  cheapestJudges: n.nullable(),
});

const evaluationDecisionSchema = z.strictObject({
  results: z.array(
    z.strictObject({
      perspective: perspectiveSchema,
      path: z.enum(["all", "api", "selfHosted"]),
      blocking: z.boolean(),
      /** "unasked": no criterion names this perspective. */
      state: z.enum(["passed", "undecided", "failed", "unasked"]),
      items: n,
      share: n,
      low: n,
      high: n,
      confidence: n,
      passShare: n.nullable(),
      agreement: n.nullable(),
    }),
  ),
  paths: z.array(
    z.strictObject({
      path: pathIdSchema,
      state: z.enum(["go", "noGo", "open"]),
      /** Perspectives that must be passed and are not, or not yet. */
      missing: z.array(perspectiveSchema),
      /** Weighted score of what was tested, its lower end, and what it must reach. */
      score: n.nullable(),
      scoreLow: n.nullable(),
    }),
  ),
  /** Latency and cost, from the plan's own estimates. */
  gates: z.array(
    z.strictObject({
      criterion: z.enum(["latency", "cost"]),
      path: pathIdSchema,
      state: z.enum(["passed", "failed", "unknown"]),
      why: z.string(),
    }),
  ),
});
export type EvaluationPlan = z.infer<typeof evaluationPlanSchema>;
export type EvaluationDecision = z.infer<typeof evaluationDecisionSchema>;

export const evaluationResultSchema = z.strictObject({
  sampleSize: n,
  ratings: n,
  usdPerRound: n,
  daysPerRound: n,
  roundsPerYear: n,
  /** What a round can tell; absent in results kept before it was worked out. */
  plan: evaluationPlanSchema.optional(),
  /** What a release is tested on. */
  suite: z
    .strictObject({
      items: n,
      usdPerRelease: n,
      daysPerRelease: n,
      /** Null where each release takes a whole round. */
      power: n.nullable(),
      stopsAt: n.nullable(),
    })
    .optional(),
  /** Go or no-go by the results entered. */
  decision: evaluationDecisionSchema.optional(),
  /** Harm of wrong answers that look right against the cost of reviewing, for a thousand answers. */
  review: z
    .strictObject({
      curve: z.array(z.strictObject({ reviewShare: n, harmUsd: n, reviewUsd: n, totalUsd: n })),
      bestShare: n,
      bestUsd: n,
      plannedUsd: n,
    })
    .optional(),
});
