import fitted from "./fitted.json";
import type { MemoryConstants } from "./memory";
import type { Family, TimeConstants } from "./time";

export type TrainingConstants = { memory: MemoryConstants; time: TimeConstants };

/** Few constants for all models, fitted to published runs by `npm run calibrate:training`; see docs/modules/training.md. */
export const trainingConstants: TrainingConstants = {
  memory: fitted.memory,
  time: fitted.time,
};

const patterns: readonly [RegExp, Family][] = [
  [/a100|a10g|a40|rtx-a6000|rtx-30/, "ampere"],
  [/h100|h200|h800|h20/, "hopper"],
  [/b200|b300|rtx-pro|rtx-50/, "blackwell"],
  [/tpu/, "tpu"],
];

/** Devices that nobody has published runs of are taken for the middle of the others. */
export const familyOf = (acceleratorId: string): Family =>
  patterns.find(([pattern]) => pattern.test(acceleratorId))?.[1] ?? "other";

/** The 10–90 % range around an estimate, as factors: from the errors on left-out models. */
export const spread = fitted.spread;
