import type { z } from "zod";
import type { privacyMatrixSchema } from "@/lib/contract/result";
import { type DataClass, dataClasses, type Scenario } from "@/lib/contract/scenario";
import { judge } from "./compose";
import type { Facts, Handler } from "./facts";
import { briefOf } from "./terms";

export type Matrix = z.infer<typeof privacyMatrixSchema>;

type Option = {
  id: Matrix["options"][number]["id"];
  label: string;
  handler: Handler;
  /** What the plan would say, had it chosen this; all else stays as it says. */
  changes: Partial<Scenario["privacy"]>;
};

const options: readonly Option[] = [
  { id: "apiStandard", label: "API, standard terms", handler: "api", changes: { apiTerms: "standard" } },
  { id: "apiZeroRetention", label: "API, zero retention", handler: "api", changes: { apiTerms: "zeroRetention" } },
  { id: "cloudTenant", label: "API in own cloud tenant", handler: "api", changes: { apiTerms: "cloudTenant" } },
  {
    id: "publicCloud",
    label: "Rented machines",
    handler: "selfHosted",
    changes: { selfHostedSite: "publicCloud", protection: "none" },
  },
  {
    id: "colocation",
    label: "Colocation",
    handler: "selfHosted",
    changes: { selfHostedSite: "colocation", protection: "none" },
  },
  {
    id: "ownPremises",
    label: "Own premises",
    handler: "selfHosted",
    changes: { selfHostedSite: "ownPremises", protection: "none" },
  },
  {
    id: "confidential",
    label: "Rented, confidential computing",
    handler: "selfHosted",
    changes: { selfHostedSite: "publicCloud", protection: "confidential" },
  },
  {
    id: "mpc",
    label: "Multi-party computation",
    handler: "selfHosted",
    changes: { selfHostedSite: "publicCloud", protection: "mpc" },
  },
];

const apiOptions = { standard: "apiStandard", zeroRetention: "apiZeroRetention", cloudTenant: "cloudTenant" } as const;

function plannedOptions({ privacy, paths }: Pick<Scenario, "privacy" | "paths">): Set<Option["id"]> {
  const planned = new Set<Option["id"]>();
  if (paths.api.enabled || paths.hybrid.enabled) planned.add(apiOptions[privacy.apiTerms]);
  if (paths.selfHosted.enabled || paths.hybrid.enabled)
    planned.add(privacy.protection === "none" ? privacy.selfHostedSite : privacy.protection);
  return planned;
}

/** What the provider says of itself stands with every cell of an API, allowed or not. */
function judgedCell(
  facts: Facts,
  handler: Handler,
): Pick<Matrix["rows"][number]["cells"][number], "allowed" | "reasons"> {
  const { allowed, reasons } = judge(facts, [handler]);
  return { allowed, reasons: handler === "api" && facts.terms ? [...reasons, briefOf(facts)] : reasons };
}

/** Every class of data on every way to run a model, with the plan's other answers; the plan's own cells are marked. */
export function composeMatrix(
  scenario: Pick<Scenario, "privacy" | "paths">,
  factsAt: (changes: Partial<Scenario["privacy"]>) => Facts,
): Matrix {
  const planned = plannedOptions(scenario);
  const classes = Object.keys(dataClasses) as DataClass[];
  return {
    options: options.map(({ id, label }) => ({ id, label })),
    rows: classes.map((dataClass) => ({
      dataClass,
      planned: dataClass === scenario.privacy.dataClass,
      cells: options.map(({ id, handler, changes }) => ({
        option: id,
        planned: dataClass === scenario.privacy.dataClass && planned.has(id),
        ...judgedCell(factsAt({ ...changes, dataClass }), handler),
      })),
    })),
  };
}
