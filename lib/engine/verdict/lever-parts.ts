import type { PlanLine } from "../cost/line";
import type { At, Lever } from "./levers";

export const unchanged = () => 1;

export const proportional =
  (is: (line: PlanLine, at: At) => boolean): Lever["multiplies"] =>
  (line, factor, at) =>
    is(line, at) ? factor : 1;

export const startsWith =
  (...ids: string[]) =>
  ({ line }: PlanLine): boolean =>
    ids.some((id) => line.id.startsWith(id));

export const isOne =
  (...ids: string[]) =>
  ({ line }: PlanLine): boolean =>
    ids.includes(line.id);

/** Lines of calls to an API; what is committed and not used follows from them. */
export const isCall = startsWith("apiInput", "apiCachedInput", "apiCacheWrite", "apiOutput", "apiFees");
