import type { Responds } from "../cost/inputs";
import { type Figure, given } from "../figure";
import { goodputPerAccelerator } from "./compose";

type Asked = Parameters<typeof goodputPerAccelerator>[0];
type Workload = Asked["scenario"]["workload"];

/** How far an input is moved to see what it does. */
const moved = 1.25;
const mostCached = 0.99;
/** A replica that no longer meets its targets is counted as one that serves this little. */
const leastRatio = 0.2;

const goodputOf = (asked: Asked, workload: Workload): number =>
  goodputPerAccelerator({ ...asked, scenario: { ...asked.scenario, workload } });

/**
 * Powers by which goodput follows the lengths of prompts and answers and what is read from cache, from the serving model
 * at a quarter more of each. Draws and thresholds move these inputs thousands of times, the model itself only thrice.
 */
export function respondsOf(asked: Asked): Responds {
  const { workload } = asked.scenario;
  const planned = goodputOf(asked, workload);
  const power = (name: "isl" | "osl" | "cachedInputShare", by: number): number => {
    if (planned <= 0 || by <= 1) return 0;
    const figure: Figure<number> = workload[name];
    const label = "Moved to see what it does";
    const more = given(figure.value * by, { kind: "default", label, unit: "1", path: `workload.${name}` });
    const ratio = Math.max(leastRatio, goodputOf(asked, { ...workload, [name]: more }) / planned);
    return Math.log(ratio) / Math.log(by);
  };
  const cached = workload.cachedInputShare.value;
  return {
    isl: power("isl", moved),
    osl: power("osl", moved),
    cached: power("cachedInputShare", cached > 0 ? Math.min(moved, mostCached / cached) : 1),
  };
}
