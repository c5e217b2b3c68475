import { type StartAnswers, startAnswersSchema } from "@/lib/contract/http-scenarios";
import { readAmount } from "../forms/amount";

/** The three answers as typed. */
export type TypedAnswers = { useCase: string; requestsPerDay: string; dataClass: string };
export const noAnswers: TypedAnswers = { useCase: "", requestsPerDay: "", dataClass: "" };

const storageKey = "slipway.start";

/** What was typed before the page was left or reloaded. */
export function recallAnswers(): TypedAnswers {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? "null");
    if (typeof kept !== "object" || kept === null) return noAnswers;
    const text = (value: unknown) => (typeof value === "string" ? value : "");
    const { useCase, requestsPerDay, dataClass } = kept as Record<string, unknown>;
    return { useCase: text(useCase), requestsPerDay: text(requestsPerDay), dataClass: text(dataClass) };
  } catch {
    return noAnswers;
  }
}

export function keepAnswers(answers: TypedAnswers | null): void {
  try {
    if (answers === null) sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, JSON.stringify(answers));
  } catch {
    // A browser that stores nothing still starts a scenario.
  }
}

export function problemOfUseCase(value: string): string | undefined {
  return startAnswersSchema.shape.useCase.safeParse(value).success ? undefined : "Choose what it is for.";
}

export function problemOfDataClass(value: string): string | undefined {
  return startAnswersSchema.shape.dataClass.safeParse(value).success ? undefined : "Choose how sensitive the data is.";
}

/** Names the field, the value and what is allowed. */
export function problemOfRequests(typed: string): string | undefined {
  const value = readAmount(typed, "request/day");
  const checked = startAnswersSchema.shape.requestsPerDay.safeParse(value);
  if (checked.success) return undefined;
  const given = typed.trim() === "" ? "is empty" : `is “${typed.trim()}”`;
  return `Requests a day ${given}: ${checked.error.issues[0]?.message ?? "must be a number"}.`;
}

/** The answers as the server takes them; undefined while one of them is missing or wrong. */
export function startAnswers(typed: TypedAnswers): StartAnswers | undefined {
  const requestsPerDay = readAmount(typed.requestsPerDay, "request/day");
  const checked = startAnswersSchema.safeParse({ ...typed, requestsPerDay });
  return checked.success ? checked.data : undefined;
}
