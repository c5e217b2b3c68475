import type { Unit } from "@/lib/contract/unit";
import { type Figure, given } from "../figure";
import { sources } from "../sources";

/** What the engine assumes where the document asks nothing: each shows up in the working as such. */
const assumed = (id: string, label: string, value: number, unit: Unit, note: string): Figure<number> =>
  given(value, { kind: "default", label, unit, path: `assumptions.${id}`, note });

const chosen = <const T extends string>(id: string, label: string, value: T, note: string): Figure<T> =>
  given(value, { kind: "default", label, unit: "text", path: `assumptions.${id}`, note });

export const assumptions = {
  productiveHoursPerDay: assumed(
    "productiveHoursPerDay",
    "Productive hours a day",
    6,
    "h",
    "Our assumption: an eight-hour day less breaks, briefings and the time it takes to get back into the work.",
  ),
  bytesPerToken: assumed(
    "bytesPerToken",
    "Bytes a token of text takes when stored",
    4,
    "B/token",
    "Our assumption: about four characters to a token of English text, one byte each.",
  ),
  hostFactor: given(10_200 / (8 * 700), {
    kind: "default",
    label: "Whole machine's power ÷ its accelerators' TDP",
    unit: "1",
    path: "assumptions.hostFactor",
    source: sources.dgxPower,
    note: "10.2 kW ÷ (8 × 0.7 kW) = 1.82; used where no all-in power is published for the accelerator.",
  }),
  pue: assumed(
    "pue",
    "PUE",
    1.54,
    "1",
    "Industry average of the Uptime Institute's survey of 2025; used for rented machines, whose power is in the rent.",
  ),
  unknownPower: assumed(
    "unknownPower",
    "Power not published",
    0,
    "W",
    "Neither an all-in figure nor the rated power of this accelerator is in the catalogue; its power is not counted.",
  ),
  unknownRent: assumed(
    "unknownRent",
    "Rent not published",
    0,
    "USD/accelerator·h",
    "The offer lists no price for this term, so that nothing rented can be priced.",
  ),
  noDiscount: assumed("noDiscount", "Discount for a commitment", 0, "share", "Nothing is committed."),
  weighsTokens: chosen(
    "weighsTokens",
    "Weighed by",
    "tokens",
    "Input is billed by the token, so long prompts weigh more.",
  ),
  weighsRequests: chosen(
    "weighsRequests",
    "Weighed by",
    "requests",
    "Answers are taken to be as long after long prompts.",
  ),
  streamedBytesPerToken: assumed(
    "streamedBytesPerToken",
    "Bytes a token takes when streamed",
    250,
    "B/token",
    "Our assumption: an event of an OpenAI-compatible stream carries one token in some 200 to 300 bytes of JSON.",
  ),
  lowEnd: chosen("lowEnd", "End of the range", "low", "The lower one."),
  highEnd: chosen("highEnd", "End of the range", "high", "The upper one."),
  unknownRun: assumed(
    "unknownRun",
    "Accelerator-hours of a fine-tune",
    0,
    "accelerator·h",
    "The model's shape or the accelerator's rate is not known, or nothing is there to train on: enter the hours.",
  ),
  fewestLabels: assumed(
    "fewestLabels",
    "Answers people judge to check a judging model, at least",
    30,
    "item",
    "Our assumption: fewer say next to nothing about how the model errs.",
  ),
  usualPower: assumed("usualPower", "Chance to see a drop", 0.8, "share", "The usual power of a test (Cohen 1988)."),
  thousandAnswers: assumed("thousandAnswers", "Answers", 1000, "1", "Harm and review are told for a thousand answers."),
  evenOdds: assumed("evenOdds", "Expected share good", 0.5, "share", "Nothing is said; half asks for the most tests."),
  noItems: assumed("noItems", "Answers judged", 0, "item", "None are judged in this way."),
  one: assumed("one", "Unchanged", 1, "1", "No trend applies."),
  everyRequest: assumed("everyRequest", "All requests", 1, "share", "People handle every request."),
  noInterruptions: assumed(
    "noInterruptions",
    "Interruptions",
    0,
    "share",
    "Only machines taken at spot are interrupted.",
  ),
  all: assumed("all", "All of them", 1, "share", "Every output token is billed at this price."),
  noMachines: assumed("noMachines", "Machines before launch", 0, "machine", "Nothing is owned before launch."),
  noTraining: assumed("noTraining", "Training", 0, "accelerator·h", "The method trains nothing."),
  waitsForRun: given(true, {
    kind: "default",
    label: "Waits for the next run",
    unit: "text",
    path: "assumptions.waitsForRun",
    note: "Requests that are trained in are gathered for the next run.",
  }),
  waitsForNothing: given(false, {
    kind: "default",
    label: "Waits for the next run",
    unit: "text",
    path: "assumptions.waitsForNothing",
    note: "The method trains nothing, so that work starts at once.",
  }),
  unknownLifetime: given(null, {
    kind: "default",
    label: "Lifetime of an API model",
    unit: "month",
    path: "assumptions.unknownLifetime",
    note: "Neither entered nor published: only an announced retirement is counted.",
  }),
  noMoves: assumed(
    "noMoves",
    "Moves to another API model",
    0,
    "1",
    "It is not known when the model retires, or none is used.",
  ),
  nothing: assumed("nothing", "Nothing in this month", 0, "USD", "The cost falls in another month."),
} as const;
