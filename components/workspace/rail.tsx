"use client";

import Link from "next/link";
import type { Section } from "@/lib/contract/field";
import { Select } from "../ui/select";
import { sectionNames } from "./section-names";
import { sections } from "./sections";
import { type ConsiderationState, StateMark, stateWords } from "./state-mark";

type Rail = { section: Section; onSection(section: Section): void; states: readonly ConsiderationState[] };

const stateOf = (states: Rail["states"], section: Section) => states.find(({ id }) => id === section)?.state;

/** The eight considerations with how each stands; a list beside the form, a menu above it on a narrow screen. */
export function Rail({ section, onSection, states }: Rail) {
  return (
    <nav aria-label="Sections">
      <div className="lg:hidden">
        <Select
          aria-label="Section"
          value={section}
          onChange={(value) => onSection(value as Section)}
          options={sections.map((each) => ({ value: each, label: optionLabel(each, stateOf(states, each)) }))}
        />
      </div>
      <ul className="hidden flex-col gap-0.5 lg:flex">
        {sections.map((each) => (
          <li key={each}>
            <RailLink each={each} current={each === section} state={stateOf(states, each)} onSection={onSection} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

const optionLabel = (section: Section, state: ConsiderationState["state"] | undefined): string =>
  state === undefined ? sectionNames[section] : `${sectionNames[section]}: ${stateWords[state].toLowerCase()}`;

type RailLinkProps = {
  each: Section;
  current: boolean;
  state: ConsiderationState["state"] | undefined;
  onSection: Rail["onSection"];
};

function RailLink({ each, current, state, onSection }: RailLinkProps) {
  return (
    <Link
      href={each === "overview" ? "?" : `?section=${each}`}
      scroll={false}
      prefetch={false}
      aria-current={current ? "page" : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onSection(each);
      }}
      className={`flex items-start gap-2 rounded-md px-2 py-1.5 ${
        current ? "bg-sunken font-medium text-strong" : "text-body hover:bg-sunken"
      }`}
    >
      <span className="mt-1 w-3.5">{state && <StateMark state={state} />}</span>
      <span className="flex flex-col">
        {sectionNames[each]}
        {state && <span className="font-normal text-muted text-xs">{stateWords[state]}</span>}
      </span>
    </Link>
  );
}
