import { formula } from "../../figure";
import { servingSources as sources } from "../sources";
import { both } from "./overlap";
import { filledTokens } from "./tiles";

/** Seconds that one step of one accelerator spends in experts. Tokens are of one attention rank. */

export const expertsHitShare = formula(
  {
    id: "serving.expertsHitShare",
    title: "Share of experts that a step's tokens reach",
    unit: "share",
    reads: "1 − (1 − experts per token ÷ experts)^(tokens that reach new experts, at least 1)",
    source: "definition",
    example: {
      of: "4 of 128 experts, one token",
      given: { tokens: 1, experts: 128, expertsPerToken: 4 },
      gives: 0.031_25,
    },
  },
  ({ tokens, experts, expertsPerToken }: { tokens: number; experts: number; expertsPerToken: number }) =>
    experts <= 0 || tokens <= 0 ? 0 : 1 - (1 - expertsPerToken / experts) ** Math.max(1, tokens),
);

export type Experts = {
  tokens: number;
  ranks: number;
  bytes: number;
  flopsPerToken: number;
  flopsPerSecond: number;
  bytesPerSecond: number;
  halfTokens: number;
  experts: number;
  expertsPerToken: number;
  routedShare: number;
  /** Ranks that hold different experts, and by how much the busiest of them exceeds the mean. */
  expertRanks: number;
  busiestRank: number;
  imbalance: number;
  /** Seconds of each expert reached, in all layers together, beside reading and computing it. */
  hitSeconds: number;
};

/** Experts of the busiest rank beside the mean: routing is random, so hits vary as in a binomial draw. */
function unevenHits(given: Experts, share: number): number {
  const mean = (given.experts / given.expertRanks) * share;
  if (given.busiestRank <= 0 || mean <= 0) return 1;
  const deviation = Math.sqrt(mean * Math.max(0, 1 - share));
  return Math.min(1 + (given.imbalance * given.busiestRank * deviation) / mean, 1 / share);
}

/** Experts are shared by all attention-data ranks, so their tokens come from all of them. */
export const expertSeconds = formula(
  {
    id: "serving.expertSeconds",
    title: "Experts",
    unit: "s",
    reads:
      "with T tokens of all ranks and share s of experts hit, s × experts ÷ ranks that hold different ones × time of each + (a⁴ + b⁴)^¼ of reading a = s × unevenness × weights ÷ useful bandwidth and computing b = FLOPs per token × the lesser of (T × unevenness + tokens at half efficiency × s × experts ÷ experts per token) and (4 × T × unevenness) ÷ useful FLOP/s",
    source: sources.roofline,
    example: {
      of: "one token, 2 of 8 experts, 8 GB at 1 TB/s: a quarter is read",
      given: {
        tokens: 1,
        ranks: 1,
        bytes: 8e9,
        flopsPerToken: 1e9,
        flopsPerSecond: 1e14,
        bytesPerSecond: 1e12,
        halfTokens: 0,
        experts: 8,
        expertsPerToken: 2,
        routedShare: 1,
        expertRanks: 1,
        busiestRank: 0,
        imbalance: 1,
        hitSeconds: 0,
      },
      gives: 0.002,
      within: 1e-9,
    },
  },
  (given: Experts) => {
    if (given.experts <= 0 || given.tokens <= 0) return 0;
    const { experts, expertsPerToken } = given;
    const tokens = given.tokens * given.ranks;
    const share = expertsHitShare({ tokens: tokens * given.routedShare, experts, expertsPerToken });
    const routed = Math.max(1, (tokens * expertsPerToken) / given.expertRanks);
    const unevenTokens = 1 + (given.imbalance * given.busiestRank) / Math.sqrt(routed);
    const tiles = given.halfTokens * share * (experts / expertsPerToken);
    const starting = ((share * experts) / given.expertRanks) * given.hitSeconds;
    const working = both(
      (share * unevenHits(given, share) * given.bytes) / given.bytesPerSecond,
      (given.flopsPerToken * filledTokens(tokens * unevenTokens, tiles)) / given.flopsPerSecond,
    );
    return starting + working;
  },
);
