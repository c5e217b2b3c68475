import type { ScenarioResult } from "@/lib/contract/result";
import { formatDate } from "@/lib/format";
import { Group } from "./group";

/** What the result was reckoned with, so that it can be reckoned again. */
export function Basis({ result: { basis } }: { result: ScenarioResult }) {
  const { model, accelerator, price } = basis;
  const rows: [string, string][] = [
    [
      "Self-hosted model",
      model.takenFor ? `${model.name}, taken for ${model.takenFor}` : `${model.name} (${model.weights})`,
    ],
    ["Accelerator", accelerator.name],
    ["API price", price ? [price.name, price.note].filter(Boolean).join(": ") : "none found"],
    ["Prices of", formatDate(basis.pricedOn)],
    [
      "Reckoned with",
      `engine ${basis.engineVersion}, calibration ${basis.calibrationVersion}, catalogue ${basis.catalogueVersion}`,
    ],
  ];
  return (
    <Group title="What this rests on">
      <dl className="flex flex-col">
        {rows.map(([label, value]) => (
          <div key={label} className="flex flex-wrap gap-x-4 border-t border-line py-1.5 first:border-t-0">
            <dt className="w-40 text-muted">{label}</dt>
            <dd className="min-w-0 flex-1 basis-60 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Group>
  );
}
