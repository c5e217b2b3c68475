import { fail, failureFromZod, type Outcome, succeed } from "./errors";
import { withWhatVersion3Adds } from "./migration-3";
import { currentSchemaVersion, type Scenario, scenarioSchema } from "./scenario";

type Stored = Record<string, unknown>;

/**
 * The chain that lifts an older document to today's version, one step per version: `migrations[1]` turns a version-1
 * document into version 2. Steps are never changed once released; a stored document may be of any age.
 */
export const migrations: Record<number, (document: Stored) => Stored> = {
  /** What answers bring and what wrong ones cost: nothing was claimed before it could be entered. */
  1: (document) => ({
    ...document,
    schemaVersion: 2,
    outcome: { valueUsdPerRequest: 0, rampMonths: 0, errorShare: 0, errorUsd: 0 },
  }),
  /** More of what a path can cost, each as it was counted before: not at all. */
  2: (document) => ({ ...withWhatVersion3Adds(document), schemaVersion: 3 }),
};

/** Runs the steps from the document's own version to `target`. Errors: a version unknown to this build. */
export function migrate(
  document: Stored,
  steps: Record<number, (document: Stored) => Stored> = migrations,
  target: number = currentSchemaVersion,
): Outcome<Stored> {
  let at = document;
  for (;;) {
    const version = at.schemaVersion;
    if (version === target) return succeed(at);
    const step = typeof version === "number" ? steps[version] : undefined;
    if (!step) {
      return fail(
        "INVALID_INPUT",
        `\`schemaVersion\` is ${JSON.stringify(version)}: must be a version from 1 to ${target}`,
        "schemaVersion",
      );
    }
    at = step(at);
  }
}

/** A stored or sent document of any version as today's scenario, or what is wrong with it. */
export function readScenario(input: unknown): Outcome<Scenario> {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return fail("INVALID_INPUT", "the scenario must be a JSON object");
  }
  const migrated = migrate(input as Stored);
  if (!migrated.ok) return migrated;
  const parsed = scenarioSchema.safeParse(migrated.value);
  return parsed.success ? succeed(parsed.data) : failureFromZod(parsed.error, migrated.value);
}
