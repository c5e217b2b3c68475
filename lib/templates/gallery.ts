import { z } from "zod";
import type { ReferenceData } from "@/lib/contract/reference";
import { dataClasses, type Scenario, type UseCase, useCases } from "@/lib/contract/scenario";
import { scenarioWith } from "./create-scenario";
import bankKnowledgeAssistant from "./gallery/bank-knowledge-assistant.json";
import cityMailSorting from "./gallery/city-mail-sorting.json";
import developerAssistant from "./gallery/developer-assistant.json";
import hospitalDischargeLetters from "./gallery/hospital-discharge-letters.json";
import insurerClaimExtraction from "./gallery/insurer-claim-extraction.json";
import shopCustomerSupport from "./gallery/shop-customer-support.json";
import supplierResearchAgent from "./gallery/supplier-research-agent.json";

const keysOf = <T extends string>(record: Record<T, string>) => Object.keys(record) as [T, ...T[]];

const templateSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1).max(120),
  /** Who, how much, and why it looks as it does. */
  story: z.string().min(40),
  start: z.strictObject({
    useCase: z.enum(keysOf<UseCase>(useCases)),
    requestsPerDay: z.number().positive(),
    dataClass: z.enum(keysOf(dataClasses)),
  }),
  changes: z.record(z.string(), z.json()),
});

const gallery = [
  shopCustomerSupport,
  bankKnowledgeAssistant,
  insurerClaimExtraction,
  hospitalDischargeLetters,
  developerAssistant,
  cityMailSorting,
  supplierResearchAgent,
];

export type Template = { id: string; title: string; story: string; scenario: Scenario };

/** The gallery as whole documents of today. */
export function templates(reference: Pick<ReferenceData, "defaultsFor">, today: string): Template[] {
  return z
    .array(templateSchema)
    .parse(gallery)
    .map(({ id, title, story, start, changes }) => {
      const scenario = scenarioWith({ ...start, name: title, today }, changes, reference);
      const notes = [story, scenario.notes].filter((part) => part !== "").join("\n\n");
      return { id, title, story, scenario: { ...scenario, notes } };
    });
}
