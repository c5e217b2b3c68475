/** Smallest whole number that is not below x, forgiving what binary fractions add (0.1 × 30 is 3, not 4). */
export const wholeUp = (x: number): number => Math.ceil(x * (1 - 1e-12) - 1e-12);
