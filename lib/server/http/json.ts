/** An answer that no cache keeps: everything here depends on what is stored right now. */
export function json(value: unknown, init: { status?: number; headers?: Record<string, string> } = {}): Response {
  return new Response(JSON.stringify(value), {
    status: init.status ?? 200,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...init.headers },
  });
}

export const noContent = (): Response => new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
