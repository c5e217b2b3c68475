/** Numbers as people read them: three significant figures unless more is asked for. */

const minus = (text: string): string => text.replace(/^-/, "−");

const steps = [
  { from: 1e12, divisor: 1e12, suffix: "T" },
  { from: 1e9, divisor: 1e9, suffix: "B" },
  { from: 1e6, divisor: 1e6, suffix: "M" },
  { from: 1e4, divisor: 1e3, suffix: "k" },
] as const;

/** Rounded to some significant figures, with thousands separators: 1234.5 → "1,230" at three. */
export function significant(value: number, digits = 3): string {
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  const decimals = size === 0 ? 0 : Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  const fixed =
    size < 1e21 ? rounded.toLocaleString("en-US", { maximumFractionDigits: Math.min(decimals, 20) }) : String(rounded);
  return minus(fixed);
}

/** The same with k, M, B or T from ten thousand on. Rounding may carry a number over a step: 999,950 → "1M". */
export function compact(value: number, digits = 3): string {
  const rounded = Number(value.toPrecision(digits));
  const step = steps.find(({ from }) => Math.abs(rounded) >= from);
  return step ? `${significant(rounded / step.divisor, digits)}${step.suffix}` : significant(rounded, digits);
}

/** A count of whole things: no rounding below ten million. */
export function whole(value: number): string {
  if (!Number.isInteger(value)) return significant(value);
  return Math.abs(value) < 1e7 ? minus(value.toLocaleString("en-US")) : compact(value);
}
