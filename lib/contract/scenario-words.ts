import { z } from "zod";

/** Names that a document and everything about it share. */

export const useCases = {
  customerSupport: "Customer support",
  knowledgeAssistant: "Answers from company documents",
  documentProcessing: "Reading and extracting from documents",
  codingAssistant: "Coding assistant",
  contentDrafting: "Drafting text",
  classification: "Sorting and tagging",
  agentWorkflow: "Agents that use tools",
  other: "Something else",
} as const;
export type UseCase = keyof typeof useCases;

export const dataClasses = {
  public: "Public",
  internal: "Internal",
  confidential: "Confidential business data",
  personal: "Personal data",
  special: "Health or other special-category data",
  payment: "Payment card data",
} as const;
export type DataClass = keyof typeof dataClasses;

/** Who does the work; people of a team and hours of upkeep are counted by these. */
export const teamRoles = {
  mlEngineer: "ML engineer",
  platform: "Platform engineer",
  onCall: "On call",
  dataEngineer: "Data engineer",
  evaluator: "Evaluator",
  security: "Security engineer",
  product: "Product owner",
} as const;
export type TeamRole = keyof typeof teamRoles;

/** Everyone whose hours of upkeep are counted: the team, and those who are paid by the hour. */
export const workRoles = { ...teamRoles, annotator: "Annotator" } as const;
export type WorkRole = keyof typeof workRoles;

export const pathIds = ["api", "selfHosted", "hybrid", "people"] as const;
export const pathIdSchema = z.enum(pathIds);
export type PathId = z.infer<typeof pathIdSchema>;

export const overview = { section: "overview", prominence: "main" } as const;
export const overviewMore = { section: "overview", prominence: "more" } as const;
