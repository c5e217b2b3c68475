/** jstat ships no types; these are the functions the engine uses. */
declare module "jstat" {
  const jstat: {
    gammaln(x: number): number;
    normal: { inv(p: number, mean: number, deviation: number): number };
  };
  export default jstat;
}
