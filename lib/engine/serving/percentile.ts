import type { Scenario } from "@/lib/contract/scenario";

export type Percentile = Scenario["requirements"]["percentile"];
