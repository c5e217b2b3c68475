import type { DefaultValue } from "@/lib/contract/catalogue";
import { leavesOf } from "@/lib/contract/field-at";
import type { Scenario } from "@/lib/contract/scenario";
import type { InputOrigin } from "./assumptions";

/** Inputs that still have their default's value, with that default's source; all others were entered. */
export function originsOf(document: Scenario, defaults: readonly DefaultValue[]): Record<string, InputOrigin> {
  const standard = new Map(defaults.map((each) => [each.path, each]));
  return Object.fromEntries(
    leavesOf(document).flatMap(({ path, value }) => {
      const found = standard.get(path);
      if (!found || JSON.stringify(found.value) !== JSON.stringify(value)) return [];
      const note = found.basis === "assumption" ? `Our assumption: ${found.why}` : found.why;
      return [[path, { kind: "default" as const, source: found.source, note }]];
    }),
  );
}
