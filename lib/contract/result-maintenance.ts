import { z } from "zod";
import { pathIdSchema } from "./scenario-words";

/** Work that comes back, corrections, retirements, and the calendar of it all. */
const n = z.number();

const automatedSchema = z.enum(["api", "selfHosted"]);

const calendarEventSchema = z.strictObject({
  /** Months since launch. */
  month: z.number(),
  /** The month as `2027-03`. */
  label: z.string(),
  kind: z.enum([
    "data",
    "launch",
    "release",
    "fineTune",
    "refresh",
    "prompts",
    "index",
    "regression",
    "securityPatches",
    "upgrade",
    "audit",
    "other",
    "drift",
    "migrationStart",
    "migration",
    "hardware",
    "review",
  ]),
  what: z.string(),
});
export type CalendarEvent = z.infer<typeof calendarEventSchema>;

/** Work that comes back, with its money: beyond the team's hours, for its evaluation, and bought in. */
const recurringSchema = z.strictObject({
  kind: z.string(),
  label: z.string(),
  on: z.enum(["every", "api", "selfHosted"]),
  role: z.string(),
  timesPerYear: n,
  hoursPerMonth: n,
  workUsdPerMonth: n,
  evaluationUsdPerMonth: n,
  boughtUsdPerMonth: n,
});

const correctionSchema = z.strictObject({
  kind: z.string(),
  on: automatedSchema,
  /** As it is made there: nobody outside trains the model behind an API, so a patch takes the place of training. */
  method: z.string(),
  instead: z.boolean(),
  role: z.string(),
  perMonth: n,
  hoursPerMonth: n,
  acceleratorHoursPerMonth: n,
  checksPerMonth: n,
  judgingHoursPerMonth: n,
  daysUntilGone: n,
  leftPerYear: n,
  workUsdPerMonth: n,
  runsUsdPerMonth: n,
});

export const maintenanceResultSchema = z.strictObject({
  hoursPerMonthApi: n,
  hoursPerMonthSelfHosted: n,
  usdPerMonthApi: n,
  usdPerMonthSelfHosted: n,
  fineTuneUsdPerYear: n,
  /** All else that comes back; absent in results kept before it was worked out. */
  upkeep: z
    .strictObject({
      work: z.array(recurringSchema),
      corrections: z.array(correctionSchema),
      /** Days between the slowest removal by legal right and the deadline; null where there is none. */
      legalSlackDays: n.nullable(),
      migration: z.strictObject({
        /** Null where neither the plan nor the catalogue says it. */
        lifetimeMonths: n.nullable(),
        noticeDays: n.nullable(),
        leadDays: n,
        expected: n.nullable(),
        /** Months from launch to the first retirement; negative where the model retires before. */
        firstMonth: n.nullable(),
        planned: n,
        usdEach: n,
      }),
      drift: z.strictObject({
        monitoringUsdPerMonth: n,
        alertHoursPerMonth: n,
        alertsUsdPerMonth: n,
        chanceToSee: n,
        visibleDropShare: n.nullable(),
        /** Absent in results kept before it was worked out; null where nothing is reviewed. */
        alarmBelowShare: n.nullable().optional(),
        itemsNeededPerMonth: n,
      }),
      refresh: z.strictObject({
        usdEach: n,
        ownMonths: n.nullable(),
        bestMonths: n.nullable(),
        ownUsdPerMonth: n.nullable(),
        bestUsdPerMonth: n.nullable(),
        extraUsdPerMonth: n.nullable(),
      }),
      release: z.strictObject({
        canaryRequests: n,
        visibleFailureShare: n.nullable(),
        canaryUsdPerMonth: n,
      }),
      /** Hours in an average month; the team's own work of running it is not among them. */
      hoursByRole: z.array(z.strictObject({ path: pathIdSchema, role: z.string(), hoursPerMonth: n })),
      acceleratorHoursPerFineTune: n,
      calendar: z.array(calendarEventSchema),
    })
    .optional(),
});

export type Upkeep = NonNullable<z.infer<typeof maintenanceResultSchema>["upkeep"]>;
