"use client";

import { FigureList, FigureRow } from "../figures/figure-row";
import { Group } from "./group";
import type { SectionProps } from "./section-results";

/** What is kept, for how long, and what that costs. */
export function DataStorage({ scenario, result: { data } }: SectionProps) {
  const { storage } = data;
  const hosting = scenario.paths.selfHosted.enabled || scenario.paths.hybrid.enabled;
  const hosted = new Set(["weights", "checkpoints"]);
  const parts = storage?.parts
    .map((part, at) => ({ ...part, at }))
    .filter(({ id, bytes }) => bytes > 0 && (hosting || !hosted.has(id)));
  return (
    <Group title="What is logged and kept">
      <FigureList>
        {parts?.map(({ at, label, bytes, id }) => (
          <FigureRow
            key={id}
            label={label}
            {...(id === "logs" && { hint: `once ${scenario.data.logRetentionMonths} months are filled` })}
            value={bytes}
            unit="B"
            path={`data.storage.parts.${at}.bytes`}
          />
        ))}
        <FigureRow label="Logs written a month" value={data.logBytesPerMonth} unit="B" path="data.logBytesPerMonth" />
        <FigureRow
          label="Storage of documents, index, test results and logs"
          hint="once the retention time is filled"
          value={data.storageUsdPerMonth}
          unit="USD/month"
          path="data.storageUsdPerMonth"
        />
        {storage && hosting && (
          <FigureRow
            label="Storage of weights and checkpoints"
            value={storage.hostedUsdPerMonth}
            unit="USD/month"
            path="data.storage.hostedUsdPerMonth"
          />
        )}
        {storage && hosting && storage.loadSeconds !== null && (
          <FigureRow
            label="Loading the weights into a new replica"
            hint="from storage at 10 Gbit a second; local disks are several times faster"
            value={storage.loadSeconds}
            unit="s"
            path="data.storage.loadSeconds"
          />
        )}
      </FigureList>
    </Group>
  );
}
