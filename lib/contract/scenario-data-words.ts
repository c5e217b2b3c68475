/** Names that the parts of the data share. */

export const sourceFormats = {
  text: "Plain text, mails, messages",
  office: "Web pages, office files",
  pdf: "PDF with text",
  scan: "Scans and photos",
  audio: "Recorded speech",
  rows: "Database rows",
} as const;
export type SourceFormat = keyof typeof sourceFormats;

export const languageGroups = {
  english: "English",
  western: "German, French, Spanish, Italian, Portuguese, Dutch",
  latin: "Others in Latin script (Polish, Turkish, Vietnamese …)",
  twoByte: "Russian, Greek, Arabic, Hebrew, Persian",
  threeByte: "Hindi, Bengali, Tamil, Thai",
  eastAsian: "Chinese, Japanese, Korean",
  code: "Program code",
} as const;
export type LanguageGroup = keyof typeof languageGroups;

export const usageRights = {
  settled: "Settled: own, licensed or consented",
  unclear: "Not clear yet",
  none: "Not given",
} as const;
export type UsageRight = keyof typeof usageRights;

export const pipelineSteps = {
  extract: "Extract the text",
  deduplicate: "Remove duplicates",
  filter: "Filter out what is of no use",
  scrub: "Scrub personal data",
  review: "Review a sample",
  index: "Index for look-up",
  other: "Another step",
} as const;
export type PipelineStep = keyof typeof pipelineSteps;

/** By their names in ISO/IEC 25012. */
export const qualityDimensions = {
  accuracy: "Accuracy: says what is so",
  completeness: "Completeness: nothing is missing",
  consistency: "Consistency: nothing contradicts",
  currentness: "Currentness: still holds",
  uniqueness: "Uniqueness: no repeats",
} as const;
export type QualityDimension = keyof typeof qualityDimensions;

export const fineTuneGoals = {
  none: "No fine-tuning",
  style: "Style and form of answers",
  skill: "A task",
  knowledge: "A field of knowledge",
} as const;
export type FineTuneGoal = keyof typeof fineTuneGoals;
