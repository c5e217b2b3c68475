import type { Failure } from "@/lib/contract/errors";
import type { ProblemCode, ProblemError } from "@/lib/contract/http";

/** Why something was not done, as a value: what the engine refuses, and what only a server knows. */
export type Refusal = {
  ok: false;
  code: ProblemCode;
  message: string;
  path?: string;
  /** Everything wrong, where more than one thing is. */
  errors?: ProblemError[];
  /** Further members of the problem document, e.g. the current document of a conflict. */
  extra?: Record<string, unknown>;
  headers?: Record<string, string>;
};

export type Answer<T> = { ok: true; value: T } | Refusal;

export const answer = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refuse = (
  code: ProblemCode,
  message: string,
  more: Omit<Refusal, "ok" | "code" | "message"> = {},
): Refusal => ({ ok: false, code, message, ...more });

/** A failure of the contract with its path moved under where the value stood in the request. */
export const under = (prefix: string, failure: Failure): Refusal =>
  refuse(failure.code, failure.message, {
    path: failure.path === undefined || failure.path === "" ? prefix : `${prefix}.${failure.path}`,
  });
