import type { z } from "zod";
import type { Problem, ProblemCode, ProblemError } from "@/lib/contract/http";
import type { estimateFailureSchema } from "@/lib/contract/request";
import { reportAway } from "./connection";

/** What went wrong with a request, in the server's words, or in ours when no server answered. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  constructor(
    readonly status: number,
    readonly code: ProblemCode | "OFFLINE",
    message: string,
    readonly path?: string,
    readonly errors: readonly ProblemError[] = [],
    /** The whole problem document; a conflict carries the current state in it. */
    readonly problem?: Problem,
  ) {
    super(message);
  }

  /** Nothing was wrong with the request itself: the same one may succeed later. */
  get passing(): boolean {
    return this.code === "OFFLINE" || this.code === "UNAVAILABLE" || this.code === "TOO_MANY_REQUESTS";
  }
}

export type RequestOptions = {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Lets the request outlive the page, for a save made while leaving it. */
  keepalive?: boolean;
};

const offline = () => new RequestError(0, "OFFLINE", "The server cannot be reached. Is it running?");

async function send(path: string, options: RequestOptions): Promise<Response> {
  const { method = "GET", body, headers, signal, keepalive } = options;
  try {
    return await fetch(path, {
      method,
      headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
      ...(keepalive && { keepalive }),
      cache: "no-store",
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    reportAway();
    throw offline();
  }
}

async function errorOf(response: Response): Promise<RequestError> {
  const { status } = response;
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body === "object" && body !== null && "error" in body) {
    // The engine's own refusal, as the batch command words it.
    const { code, message, path } = (body as z.infer<typeof estimateFailureSchema>).error;
    return new RequestError(status, code, message, path);
  }
  if (typeof body !== "object" || body === null || !("code" in body)) {
    return new RequestError(status, status >= 500 ? "UNAVAILABLE" : "INTERNAL", `The server answered ${status}.`);
  }
  const problem = body as Problem;
  return new RequestError(status, problem.code, problem.detail, problem.path, problem.errors, problem);
}

/** Asks our own server; the answer's shape is the contract's, so it is not checked again here. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  if (!response.ok) {
    const error = await errorOf(response);
    if (error.code === "UNAVAILABLE") reportAway();
    throw error;
  }
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** A path with a query string; what is undefined is left out. */
export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string | number] => pair[1] !== undefined);
  const text = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  return text === "" ? path : `${path}?${text}`;
}
