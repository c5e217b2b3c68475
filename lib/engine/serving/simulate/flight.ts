/** A request on its way. Times are seconds since the start. */
export type Flight = {
  arrived: number;
  /** When the engine has taken it in, or a prefill worker has handed it over. */
  ready: number;
  promptLeft: number;
  contextTokens: number;
  outputTokens: number;
  produced: number;
  firstToken: number;
  lastToken: number;
  /** Memory it holds on its lane. */
  bytes: number;
};

/** Memory of the cache on one lane; sequences that outgrow it are preempted. */
export type Pool = {
  bytes: number;
  /** Memory of one sequence of so many tokens. */
  sequenceBytes: (contextTokens: number) => number;
  /** The most that a further token can take. */
  mostBytesPerToken: number;
  /** True where a request starts only if its whole answer has room. */
  reservesWhole: boolean;
};

export const wholeTokens = ({ promptLeft, contextTokens, outputTokens, produced }: Flight): number =>
  contextTokens + promptLeft + Math.max(0, outputTokens - produced);
