/** The door for calibration and scoring, which need parts of an estimate; everything else goes through the index. */
export { memoryRequestSchema, servingRequestSchema } from "@/lib/contract/request";
export { type MemoryAnswer, memoryKind } from "./kinds/memory";
export { servingKind } from "./kinds/serving";
export { usersOf } from "./kinds/serving-answer";
export { type PreparedLoad, prepareLoad, type ServingRequest } from "./kinds/serving-load";
export { preparedTraining, trainingKind } from "./kinds/training";
export { ggufAverageBits } from "./memory/gguf";
export { composeParts } from "./memory/parts";
export { resolveModel } from "./resolve/model-config";
export {
  type Band,
  type Calibration,
  defaultCalibration,
  type ErrorBands,
} from "./serving/calibration/calibration";
export {
  type MeasuredEngine,
  measuredEngines,
  type ParameterValues,
  parameters,
  priorValues,
} from "./serving/calibration/parameters";
export { closedMoment } from "./serving/steady/closed";
export { costsByCalibration } from "./serving/step/compose-costs";
export { spread as trainingSpread, type TrainingConstants, trainingConstants } from "./training/constants";
export { trainingMemory } from "./training/memory";
export { trainingSpeed } from "./training/time";
