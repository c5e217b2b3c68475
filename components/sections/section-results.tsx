"use client";

import type { ComponentType } from "react";
import type { Section } from "@/lib/contract/field";
import type { ScenarioResult } from "@/lib/contract/result";
import type { Scenario } from "@/lib/contract/scenario";
import { FindingList } from "../figures/finding";
import { CostResults } from "./cost";
import { DataResults } from "./data";
import { EvaluationResults } from "./evaluation";
import { Group } from "./group";
import { HardwareResults } from "./hardware";
import { LatencyResults } from "./latency";
import { MaintenanceResults } from "./maintenance";
import { MemoryResults } from "./memory";
import { OverviewResults } from "./overview";
import { PrivacyResults } from "./privacy";

export type SectionProps = { scenario: Scenario; result: ScenarioResult };

/** What each section decides, in a sentence for someone new to the field. */
export const sectionSentences: Record<Section, string> = {
  overview: "What you plan, what it must achieve, and the way to run it that costs least while meeting that.",
  hardware: "How many accelerators and machines the busiest minutes need, with spares, and what power they draw.",
  data: "Which sources the model may use, what it takes to prepare them, have examples labelled and keep both fresh, how good they are, and what is stored.",
  cost: "What each way costs from the first month to the last, when one becomes cheaper than another, and what investing returns.",
  maintenance:
    "The hours that updates, incidents and corrections take every month, what they cost, and what falls due when.",
  evaluation:
    "What must be good and how many answers show it, who judges them and what that costs, and whether to go live by what came out.",
  memory:
    "Whether the model fits an accelerator, and how many conversations fit beside it: each one keeps what it has read in a cache (the KV cache).",
  latency:
    "How long people wait for the first word and for each word after it, and how much load one copy takes before that suffers.",
  privacy:
    "Which ways of running the model the sensitivity of your data allows, with what measures, and which known risks stand open.",
};

const bodies: Record<Section, ComponentType<SectionProps>> = {
  overview: OverviewResults,
  hardware: HardwareResults,
  data: DataResults,
  cost: CostResults,
  maintenance: MaintenanceResults,
  evaluation: EvaluationResults,
  memory: MemoryResults,
  latency: LatencyResults,
  privacy: PrivacyResults,
};

/** What follows from a section's inputs, with the findings that concern it. */
export function SectionResults({ section, ...props }: { section: Section } & SectionProps) {
  const Body = bodies[section];
  const findings = props.result.findings.filter(({ consideration }) => consideration === section);
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <Body {...props} />
      {findings.length > 0 && (
        <Group title="Findings">
          <FindingList findings={findings} />
        </Group>
      )}
    </div>
  );
}
