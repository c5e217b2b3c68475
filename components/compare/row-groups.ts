import { considerations } from "@/lib/contract/field";
import type { ScenarioResult } from "@/lib/contract/result";
import { considerationNames, pathNames } from "../figures/names";
import { at, breakEvenReading, costReading, type RowGroup, rangeAt, type TextRow, totalReading } from "./rows";
import { certaintyWords, limitedByWords, stateWords } from "./words";

const yesNo = (value: boolean | undefined, yes: string, no: string): string | null =>
  value === undefined ? null : value ? yes : no;

const stateOf = (result: ScenarioResult, id: (typeof considerations)[number]) =>
  result.considerations.find((each) => each.id === id)?.state;

const considerationRow = (id: (typeof considerations)[number]): TextRow => ({
  kind: "text",
  id: `state.${id}`,
  title: considerationNames[id],
  read: (result) => {
    const state = stateOf(result, id);
    return state ? stateWords[state] : null;
  },
});

/** Every row of results, in the order a reader asks for them. */
export const rowGroups: readonly RowGroup[] = [
  {
    id: "verdict",
    title: "Verdict",
    rows: [
      {
        kind: "text",
        id: "verdict.path",
        title: "Path to take",
        hint: "The cheapest that meets every requirement",
        read: ({ verdict }) => (verdict.path ? pathNames[verdict.path] : "None qualifies"),
      },
      {
        kind: "text",
        id: "verdict.certainty",
        title: "How clear it is",
        read: ({ verdict }) => certaintyWords[verdict.certainty],
      },
      {
        kind: "number",
        id: "verdict.savingUsd",
        title: "Saves over the next best path",
        unit: "USD",
        better: null,
        overHorizon: true,
        read: at("verdict.savingUsd"),
      },
    ],
  },
  {
    id: "cost",
    title: "Cost",
    rows: [
      {
        kind: "number",
        id: "cost.month",
        title: "Running cost a month",
        hint: "Average over the horizon",
        unit: "USD/month",
        better: "lower",
        read: costReading("runningUsdPerMonth"),
      },
      {
        kind: "number",
        id: "cost.request",
        title: "Cost of a request",
        hint: "Everything, divided by all requests",
        unit: "USD/request",
        better: "lower",
        read: costReading("usdPerRequest"),
      },
      {
        kind: "number",
        id: "cost.tokens",
        title: "Cost of a million tokens",
        unit: "USD/Mtoken",
        better: "lower",
        read: costReading("usdPerMillionTokens"),
      },
      {
        kind: "number",
        id: "cost.oneOff",
        title: "To start",
        hint: "One-off costs",
        unit: "USD",
        better: "lower",
        read: costReading("oneOffUsd"),
      },
      {
        kind: "number",
        id: "cost.total",
        title: "Total over the horizon",
        unit: "USD",
        better: "lower",
        overHorizon: true,
        read: totalReading,
      },
      {
        kind: "number",
        id: "cost.presentValue",
        title: "Present value",
        hint: "All costs in today's money",
        unit: "USD",
        better: "lower",
        overHorizon: true,
        read: costReading("presentValueUsd"),
      },
      {
        kind: "number",
        id: "cost.breakEven",
        title: "Self-hosting has paid off",
        hint: "Against the API; month 1 is the first",
        unit: "month",
        better: "lower",
        read: breakEvenReading,
      },
    ],
  },
  {
    id: "latency",
    title: "Latency when self-hosted, at peak",
    rows: [
      {
        kind: "number",
        id: "latency.ttft",
        title: "Time to first word (TTFT)",
        hint: "At the percentile required",
        unit: "s",
        better: "lower",
        read: rangeAt("fleet.ttftSeconds"),
      },
      {
        kind: "number",
        id: "latency.tpot",
        title: "Time per output token (TPOT)",
        hint: "At the percentile required",
        unit: "s/token",
        better: "lower",
        read: rangeAt("fleet.tpotSeconds"),
      },
      {
        kind: "number",
        id: "latency.e2e",
        title: "Whole answer, p95",
        unit: "s",
        better: "lower",
        read: at("fleet.atPeak.e2eSeconds.p95"),
      },
      {
        kind: "text",
        id: "latency.targets",
        title: "Meets its targets",
        read: ({ fleet }) => yesNo(fleet?.atPeak.meetsTargets, "Yes", "No"),
      },
      {
        kind: "number",
        id: "latency.goodput",
        title: "One replica serves",
        hint: "Requests a second with every target met",
        unit: "request/s",
        better: "higher",
        read: rangeAt("serving.goodputRequestsPerSecond"),
      },
      {
        kind: "text",
        id: "latency.limit",
        title: "Limited by",
        read: ({ serving }) => (serving ? limitedByWords[serving.limitedBy] : null),
      },
    ],
  },
  {
    id: "memory",
    title: "Memory of one accelerator",
    rows: [
      { kind: "text", id: "memory.model", title: "Model", read: ({ basis }) => basis.model.name },
      { kind: "text", id: "memory.format", title: "Weights in", read: ({ basis }) => basis.model.weights },
      {
        kind: "number",
        id: "memory.weights",
        title: "Weights",
        unit: "B",
        better: "lower",
        read: at("memory.weightsBytes"),
      },
      {
        kind: "number",
        id: "memory.kv",
        title: "KV cache per token",
        unit: "B/token",
        better: "lower",
        read: at("memory.kvBytesPerToken"),
      },
      {
        kind: "number",
        id: "memory.pool",
        title: "Room for conversations (KV pool)",
        unit: "B",
        better: "higher",
        read: at("memory.kvPoolBytes"),
      },
      {
        kind: "number",
        id: "memory.needed",
        title: "Needed at peak",
        unit: "B",
        better: "lower",
        read: at("memory.totalForLoadBytes"),
      },
      { kind: "number", id: "memory.usable", title: "Usable", unit: "B", better: null, read: at("memory.usableBytes") },
      {
        kind: "text",
        id: "memory.fits",
        title: "Fits",
        read: ({ memory }) => yesNo(memory.fits, "Yes", "No"),
      },
    ],
  },
  {
    id: "fleet",
    title: "Hardware when self-hosted",
    rows: [
      { kind: "text", id: "fleet.accelerator", title: "Accelerator", read: ({ basis }) => basis.accelerator.name },
      {
        kind: "number",
        id: "fleet.accelerators",
        title: "Accelerators at launch",
        hint: "Spares, test and staging included",
        unit: "accelerator",
        better: "lower",
        read: at("fleet.accelerators"),
      },
      {
        kind: "number",
        id: "fleet.replicas",
        title: "Replicas",
        unit: "replica",
        better: null,
        read: at("fleet.replicas"),
      },
      {
        kind: "number",
        id: "fleet.spares",
        title: "Spare replicas",
        unit: "replica",
        better: null,
        read: at("fleet.spares"),
      },
      {
        kind: "number",
        id: "fleet.machines",
        title: "Machines",
        unit: "machine",
        better: "lower",
        read: at("fleet.machines"),
      },
      {
        kind: "number",
        id: "fleet.power",
        title: "Power, facility included",
        unit: "W",
        better: "lower",
        read: at("fleet.facilityWatts"),
      },
    ],
  },
  {
    id: "readiness",
    title: "Readiness",
    rows: [
      {
        kind: "number",
        id: "ready.settled",
        title: "Considerations settled, of eight",
        unit: "1",
        better: "higher",
        read: ({ considerations: all }) => ({
          value: all.filter(({ state }) => state === "settled").length,
          path: null,
        }),
      },
      {
        kind: "number",
        id: "ready.blockers",
        title: "Findings that bar a path",
        unit: "1",
        better: "lower",
        read: ({ findings }) => ({
          value: findings.filter(({ severity }) => severity === "blocker").length,
          path: null,
        }),
      },
      ...considerations.map(considerationRow),
    ],
  },
];
