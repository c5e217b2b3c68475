import { isPersonal, isSpecial, type Rule } from "./facts";
import { gdpr } from "./regulations";

const art9 = new Set(["consent", "vitalInterests", "legalObligation", "publicTask", "healthCare", "notNamed"]);

/** Rules on the data itself, wherever it is processed. */
export const dataRules: Rule[] = [
  {
    id: "basis.special",
    handlers: ["api", "selfHosted"],
    applies: (facts) => isSpecial(facts) && !art9.has(facts.lawfulBasis),
    effect: "no",
    because: "A contract or legitimate interests alone do not allow processing special-category data.",
    todo: "Name a ground of Art. 9(2), such as explicit consent or health care by professionals.",
    source: gdpr("Art. 9(2)"),
  },
  {
    id: "basis.notNamed",
    handlers: ["api", "selfHosted"],
    applies: (facts) => isPersonal(facts) && facts.lawfulBasis === "notNamed",
    effect: "withMeasures",
    because: "Name the lawful basis before launch; the record of processing and the notice to users need it.",
    todo: "",
    source: gdpr("Art. 6 and 13(1)(c)"),
  },
];
