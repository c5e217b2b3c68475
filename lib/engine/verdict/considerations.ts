import type { z } from "zod";
import { type Consideration, considerations } from "@/lib/contract/field";
import type { considerationStateSchema, Finding } from "@/lib/contract/result";
import { type Figured, given } from "../figure";
import type { Worth } from "./worth";

export type ConsiderationState = Figured<z.infer<typeof considerationStateSchema>>;

/** What to look at first where no finding says anything more pressing, and nothing asked there moves the cost. */
const firstLooks: Record<Consideration, string> = {
  hardware: "Confirm the peak, the availability and the offer the machines come from.",
  data: "Confirm how many examples people must label, and how long logs are kept.",
  cost: "Confirm the price of the API, of the accelerators and of the engineers who run it.",
  maintenance: "Confirm how often a release is tested and how many incidents you expect.",
  evaluation: "Confirm the margin of error you can live with and what an hour of judging costs.",
  memory: "Confirm the model, its number format and the longest prompt.",
  latency: "Confirm how long users will wait; measure the API with your own prompts.",
  privacy: "Confirm the class of the data, where it may be processed and what has been signed.",
};

/**
 * Settled: a person has confirmed it and nothing fails. The next step of one that is open is what a finding asks for,
 * else the input that is worth most to know.
 */
export function composeConsiderations(
  findings: readonly Finding[],
  confirmed: readonly Consideration[],
  worths: ReadonlyMap<Consideration, Worth> = new Map(),
): ConsiderationState[] {
  return considerations.map((id) => {
    const own = findings.filter(({ consideration }) => consideration === id);
    const failing = own.find(({ severity }) => severity === "blocker");
    const warning = own.find(({ severity }) => severity === "warning");
    const worth = worths.get(id);
    const nextStep = (failing ?? warning)?.todo || worth?.words || firstLooks[id];
    const known = worth && { worth: { path: worth.path, usd: figureOf(worth) } };
    if (failing) return { id, state: "failing", reason: failing.what, nextStep, ...known };
    if (confirmed.includes(id)) {
      const reason = warning ? `Confirmed; ${lowerFirst(warning.what)}` : "Confirmed, and nothing fails.";
      return { id, state: "settled", reason, nextStep: warning ? nextStep : "Nothing to do.", ...known };
    }
    const reason = warning?.what ?? "Computed from inputs that nobody has confirmed.";
    return { id, state: "open", reason, nextStep, ...known };
  });
}

const figureOf = ({ path, usd, words }: Worth) =>
  given(usd, { kind: "drawn", label: "What it is worth to know", unit: "USD", path, note: words });

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
