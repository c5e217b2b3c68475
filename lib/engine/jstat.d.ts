/** jstat ships no types; these are the functions used here. */
declare module "jstat" {
  const jstat: {
    gammaln(x: number): number;
    quantiles(values: readonly number[], shares: readonly number[], alphap: number, betap: number): number[];
    beta: { inv(p: number, alpha: number, beta: number): number };
    normal: {
      inv(p: number, mean: number, deviation: number): number;
      cdf(x: number, mean: number, deviation: number): number;
    };
  };
  export default jstat;
}
