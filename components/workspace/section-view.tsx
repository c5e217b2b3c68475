"use client";

import { useEffect } from "react";
import type { Consideration, Section } from "@/lib/contract/field";
import type { ScenarioResult } from "@/lib/contract/result";
import { useDraft } from "../forms/draft-context";
import { SectionForm } from "../forms/section-form";
import { fieldId } from "../forms/use-field";
import { SectionResults, sectionSentences } from "../sections/section-results";
import { Skeleton } from "../ui/skeleton";
import { ConfirmButton } from "./confirm-button";
import { sectionNames } from "./section-names";
import { StateMark, stateWords } from "./state-mark";
import type { Revealed } from "./use-place";

type View = { section: Section; result: ScenarioResult | undefined; behind: boolean; reveal: Revealed | null };

/** What a section decides, its inputs, and what follows from them. */
export function SectionView({ section, result, behind, reveal }: View) {
  const document = useDraft((state) => state.document);
  useReveal(reveal);
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <header className="flex flex-col gap-2">
        <h2 className="font-semibold text-lg text-strong">{sectionNames[section]}</h2>
        <p className="max-w-prose text-muted">{sectionSentences[section]}</p>
        {section !== "overview" && <Standing consideration={section} result={result} />}
      </header>
      <section aria-label={`${sectionNames[section]}: inputs`}>
        <SectionForm section={section} reveal={reveal?.path ?? null} />
      </section>
      <section aria-label={`${sectionNames[section]}: results`} aria-busy={behind || !result}>
        {result ? (
          <SectionResults section={section} scenario={document} result={result} />
        ) : (
          <Skeleton className="h-40" lines={4} />
        )}
      </section>
    </div>
  );
}

function Standing({ consideration, result }: { consideration: Consideration; result: ScenarioResult | undefined }) {
  const standing = result?.considerations.find(({ id }) => id === consideration);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      {standing && (
        <p className="min-w-0 flex-1 basis-80">
          <span className="mr-1 inline-flex items-baseline gap-1 font-medium text-strong">
            <StateMark state={standing.state} />
            {stateWords[standing.state]}.
          </span>
          {standing.reason} {standing.state !== "settled" && standing.nextStep}
        </p>
      )}
      <ConfirmButton consideration={consideration} />
    </div>
  );
}

/** Brings a field that was asked for elsewhere (a hinge, a mistake) on the screen and into focus. */
function useReveal(reveal: Revealed | null): void {
  useEffect(() => {
    if (reveal === null) return;
    const frame = requestAnimationFrame(() => {
      const field = window.document.getElementById(fieldId(reveal.path));
      // A row of a list may be closed.
      for (let at = field?.parentElement; at; at = at.parentElement)
        if (at instanceof HTMLDetailsElement) at.open = true;
      field?.scrollIntoView({ block: "center" });
      field?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [reveal]);
}
