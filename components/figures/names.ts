import type { Consideration } from "@/lib/contract/field";
import type { PathId } from "@/lib/contract/scenario";

/** Names of things the contract knows by a key, the same on every screen. */

export const pathNames: Record<PathId, string> = {
  api: "API",
  selfHosted: "Self-hosted",
  hybrid: "Hybrid",
  people: "People",
};

export const considerationNames: Record<Consideration, string> = {
  hardware: "Hardware",
  data: "Data",
  cost: "Cost and return",
  maintenance: "Maintenance",
  evaluation: "Testing",
  memory: "Memory",
  latency: "Latency",
  privacy: "Privacy",
};

/** "aws p5.4xlarge, us-east-1" of "aws/p5.4xlarge@us-east-1". */
export const offerName = (id: string): string => id.replace("/", " ").replace("@", ", ");
