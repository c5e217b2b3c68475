"use client";

import { pathNames } from "../figures/names";
import { Badge, type Tone } from "../ui/badge";
import { Group } from "./group";
import type { SectionProps } from "./section-results";
import { allowedWords } from "./words";

const tones: Record<keyof typeof allowedWords, Tone> = { yes: "good", withMeasures: "warning", no: "danger" };

export function PrivacyResults({ result: { privacy } }: SectionProps) {
  return (
    <Group title="What your data allows" lead="A way that is not allowed cannot be the answer, whatever it costs.">
      <ul className="flex flex-col">
        {privacy.options.map(({ path, allowed, reasons }) => (
          <li key={path} className="flex flex-wrap gap-x-3 gap-y-1 border-t border-line py-2 first:border-t-0">
            <span className="w-28 font-medium text-strong">{pathNames[path]}</span>
            <span className="w-44">
              <Badge tone={tones[allowed]}>{allowedWords[allowed]}</Badge>
            </span>
            <span className="min-w-0 flex-1 basis-64">
              {reasons.length === 0 ? "Nothing speaks against it." : reasons.join(" ")}
            </span>
          </li>
        ))}
      </ul>
    </Group>
  );
}
