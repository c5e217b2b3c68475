import type { LimitedBy, ScenarioResult } from "@/lib/contract/result";

/** Names of things the contract knows by a key. */

export const stateWords: Record<ScenarioResult["considerations"][number]["state"], string> = {
  settled: "Settled",
  open: "Needs an answer",
  failing: "Fails",
};

export const certaintyWords: Record<ScenarioResult["verdict"]["certainty"], string> = {
  clear: "Clear",
  close: "Close",
  none: "No verdict",
};

export const limitedByWords: Record<LimitedBy, string> = {
  compute: "Compute",
  memoryBandwidth: "Memory bandwidth",
  kvCapacity: "Room for conversations",
  interconnect: "The link between accelerators",
  host: "The host",
  arrivals: "Nothing: it waits for requests",
};
