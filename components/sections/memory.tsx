"use client";

import type { FineTune } from "@/lib/contract/result";
import { format } from "@/lib/format";
import { FineTuneChart, wayName } from "../charts/fine-tune-chart";
import { MemoryChart } from "../charts/memory-chart";
import { FigureList, FigureRow } from "../figures/figure-row";
import { offerName } from "../figures/names";
import { Group } from "./group";
import { NotSized } from "./not-sized";
import type { SectionProps } from "./section-results";

export function MemoryResults({ result }: SectionProps) {
  const { memory, serving, basis } = result;
  const known = memory.weightsTotalBytes > 0;
  return (
    <>
      {!serving && <NotSized result={result} what="A working fit" />}
      {known && <MemoryChart memory={memory} />}
      {known && (
        <Group
          title="The figures"
          lead={`${basis.model.name} on ${basis.accelerator.name}; each figure is for one accelerator of a copy unless it says otherwise.`}
        >
          <FigureList>
            <FigureRow
              label="Weights of the whole model"
              value={memory.weightsTotalBytes}
              unit="B"
              path="memory.weightsTotalBytes"
            />
            <FigureRow
              label="Weights on one accelerator"
              value={memory.weightsBytes}
              unit="B"
              path="memory.weightsBytes"
            />
            <FigureRow
              label="Room for conversations (KV pool)"
              value={memory.kvPoolBytes}
              unit="B"
              path="memory.kvPoolBytes"
            />
            <FigureRow
              label="Tokens that fit in it"
              value={memory.kvPoolTokens}
              unit="token"
              path="memory.kvPoolTokens"
            />
            <FigureRow
              label="Cache per token (KV cache)"
              value={memory.kvBytesPerToken}
              unit="B/token"
              path="memory.kvBytesPerToken"
            />
            {memory.statePerSequenceBytes > 0 && (
              <FigureRow
                label="Fixed state per conversation"
                value={memory.statePerSequenceBytes}
                unit="B"
                path="memory.statePerSequenceBytes"
              />
            )}
            <FigureRow
              label="Longest conversations at once"
              hint="each as long as the model is set to allow"
              value={memory.maxConcurrencyAtMaxModelLen}
              unit="sequence"
              path="memory.maxConcurrencyAtMaxModelLen"
            />
            <FigureRow
              label="Working memory (activations)"
              value={memory.activationBytes}
              unit="B"
              path="memory.activationBytes"
            />
            <FigureRow label="Engine and driver" value={memory.runtimeBytes} unit="B" path="memory.runtimeBytes" />
            <FigureRow
              label="Recorded graphs (CUDA graphs)"
              value={memory.cudaGraphBytes}
              unit="B"
              path="memory.cudaGraphBytes"
            />
            <FigureRow
              label="Needed for the planned load"
              value={memory.totalForLoadBytes}
              unit="B"
              path="memory.totalForLoadBytes"
            />
            <FigureRow
              label="Usable"
              hint="what the engine may take"
              value={memory.usableBytes}
              unit="B"
              path="memory.usableBytes"
            />
          </FigureList>
        </Group>
      )}
      {result.fineTune && (
        <Group
          title="Fine-tuning it"
          lead="Dividing and recomputing save memory on each accelerator. Recomputing every layer takes about a third more time."
        >
          <FineTuneChart fineTune={result.fineTune} />
          <Recommended fineTune={result.fineTune} />
        </Group>
      )}
    </>
  );
}

/** The cheapest run that fits on any accelerator with a listed price, and what it costs. */
function Recommended({ fineTune: { recommended } }: { fineTune: FineTune }) {
  if (recommended === undefined) return null;
  if (recommended === null) {
    return <p>On up to 32 accelerators of any kind with a listed price, a fine-tune does not fit.</p>;
  }
  const { accelerator, offer, usd, usdPerAcceleratorHour, hours } = recommended;
  return (
    <FigureList>
      <FigureRow
        label={`Cheapest that fits on any accelerator: ${accelerator}, ${wayName(recommended)}`}
        hint={`${format(hours, "h")} at ${format(usdPerAcceleratorHour, "USD/accelerator·h")}, the lowest listed price (${offerName(offer)}); check its region and terms`}
        value={usd}
        unit="USD"
        path="fineTune.recommended.usd"
      />
    </FigureList>
  );
}
