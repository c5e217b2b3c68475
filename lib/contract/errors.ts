import { z } from "zod";

/** What a client can cause, as values. The HTTP layer maps them to a status, the batch command to an `ok:false` line. */
export const errorCodes = [
  "INVALID_INPUT",
  "UNKNOWN_MODEL",
  "UNKNOWN_ACCELERATOR",
  "UNKNOWN_OFFER",
  "UNKNOWN_PRICE",
  "DOES_NOT_FIT",
  "INFEASIBLE",
] as const;
export const errorCodeSchema = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCodeSchema>;

export const failureSchema = z.strictObject({
  code: errorCodeSchema,
  /** A sentence that names field, value and what is allowed. */
  message: z.string(),
  /** Dotted path of the field in the request, e.g. `workload.isl`. */
  path: z.string().optional(),
});
export type Failure = z.infer<typeof failureSchema>;

export type Outcome<T> = { ok: true; value: T } | ({ ok: false } & Failure);

export const succeed = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const fail = (code: ErrorCode, message: string, path?: string): { ok: false } & Failure =>
  path === undefined ? { ok: false, code, message } : { ok: false, code, message, path };

const show = (value: unknown): string => {
  if (value === undefined) return "missing";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    input,
  );

/** One Zod issue as a failure: the field, the value that was given, and what is allowed. */
export function failureFromIssue(issue: z.core.$ZodIssue, input: unknown): { ok: false } & Failure {
  const keys = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
  const path = keys.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    return fail("INVALID_INPUT", `\`${path}\` is not a field of this request`, path);
  }
  const name = path === "" ? "the request" : `\`${path}\``;
  const value = valueAt(input, issue.path);
  const verb = value === undefined ? "is missing" : `is ${show(value)}`;
  return fail("INVALID_INPUT", `${name} ${verb}: ${issue.message}`, path === "" ? undefined : path);
}

/** The first thing wrong with an input that a schema refused. */
export function failureFromZod(error: z.core.$ZodError, input: unknown): { ok: false } & Failure {
  const issue = error.issues[0];
  return issue ? failureFromIssue(issue, input) : fail("INVALID_INPUT", "the request is not valid");
}
