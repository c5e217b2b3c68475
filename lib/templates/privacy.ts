import type { DataClass, Scenario } from "@/lib/contract/scenario";

type Terms = Pick<Scenario["privacy"], "residency" | "apiTerms" | "agreementSigned" | "apiInRegion">;
type Privacy = Terms & Pick<Scenario["privacy"], "dataClass">;

const open: Terms = { residency: "anywhere", apiTerms: "standard", agreementSigned: false, apiInRegion: false };
const agreed: Terms = { residency: "anywhere", apiTerms: "cloudTenant", agreementSigned: true, apiInRegion: false };
const agreedInRegion: Terms = { ...agreed, residency: "region", apiInRegion: true };

/**
 * What a plan assumes about each class of data until a person says otherwise. Where an agreement is needed the plan
 * assumes that it will be signed before launch, as every automated path would fall away otherwise; the note says so.
 */
const termsFor: Record<DataClass, Terms> = {
  public: open,
  internal: open,
  confidential: agreed,
  personal: { ...agreedInRegion, apiTerms: "standard" },
  special: agreedInRegion,
  payment: agreed,
};

const words: Record<DataClass, string> = {
  public: "",
  internal: "",
  confidential:
    "Assumed, as the data is confidential: the API's model runs in a cloud tenant of your own, and a processing agreement is signed before launch.",
  personal:
    "Assumed, as the data is personal: a processing agreement is signed before launch, and data stays within one legal region.",
  special:
    "Assumed, as the data is of a special category: the API's model runs in a cloud tenant of your own, a processing agreement (for health data in the US a BAA) is signed before launch, and data stays within one legal region.",
  payment:
    "Assumed, as card data may occur: the API's model runs in a cloud tenant of your own, and a processing agreement is signed before launch.",
};

/** Privacy settings for a class of data, and the sentence that flags what was assumed ("" where nothing was). */
export function privacyFor(dataClass: DataClass): { privacy: Privacy; note: string } {
  const sentence = words[dataClass];
  const note = sentence === "" ? "" : `${sentence} Confirm or change this under Privacy.`;
  return { privacy: { dataClass, ...termsFor[dataClass] }, note };
}
