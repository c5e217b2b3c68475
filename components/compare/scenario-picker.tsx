"use client";

import { useState } from "react";
import { useDebounced } from "@/lib/client/debounced";
import { useScenarios } from "@/lib/client/scenarios";
import { mostCompared } from "@/lib/contract/http-compare";
import { Checkbox } from "../ui/checkbox";
import { Input } from "../ui/input";

type ScenarioPickerProps = { ids: readonly string[]; onChange: (ids: string[]) => void };

/** A list to tick scenarios in: those compared are ticked, and no more can be than fit side by side. */
export function ScenarioPicker({ ids, onChange }: ScenarioPickerProps) {
  const [search, setSearch] = useState("");
  const q = useDebounced(search, 200);
  const { data, error } = useScenarios({ limit: 50, ...(q !== "" && { q }) });
  const full = ids.length >= mostCompared;
  const toggle = (id: string) => onChange(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]);
  return (
    <div className="flex flex-col gap-2">
      <Input
        type="search"
        aria-label="Search scenarios"
        placeholder="Search by name or tag"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {error && <p role="alert">{error.message}</p>}
      <ul aria-label="Scenarios" className="flex max-h-80 flex-col overflow-y-auto">
        {data?.scenarios.map(({ id, name }) => (
          <li key={id} className="py-1">
            <Checkbox
              label={name}
              checked={ids.includes(id)}
              disabled={full && !ids.includes(id)}
              onChange={() => toggle(id)}
            />
          </li>
        ))}
      </ul>
      {data?.scenarios.length === 0 && <p className="text-muted">No scenario matches “{q}”.</p>}
      {full && <p className="text-muted">{mostCompared} fit side by side: take one away to add another.</p>}
    </div>
  );
}
