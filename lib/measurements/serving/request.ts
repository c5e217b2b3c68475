import { servingRequestSchema } from "@/lib/contract/request";
import type { ServingRequest } from "@/lib/engine/measuring";
import { launchOf } from "./launch";
import { layoutOf, lengthsOf, modelOf, weightsOf } from "./reading";
import type { ServingRow } from "./rows";

/** What one would ask the product about a row's run. */
export function requestOf(row: ServingRow): ServingRequest {
  const { accelerator, engine, engine_version, concurrency } = row;
  return servingRequestSchema.parse({
    kind: "serving",
    model: modelOf(row),
    weights: weightsOf(row),
    accelerator,
    engine,
    ...(engine_version === "" ? {} : { engineVersion: engine_version }),
    ...layoutOf(row),
    ...launchOf(row),
    ...lengthsOf(row),
    load: { kind: "closed", concurrency },
  });
}
