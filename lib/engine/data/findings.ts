import type { Finding } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import type { DataResult } from "./compose";

const whole = (value: number): string => Math.round(value).toLocaleString("en-US");
const protectedClasses = new Set(["personal", "special", "payment"]);

/** What stands in the way of using the data, or makes it worth a second look. */
export function dataFindings({ data, privacy, maintenance }: Scenario, result: DataResult): Finding[] {
  const found: Finding[] = [];
  const missing = result.pipeline.examplesMissing.value;
  if (missing > 0) {
    found.push({
      id: "data.examplesMissing",
      consideration: "data",
      severity: "warning",
      what: "There are fewer examples than fine-tuning needs.",
      why: `${whole(result.pipeline.examplesNeeded.value)} are usual for this goal, and ${whole(data.labelledExamples)} are planned.`,
      todo: `Label ${whole(missing)} more, or teach by prompts and documents instead.`,
      bars: [],
    });
  }
  if (maintenance.fineTunesPerYear > 0 && data.labelledExamples === 0) {
    found.push({
      id: "data.nothingToTrainOn",
      consideration: "data",
      severity: "warning",
      what: "Fine-tunes are planned without examples to train on.",
      why: `${maintenance.fineTunesPerYear} fine-tunes a year, and no example is prepared.`,
      todo: "Plan examples to label, or no fine-tunes.",
      bars: [],
    });
  }
  const left = result.pipeline.identifiersLeft.value;
  if (left >= 1 && protectedClasses.has(privacy.dataClass)) {
    found.push({
      id: "data.identifiersLeft",
      consideration: "data",
      severity: "warning",
      what: `About ${whole(left)} personal identifiers will remain in the documents.`,
      why: `Scrubbing finds ${Math.round(data.scrubRecallShare * 1000) / 10} % of them; what is left can appear in answers.`,
      todo: "Raise what scrubbing finds, review a sample, or limit who may ask.",
      bars: [],
    });
  }
  if (data.defectiveItems > data.inspectedItems) {
    found.push({
      id: "data.inspection",
      consideration: "data",
      severity: "warning",
      what: "More faulty items than were inspected.",
      why: `${whole(data.defectiveItems)} faulty of ${whole(data.inspectedItems)} inspected.`,
      todo: "Correct one of the two numbers.",
      bars: [],
    });
  }
  return found;
}
