import { parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { accuracyDimensions, accuracyMetrics, accuracyQuerySchema, accuracyScorings } from "@/lib/contract/accuracy";

/** What is looked at, in the address: read by the server that draws the page and by the controls on it. */
export const accuracyAddress = {
  metric: parseAsStringLiteral(accuracyMetrics).withDefault("tpotMs"),
  scoring: parseAsStringLiteral(accuracyScorings).withDefault("modelLeftOut"),
  by: parseAsStringLiteral(accuracyDimensions).withDefault("kind"),
  name: parseAsString.withDefault(""),
  q: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(accuracyQuerySchema.shape.sort.unwrap().options).withDefault("-error"),
  page: parseAsInteger.withDefault(1),
};
