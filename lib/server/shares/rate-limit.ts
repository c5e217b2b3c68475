import { RateLimiterMemory } from "rate-limiter-flexible";
import { type Answer, answer, refuse } from "../refusal";

/** Look-ups of share tokens an address may make in a minute: plenty for a page with its figures, hopeless for guessing. */
const perMinute = 600;

const holder = globalThis as typeof globalThis & { slipwayShareLimiter?: RateLimiterMemory };

/** Counted in this process alone: docs/adr/0012 says what that means with several replicas. */
const limiter = (): RateLimiterMemory => {
  holder.slipwayShareLimiter ??= new RateLimiterMemory({ points: perMinute, duration: 60 });
  return holder.slipwayShareLimiter;
};

/**
 * The address a request came from. Behind a proxy that is the last entry it added itself; anything further left is
 * whatever the client wrote. Set TRUST_PROXY to 1 only where a proxy overwrites or appends the header.
 */
export function clientAddress(headers: Headers): string {
  if (process.env.TRUST_PROXY !== "1") return "direct";
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "direct";
}

export async function allowLookup(headers: Headers): Promise<Answer<null>> {
  try {
    await limiter().consume(clientAddress(headers));
    return answer(null);
  } catch (rejection) {
    const wait = (rejection as { msBeforeNext?: number }).msBeforeNext;
    if (wait === undefined) throw rejection;
    return refuse("TOO_MANY_REQUESTS", "too many links were opened from this address; wait a minute", {
      headers: { "retry-after": String(Math.max(1, Math.ceil(wait / 1000))) },
    });
  }
}
