export { acquisitionDefaults, createScenario, type Start } from "./create-scenario";
export { type Template, templates } from "./gallery";
