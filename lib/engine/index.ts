/** The only door to the engine. */
export { type EstimateOptions, type EstimateResult, estimate } from "./estimate";
export { values } from "./figure";
export {
  type EstimateContext,
  estimateScenario,
  type ScenarioFigured,
  type ScenarioFigured as FiguredResult,
} from "./scenario";
export { type Calibration, defaultCalibration } from "./serving/calibration/calibration";
export { engineVersion } from "./version";
export { figureAt, working, workingOf } from "./working";
