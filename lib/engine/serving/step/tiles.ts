/**
 * Matrix units work on tiles of many tokens, so that a few tokens cost as much as a tile. For few tokens engines use
 * vector units instead, which waste nothing but are slower: a quarter of the matrix units' rate, as on the A100
 * (78 against 312 TFLOP/s at 16 bits: NVIDIA A100 Tensor Core GPU Architecture, 2020, table 1).
 */
const vectorSlowness = 4;

/** Tokens that are paid for. Range: tokens ≥ 0, tile ≥ 0 is the tokens at half efficiency. */
export const filledTokens = (tokens: number, tile: number): number => Math.min(tokens + tile, vectorSlowness * tokens);
