import type { Finding } from "@/lib/contract/result";
import type { PathId, Scenario } from "@/lib/contract/scenario";

/** What is known of the API's latency, against the targets. Not known is said, known and too slow bars. */
export function apiLatencyFindings({ paths, requirements }: Scenario, inlineSeconds = 0): Finding[] {
  const bars: PathId[] = (["api", "hybrid"] as const).filter((id) => paths[id].enabled);
  if (bars.length === 0) return [];
  const measures = [
    {
      name: "time to first word",
      measured: withInline(paths.api.ttftSeconds, inlineSeconds),
      target: requirements.ttftSeconds,
    },
    { name: "time per output token", measured: paths.api.tpotSeconds, target: requirements.tpotSeconds },
  ];
  const unknown = measures.filter(({ measured }) => measured === null).map(({ name }) => name);
  const missed = measures.filter(({ measured, target }) => measured !== null && measured > target);
  const found: Finding[] = missed.map(({ name, measured, target }) => ({
    id: `latency.api.${name.replaceAll(" ", "-")}`,
    consideration: "latency",
    severity: "blocker",
    what: `The API's ${name} misses the target.`,
    why: `It was measured at ${measured} s${inlineSeconds > 0 && name === "time to first word" ? `, ${inlineSeconds} s of scrubbing and checking included` : ""}; the target is ${target} s at ${requirements.percentile}.`,
    todo: "Choose a faster API model or provider, or accept a longer wait.",
    bars,
  }));
  if (unknown.length === 0) return found;
  return [
    ...found,
    {
      id: "latency.apiUnknown",
      consideration: "latency",
      severity: "warning",
      what: "The API's latency is not known.",
      why: `No measurement of its ${unknown.join(" and ")} was entered, so the verdict does not judge it.`,
      todo: "Measure the API with your own prompts and enter what you find.",
      bars: [],
    },
  ];
}

/** Prompts are scrubbed and checked before the API sees them. */
const withInline = (measured: number | null, inlineSeconds: number): number | null =>
  measured === null ? null : Number((measured + inlineSeconds).toPrecision(12));
