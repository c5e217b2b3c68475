import type { Accelerator } from "@/lib/contract/catalogue";
import type { Range } from "@/lib/contract/result";
import type { Data } from "../data/compose";
import type { EvaluationResult } from "../evaluation/compose";
import type { Figure, Figured } from "../figure";
import type { FleetInputs } from "../fleet/compose";
import type { MaintenanceResult } from "../maintenance/compose";
import type { Acquisition } from "../resolve/acquisition";
import type { ScenarioFigures } from "../resolve/document";
import type { ApiTerms } from "../resolve/price";
import type { Traffic } from "../traffic/compose";

/** Everything the cost of the paths is made of, from the modules before it. */
export type CostInputs = {
  scenario: ScenarioFigures;
  traffic: Traffic;
  acquisition: Acquisition;
  data: Data;
  evaluation: EvaluationResult;
  maintenance: MaintenanceResult;
  /** Null where no price is known. */
  api: ApiTerms | null;
  /** Null where no replica can serve the scenario at all. */
  hosting: Hosting | null;
};

export type Hosting = {
  fleet: FleetInputs;
  goodput: Figured<Range>;
  accelerator: Accelerator;
  weightsTotalBytes: Figure<number>;
  /** Powers by which what a replica serves moves with prompt length, answer length and what is read from cache. */
  responds?: Responds;
};

export type Responds = { isl: number; osl: number; cached: number };
