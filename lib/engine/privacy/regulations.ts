import type { Source } from "@/lib/contract/source";

/** What rules rest on, each named once. */

export const gdpr = (article: string): Source => ({
  title: `Regulation (EU) 2016/679 (GDPR), ${article}`,
  url: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
  asOf: "2016-04-27",
});
export const hipaa: Source = {
  title: "45 CFR 164.502(e) and 164.504(e) (HIPAA, business associates)",
  url: "https://www.ecfr.gov/current/title-45/section-164.502",
  asOf: "2024",
};
export const pci = (requirement: string): Source => ({
  title: `PCI DSS v4.0.1, ${requirement}`,
  url: "https://www.pcisecuritystandards.org/document_library/",
  asOf: "2024-06",
});
