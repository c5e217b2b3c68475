/**
 * Reading and computing overlap, yet not fully where they take about as long: the fourth root of the sum of fourth powers
 * is the larger of two unequal times and a fifth more than either of two equal ones. Never below the roofline.
 */
export function both(reading: number, computing: number): number {
  const larger = Math.max(reading, computing);
  if (larger <= 0) return 0;
  const ratio = Math.min(reading, computing) / larger;
  const square = ratio * ratio;
  return larger * Math.sqrt(Math.sqrt(1 + square * square));
}
