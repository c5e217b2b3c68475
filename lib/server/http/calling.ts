import type { Problem } from "@/lib/contract/http";

/** A route handler, whatever its parameters are called. */
type Handler = (request: Request, context: { params: Promise<never> }) => Promise<Response>;

export type CallOptions = {
  params?: Record<string, string>;
  query?: string;
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
};

/** What came back, read. `body` is null for an answer without one. */
export type Called<T> = { status: number; headers: Headers; body: T };

/** Calls a route handler as Next would, for tests: everything but the socket is the real thing. */
export async function call<T = Problem>(
  handler: Handler,
  { params = {}, query = "", method = "GET", body, headers }: CallOptions = {},
): Promise<Called<T>> {
  const request = new Request(`http://localhost:3000/api/v1/test${query}`, {
    method,
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const response = await handler(request, { params: Promise.resolve(params as never) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === "" ? null : JSON.parse(text)) as T };
}
