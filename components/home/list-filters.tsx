"use client";

import { useEffect, useState } from "react";
import { useDebounced } from "@/lib/client/debounced";
import { useListFilter } from "@/lib/client/url-state";
import { Input } from "../ui/input";
import { Select } from "../ui/select";

const archivedOptions = [
  { value: "false", label: "Not archived" },
  { value: "true", label: "Archived" },
  { value: "all", label: "All" },
];

/** Search, tag and archive; the address holds them. */
export function ListFilters({ tags }: { tags: readonly string[] }) {
  const [filter, setFilter] = useListFilter();
  const [typed, setTyped] = useState(filter.q);
  const q = useDebounced(typed, 200);
  useEffect(() => void setFilter({ q: q === "" ? null : q }), [q, setFilter]);
  return (
    <search className="flex flex-wrap gap-2">
      <div className="w-full sm:w-56">
        <Input
          type="search"
          aria-label="Search scenarios"
          placeholder="Search by name or tag"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {tags.length > 0 && (
        <Select
          aria-label="Tag"
          className="w-auto"
          value={filter.tag}
          onChange={(tag) => void setFilter({ tag: tag === "" ? null : tag })}
          options={[{ value: "", label: "Any tag" }, ...tags.map((tag) => ({ value: tag, label: tag }))]}
        />
      )}
      <Select
        aria-label="Archive"
        className="w-auto"
        value={filter.archived}
        onChange={(archived) => void setFilter({ archived: archived as typeof filter.archived })}
        options={archivedOptions}
      />
    </search>
  );
}
