/**
 * Internal rates of return: every rate r > −1 at which Σ cₖ ÷ (1+r)ᵏ is zero. With v = 1 ÷ (1+r) that is a polynomial
 * in v > 0. Newton's method (as spreadsheets use it) finds one root or none depending on a guess; here all sign changes
 * on a fine grid are bracketed and halved, and Descartes' rule says whether there can be more.
 */
export type InternalRates = { rates: number[]; signChanges: number };

/** ln v is searched from −gridReach to gridReach: rates from far below −99 % to above 10,000 % a period. */
const gridReach = 12;
const gridPoints = 4800;
const widest = 512;
const halvings = 200;
/** A minimum this close to zero, relative to the sum of amounts, is a root that touches without crossing. */
const touching = 1e-13;

export function internalRates(flows: readonly number[]): InternalRates {
  const signChanges = changesOfSign(flows);
  if (signChanges === 0) return { rates: [], signChanges };
  const f = (logV: number) => relativeValue(flows, logV);
  if (signChanges === 1) {
    const reach = farEnough(f);
    return { rates: [rateAt(bisect(f, -reach, reach))], signChanges };
  }
  return { rates: rootsOnGrid(f).map(rateAt), signChanges };
}

const rateAt = (logV: number): number => Math.expm1(-logV);

export function changesOfSign(flows: readonly number[]): number {
  const signs = flows.filter((flow) => flow !== 0).map(Math.sign);
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}

/** Value of the flows relative to the sum of their sizes, both at v: between −1 and 1, and never overflowing. */
function relativeValue(flows: readonly number[], logV: number): number {
  const last = flows.length - 1;
  const w = Math.exp(-Math.abs(logV));
  let value = 0;
  let size = 0;
  for (let step = 0; step <= last; step += 1) {
    // Horner's rule from the end that is damped: later flows for v < 1, earlier ones for v > 1.
    const flow = flows[logV <= 0 ? last - step : step] ?? 0;
    value = value * w + flow;
    size = size * w + Math.abs(flow);
  }
  return size === 0 ? 0 : value / size;
}

/** With one change of sign the two ends differ in sign once they are far enough out. */
function farEnough(f: (logV: number) => number): number {
  let reach = gridReach;
  while (reach < widest && Math.sign(f(reach)) === Math.sign(f(-reach))) reach *= 2;
  return reach;
}

function bisect(f: (x: number) => number, from: number, to: number): number {
  const start = Math.sign(f(from));
  let low = from;
  let high = to;
  for (let step = 0; step < halvings && high - low > 0; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (Math.sign(f(middle)) === start) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function rootsOnGrid(f: (x: number) => number): number[] {
  const at = (index: number) => ((index - gridPoints / 2) / (gridPoints / 2)) * gridReach;
  const heights = Array.from({ length: gridPoints + 1 }, (_, index) => f(at(index)));
  const roots: number[] = [];
  heights.forEach((height, index) => {
    const next = heights[index + 1];
    const before = heights[index - 1];
    if (height === 0) roots.push(at(index));
    else if (next !== undefined && next !== 0 && Math.sign(next) !== Math.sign(height)) {
      roots.push(bisect(f, at(index), at(index + 1)));
    } else if (before !== undefined && next !== undefined && isDip(before, height, next)) {
      roots.push(...rootsInDip(f, at(index - 1), at(index + 1)));
    }
  });
  return roots;
}

const isDip = (before: number, height: number, next: number): boolean =>
  Math.sign(before) === Math.sign(height) &&
  Math.sign(next) === Math.sign(height) &&
  Math.abs(height) <= Math.abs(before) &&
  Math.abs(height) < Math.abs(next);

/** Between two grid points the value may touch zero or cross it twice; goes down to the lowest point and looks. */
function rootsInDip(f: (x: number) => number, from: number, to: number): number[] {
  const side = Math.sign(f(from));
  let low = from;
  let high = to;
  for (let step = 0; step < halvings; step += 1) {
    const a = low + (high - low) / 3;
    const b = high - (high - low) / 3;
    if (f(a) * side < f(b) * side) high = b;
    else low = a;
  }
  const lowest = (low + high) / 2;
  const depth = f(lowest) * side;
  if (depth < 0) return [bisect(f, from, lowest), bisect(f, lowest, to)];
  return depth <= touching ? [lowest] : [];
}
