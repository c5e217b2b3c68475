"use client";

import clsx from "clsx";
import type { Section } from "@/lib/contract/field";
import { Disclosure } from "../ui/disclosure";
import { useDraft, useForm } from "./draft-context";
import { groupOfRanges } from "./groups";
import { ScenarioField } from "./scenario-field";
import { type FieldGroup, holds, sectionFields } from "./section-fields";

/** The inputs of a section: the few that matter most, and the rest on demand. `reveal`: a field that must be visible. */
export function SectionForm({ section, reveal }: { section: Section; reveal: string | null }) {
  const { catalogue, problem } = useForm();
  const document = useDraft((state) => state.document);
  const { main, more, moreCount } = sectionFields(section, document, catalogue, problem?.path);
  const revealed = reveal !== null && more.some(({ paths }) => paths.some((path) => holds(path, reveal)));
  if (main.length + more.length === 0) {
    return <p className="text-muted">Nothing here changes the answer while no way that needs it is considered.</p>;
  }
  return (
    <div className="flex flex-col gap-6">
      <Groups groups={main} />
      {moreCount > 0 && (
        <Disclosure
          key={`${section}${revealed ? reveal : ""}`}
          summary={`More assumptions (${moreCount})`}
          defaultOpen={revealed}
        >
          <div className="pt-3">
            <Groups groups={more} />
          </div>
        </Disclosure>
      )}
    </div>
  );
}

function Groups({ groups }: { groups: readonly FieldGroup[] }) {
  return (
    <div className="flex flex-col gap-6">
      {groups.map((group) => (
        <Group key={group.title} group={group} titled={groups.length > 1} />
      ))}
    </div>
  );
}

/** A range is told by its two ends and its shape, which stand in one line. */
const columns = (title: string): string =>
  title === groupOfRanges ? "grid-cols-2 items-end sm:grid-cols-3" : "grid-cols-1 sm:grid-cols-2";

function Group({ group: { title, paths }, titled }: { group: FieldGroup; titled: boolean }) {
  return (
    <fieldset className="min-w-0">
      <legend className={titled ? "mb-3 font-medium text-muted" : "sr-only"}>{title}</legend>
      <div className={clsx("grid gap-x-6 gap-y-4", columns(title))}>
        {paths.map((path) => (
          <ScenarioField key={path} path={path} />
        ))}
      </div>
    </fieldset>
  );
}
