import { log } from "../log";
import { type Refusal, refuse } from "../refusal";
import { isDatabaseUnavailable } from "./database-faults";
import { problem } from "./problem";

type Params = Record<string, string | string[]>;
export type Call<P extends Params = Params> = { request: Request; params: P };
type Handler<P extends Params> = (call: Call<P>) => Promise<Response | Refusal>;

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A browser says where a request comes from; one that another site's page starts must not change anything. Programs
 * send no such header and pass.
 */
function fromElsewhere(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  return !safeMethods.has(request.method) && (site === "cross-site" || site === "same-site");
}

const unavailable = () =>
  refuse("UNAVAILABLE", "the database does not answer right now; nothing was saved; try again in a few seconds", {
    headers: { "retry-after": "3" },
  });

function afterThrow(request: Request, error: unknown): Response {
  const where = { method: request.method, path: new URL(request.url).pathname.replace(/(shares|s)\/[^/]+/, "$1/…") };
  if (isDatabaseUnavailable(error)) {
    log.warn(
      { ...where, reason: error instanceof Error ? error.message.trim().split("\n").at(-1) : "unknown" },
      "database unavailable",
    );
    return problem(unavailable());
  }
  log.error({ ...where, err: error }, "request failed");
  return problem(refuse("INTERNAL", "this server failed at that; the fault is ours and has been logged"));
}

/** A route handler: refusals become problem documents, and nothing that is thrown reaches the client as it is. */
export function route<P extends Params = Params>(handler: Handler<P>) {
  return async (request: Request, context: { params: Promise<P> }): Promise<Response> => {
    try {
      if (fromElsewhere(request)) {
        return problem(refuse("FORBIDDEN", "a page of another site may not change anything here"));
      }
      const outcome = await handler({ request, params: await context.params });
      return outcome instanceof Response ? outcome : problem(outcome);
    } catch (error) {
      return afterThrow(request, error);
    }
  };
}
