import { type DataClass, dataClasses } from "@/lib/contract/scenario";

/** From what anyone may see to what the law protects most. */
const order = Object.keys(dataClasses) as DataClass[];

const personal: ReadonlySet<DataClass> = new Set(["personal", "special", "payment"]);

export const holdsPersonal = (sensitivity: DataClass): boolean => personal.has(sensitivity);

/** Health and card data are each a class of their own: neither covers the other. */
export function isAbove(sensitivity: DataClass, planned: DataClass): boolean {
  if (sensitivity === planned) return false;
  const apart = new Set<DataClass>([sensitivity, planned]);
  return (apart.has("special") && apart.has("payment")) || order.indexOf(sensitivity) > order.indexOf(planned);
}
