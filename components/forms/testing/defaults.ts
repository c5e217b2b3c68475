import type { DefaultValue } from "@/lib/contract/catalogue";
import type { Defaults } from "../draft";

const entry = (path: string, value: DefaultValue["value"], unit: DefaultValue["unit"]): DefaultValue => ({
  path,
  value,
  unit,
  basis: "source",
  why: "As measured by somebody.",
  source: { title: "A survey", url: "https://example.org/survey", asOf: "2026-07" },
});

const acquisition = "paths.selfHosted.acquisition";

/** A few defaults, with all that renting and buying need. */
export const exampleDefaults: Defaults = new Map(
  [
    entry("workload.requestsPerDay", 5000, "request/day"),
    entry("workload.growthPerYear", 0.3, "share/year"),
    entry("workload.isl", 1500, "token/request"),
    entry("requirements.budgetUsdPerMonth", null, "USD/month"),
    entry(`${acquisition}.kind`, "rent", "text"),
    entry(`${acquisition}.offerId`, "aws/p5.4xlarge@us-east-1", "text"),
    entry(`${acquisition}.term`, "onDemand", "text"),
    entry(`${acquisition}.ownUsdPerAcceleratorHour`, null, "USD/accelerator·h"),
    entry(`${acquisition}.priceFactorPerYear`, 1, "factor/year"),
    entry(`${acquisition}.interruptedShare`, 0.1, "share"),
    entry(`${acquisition}.buy.acceleratorId`, "nvidia-h100-sxm", "text"),
    entry(`${acquisition}.buy.usdPerAccelerator`, 30_000, "USD/accelerator"),
    entry(`${acquisition}.buy.serverFactor`, 1.28, "1"),
    entry(`${acquisition}.buy.acceleratorsPerMachine`, 8, "accelerator"),
    entry(`${acquisition}.buy.lifeYears`, 5, "year"),
    entry(`${acquisition}.buy.residualShare`, 0.1, "share"),
    entry(`${acquisition}.buy.maintenanceSharePerYear`, 0.05, "share/year"),
    entry(`${acquisition}.buy.usdPerKwh`, 0.146, "USD/kWh"),
    entry(`${acquisition}.buy.pue`, 1.54, "1"),
    entry(`${acquisition}.buy.colocationUsdPerKwMonth`, 184, "USD/kW·month"),
  ].map((each) => [each.path, each]),
);
