import type { Accelerator } from "@/lib/contract/catalogue";
import type { Finding } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import type { FleetInputs, FleetResult } from "./compose";

const considered = ({ paths }: Scenario): ("selfHosted" | "hybrid")[] =>
  (["selfHosted", "hybrid"] as const).filter((id) => paths[id].enabled);

const seconds = (value: number): string => (value < 1 ? `${Math.round(value * 1000)} ms` : `${value.toFixed(1)} s`);

/** Whether the fleet holds its targets at the peak, and what is not known about it. */
export function fleetFindings(
  scenario: Scenario,
  fleet: FleetResult | null,
  inputs: FleetInputs,
  accelerator: Accelerator,
): Finding[] {
  const { acquisition } = inputs;
  const bars = considered(scenario);
  if (!fleet || bars.length === 0) return [];
  const { percentile, ttftSeconds, tpotSeconds } = scenario.requirements;
  const found: Finding[] = [];
  const { atPeak } = fleet;
  const meets = typeof atPeak.meetsTargets === "boolean" ? atPeak.meetsTargets : atPeak.meetsTargets.value;
  if (!meets) {
    const ttft = atPeak.ttftSeconds[percentile].value;
    const tpot = atPeak.tpotSeconds[percentile].value;
    found.push({
      id: "latency.missedAtPeak",
      consideration: "latency",
      severity: "blocker",
      what: "The self-hosted model misses its latency targets at the peak.",
      why: `At ${percentile} the first word takes ${seconds(ttft)} (target ${seconds(ttftSeconds)}) and each further token ${seconds(tpot)} (target ${seconds(tpotSeconds)}).`,
      todo: "Use faster or more accelerators per replica, a smaller model, or a lower target utilisation.",
      bars,
    });
  }
  found.push(...spanFindings(inputs));
  found.push(...leadFindings(scenario, fleet));
  if (acquisition.kind === "buy" && accelerator.facilityWatts === null && accelerator.tdpWatts === null) {
    found.push({
      id: "hardware.powerUnknown",
      consideration: "hardware",
      severity: "warning",
      what: `The power of ${accelerator.name} is not known.`,
      why: "Neither an all-in figure nor a rated power is published in the catalogue, so electricity and colocation count nothing.",
      todo: "Choose another accelerator, or add the missing cost to the support contract.",
      bars: [],
    });
  }
  return found;
}

/** A replica that holds no target at any load cannot be multiplied into a fleet that does. */
export function noGoodputFindings(scenario: Scenario, accelerator: Accelerator): Finding[] {
  const bars = considered(scenario);
  if (bars.length === 0) return [];
  const { percentile, ttftSeconds, tpotSeconds } = scenario.requirements;
  return [
    {
      id: "latency.unattainable",
      consideration: "latency",
      severity: "blocker",
      what: "The self-hosted model meets its latency targets at no load.",
      why: `On ${accelerator.name} even a single request may take longer than ${seconds(ttftSeconds)} to its first word or ${seconds(tpotSeconds)} a token at ${percentile}, so no fleet can be sized.`,
      todo: "Use faster or more accelerators per replica, a smaller model, or longer targets.",
      bars,
    },
  ];
}

/** The fast links between accelerators end at the machine. */
function spanFindings({ acquisition, acceleratorsPerReplica }: FleetInputs): Finding[] {
  const each = acceleratorsPerReplica.value;
  const perMachine = acquisition.acceleratorsPerMachine.value;
  if (each <= perMachine) return [];
  return [
    {
      id: "hardware.replicaSpansMachines",
      consideration: "hardware",
      severity: "warning",
      what: "One replica spans several machines.",
      why: `It needs ${each} accelerators and a machine holds ${perMachine}; the traffic between machines runs over the network, which the latency estimate does not count.`,
      todo: "Choose a machine with more accelerators, a smaller number format, or a smaller model.",
      bars: [],
    },
  ];
}

/** Hardware that comes after launch leaves months in which something else must serve. */
function leadFindings({ economics }: Scenario, { lead, monthly }: FleetResult): Finding[] {
  if (!lead || !("months" in lead)) return [];
  const [months, without] = [lead.months.value, lead.monthsWithout.value];
  if (without === 0) return [];
  const served = monthly[without]?.month;
  return [
    {
      id: "hardware.leadTime",
      consideration: "hardware",
      severity: "warning",
      what: `Hardware ordered now comes ${without === 1 ? "a month" : `${without} months`} after launch.`,
      why: `It takes ${months} ${months === 1 ? "month" : "months"} from the order until it serves; ordered on ${economics.pricedOn} for a launch in ${economics.startMonth}, it carries requests ${served === undefined ? "after the plan has ended" : `from ${served} on`}.`,
      todo: "Launch later, order earlier, or let the API or rented machines serve until then; the cost of that bridge is not in the plan.",
      bars: [],
    },
  ];
}
