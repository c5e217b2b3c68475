import type { Finding } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import { formula } from "../figure";
import { sizingRequestsPerSecond } from "../fleet/replicas";
import type { Traffic } from "../traffic/compose";
import { meanRequestsPerSecond } from "../traffic/growth";
import { secondsPerMinute } from "../units";

type Peak = { requestsPerSecond: number; isl: number; osl: number; reasoningTokens: number; retryShare: number };

/** Providers count what is sent and what comes back, repeats too; what can wait goes in quiet hours. */
export const peakTokensPerMinute = formula(
  {
    id: "cost.peakTokensPerMinute",
    title: "Tokens a minute at the peak",
    unit: "1",
    reads: "requests a second at the peak × 60 × (prompt + answer + hidden reasoning tokens) × (1 + retries)",
    source: "definition",
    example: {
      of: "2 requests/s of 1,000 and 500 tokens, 10 % retries",
      given: { requestsPerSecond: 2, isl: 1000, osl: 500, reasoningTokens: 0, retryShare: 0.1 },
      gives: 198_000,
      within: 1e-9,
    },
  },
  ({ requestsPerSecond, isl, osl, reasoningTokens, retryShare }: Peak) =>
    requestsPerSecond * secondsPerMinute * (isl + osl + reasoningTokens) * (1 + retryShare),
);

/** A limit that the peak passes at launch bars the API; one that growth passes later must be raised in time. */
export function rateLimitFindings({ paths, workload }: Scenario, traffic: Traffic): Finding[] {
  const limit = paths.api.tokensPerMinuteLimit;
  if (!paths.api.enabled || limit === null) return [];
  const peaks = traffic.monthly.map(({ month, requests, peakRequestsPerSecond }) => ({
    month,
    tokens:
      peakTokensPerMinute({
        requestsPerSecond: sizingRequestsPerSecond({
          peakRequestsPerSecond: peakRequestsPerSecond.value,
          meanRequestsPerSecond: meanRequestsPerSecond({ requestsPerMonth: requests.value }),
          batchableShare: workload.batchableShare,
        }),
        isl: workload.isl,
        osl: workload.osl,
        reasoningTokens: paths.api.reasoningTokens,
        retryShare: paths.api.retryShare,
        // What provisioned units serve is not counted against a limit by the minute.
      }) *
      (1 - paths.api.provisionedPeakShare),
  }));
  const first = peaks.findIndex(({ tokens }) => tokens > limit);
  const reached = peaks[first];
  if (!reached) return [];
  const words = (count: number): string => Math.round(count).toLocaleString("en-US");
  const atLaunch = first === 0;
  return [
    {
      id: "cost.rateLimit",
      consideration: "cost",
      severity: atLaunch ? "blocker" : "warning",
      what: atLaunch
        ? "The API's rate limit is below the peak."
        : `The API's rate limit is passed from ${reached.month} on.`,
      why: `The busiest minute brings ${words(reached.tokens)} tokens; the account may use ${words(limit)} a minute.`,
      todo: "Ask the provider for a higher limit, let more requests wait, or send a part elsewhere.",
      bars: atLaunch ? ["api"] : [],
    },
  ];
}
