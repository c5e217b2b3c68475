import { formula } from "../figure";

type ChannelState = { hiddenSize: number; heads: number; headSize: number; stateSize: number; rank: number };

/** Mamba-1, whose channels each have a state: in Falcon-Mamba, Jamba. */
export const channelStateParameters = formula(
  {
    id: "memory.channelStateParameters",
    title: "Parameters of a Mamba-1 layer",
    unit: "parameter",
    reads:
      "inner × (3 × hidden + convolution of 4 + its bias + (rank + 2 × state) + rank + bias + state + 1), inner: heads × head size",
    source: {
      title: "A. Gu, T. Dao, Mamba: linear-time sequence modeling with selective state spaces",
      url: "https://arxiv.org/abs/2312.00752",
      asOf: "2023-12",
    },
    example: {
      of: "Mamba 2.8B: 5120 × (3 × 2560 + 5 + 160 + 32 + 160 + 1 + 16 + 1)",
      given: { hiddenSize: 2560, heads: 80, headSize: 64, stateSize: 16, rank: 160 },
      gives: 41_241_600,
    },
  },
  ({ hiddenSize, heads, headSize, stateSize, rank }: ChannelState) =>
    heads * headSize * (3 * hiddenSize + 5 + (rank + 2 * stateSize) + rank + 1 + stateSize + 1),
);

/** Lightning attention, RWKV, short convolutions: plain matrices around a state. */
export const linearAttentionParameters = formula(
  {
    id: "memory.linearAttentionParameters",
    title: "Parameters of a layer of linear attention",
    unit: "parameter",
    reads: "matrices × hidden × width",
    source: {
      title: "MiniMax-01: scaling foundation models with lightning attention",
      url: "https://arxiv.org/abs/2501.08313",
      asOf: "2025-01",
    },
    example: {
      of: "MiniMax-Text-01: 5 × 6144 × 8192",
      given: { hiddenSize: 6144, width: 8192, projections: 5 },
      gives: 251_658_240,
    },
  },
  (given: { hiddenSize: number; width: number; projections: number }) =>
    given.projections * given.hiddenSize * given.width,
);
