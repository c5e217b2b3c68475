"use client";

import { format } from "@/lib/format";
import { considerationNames } from "../figures/names";
import { Badge, type Tone } from "../ui/badge";
import { Notice } from "../ui/notice";
import { Group } from "./group";
import { mostValuable } from "./next-step";
import type { SectionProps } from "./section-results";

const states: Record<string, { tone: Tone; words: string }> = {
  settled: { tone: "good", words: "Settled" },
  open: { tone: "warning", words: "Needs an answer" },
  failing: { tone: "danger", words: "Fails" },
};

/** A reason that several share is said once, above them. */
const commonReason = (reasons: readonly string[]): string | undefined =>
  reasons.find(
    (reason, index) => reasons.indexOf(reason) === index && reasons.filter((each) => each === reason).length > 2,
  );

/** How each of the eight stands, why, and the one step that is worth most now. */
export function Readiness({ result: { considerations } }: Pick<SectionProps, "result">) {
  const settled = considerations.filter(({ state }) => state === "settled").length;
  const first = mostValuable(considerations);
  const common = commonReason(considerations.filter(({ state }) => state === "open").map(({ reason }) => reason));
  return (
    <Group
      title="The eight considerations"
      lead={[
        `${settled} of ${considerations.length} are settled: confirmed by a person, and nothing fails.`,
        ...(common ? [`Unless another reason is given: ${common.charAt(0).toLowerCase()}${common.slice(1)}`] : []),
      ].join(" ")}
    >
      {first && (
        <Notice tone="info" title={`Most valuable next step: ${considerationNames[first.id]}`}>
          {first.nextStep}
        </Notice>
      )}
      <ul className="flex flex-col">
        {considerations.map(({ id, state, reason, nextStep, worth }) => {
          const { tone, words } = states[state] ?? { tone: "neutral" as const, words: state };
          return (
            <li
              key={id}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t border-line py-2 first:border-t-0"
            >
              <span className="w-32 font-medium text-strong">{considerationNames[id]}</span>
              <span className="min-w-0 flex-1 basis-64">
                <Badge tone={tone}>{words}</Badge> {reason !== common && reason} {state !== "settled" && nextStep}
              </span>
              {worth && state !== "settled" && (
                <span className="text-xs text-muted sm:w-32 sm:text-right">worth up to {format(worth.usd, "USD")}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Group>
  );
}
