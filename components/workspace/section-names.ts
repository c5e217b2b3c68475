import type { Section } from "@/lib/contract/field";
import { considerationNames } from "../figures/names";

export const sectionNames: Record<Section, string> = { overview: "Overview", ...considerationNames };
