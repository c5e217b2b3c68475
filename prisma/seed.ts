/** Loads the example scenarios at the first start; answers how many were added. There are none yet. */
export async function seedExamples(): Promise<number> {
  return 0;
}
