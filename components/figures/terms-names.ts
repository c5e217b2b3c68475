import type { ProviderTerms } from "@/lib/contract/catalogue";

/** What a provider says of the data it is sent, in the words of every screen. */

const unread = "Could not be read";

export const trainingNames: Record<ProviderTerms["training"], string> = {
  no: "No",
  yes: "Yes, unless agreed otherwise",
  unknown: unread,
};
export const zeroRetentionNames: Record<ProviderTerms["zeroRetention"], string> = {
  default: "By default",
  selfServe: "A setting of your own",
  onApproval: "On application",
  no: "Not offered",
  unknown: unread,
};
export const agreementNames: Record<ProviderTerms["processingAgreement"], string> = {
  incorporated: "Part of its terms",
  onRequest: "On request",
  no: "Not offered",
  unknown: unread,
};
export const associateNames: Record<ProviderTerms["businessAssociate"], string> = {
  offered: "Offered",
  no: "Not offered",
  unknown: unread,
};

const regionNames = { eu: "EU", us: "US" } as const;

export function regionsHeld({ regions }: Pick<ProviderTerms, "regions">): string {
  if (regions === null) return unread;
  return regions.length === 0 ? "None known" : regions.map((region) => regionNames[region]).join(", ");
}

export const certificationsRead = ({ certifications }: Pick<ProviderTerms, "certifications">): string =>
  certifications.length === 0 ? "None" : certifications.join(", ");
