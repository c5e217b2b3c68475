"use client";

import { useMemo, useState } from "react";
import { useStore } from "zustand";
import { useDefaults } from "@/lib/client/catalogue";
import { useEstimate, useWorking } from "@/lib/client/estimate";
import { useScenario } from "@/lib/client/scenarios";
import type { DefaultValue } from "@/lib/contract/catalogue";
import { WorkingProvider } from "../figures/working-panel";
import type { Defaults } from "../forms/draft";
import { DraftProvider, type EngineProblem } from "../forms/draft-context";
import { createDraftStore } from "../forms/draft-store";
import type { Pickers } from "../forms/pickers";
import { BottomLine } from "./bottom-line";
import { ConflictDialog } from "./conflict-dialog";
import { Elsewhere } from "./elsewhere";
import type { Start } from "./local-draft";
import { Rail } from "./rail";
import { SectionView } from "./section-view";
import { usePlace } from "./use-place";
import { useSaving } from "./use-saving";
import { WorkspaceHeader } from "./workspace-header";

type Props = {
  id: string;
  archivedAt: string | null;
  start: Start;
  defaults: readonly DefaultValue[];
  pickers: Pickers;
};

export function WorkspaceBody({ id, archivedAt, start, defaults, pickers }: Props) {
  const [store] = useState(() => createDraftStore(start));
  const [version, setVersion] = useState(start.version);
  const document = useStore(store, (state) => state.document);
  const saving = useSaving(id, store, version, start);
  const stored = useScenario(id).data;
  const estimate = useEstimate(document);
  const result = useLast(estimate.result);
  const { behind, error } = estimate;
  const problem = useProblem(error);
  const byPath = useDefaultsByPath(document.workload.useCase, defaults);
  const { section, setSection, reveal, onReveal } = usePlace(store);
  const loadWorking = useWorking(document);
  return (
    <DraftProvider store={store} defaults={byPath} pickers={pickers} problem={problem}>
      <WorkingProvider load={loadWorking}>
        <div className="flex flex-col gap-4">
          <WorkspaceHeader
            id={id}
            archived={(stored ? stored.archivedAt : archivedAt) !== null}
            saving={saving}
            onVersion={setVersion}
            onReveal={onReveal}
          />
          <ConflictDialog id={id} saving={saving} />
          <Elsewhere id={id} saving={saving} onTake={(taken) => setVersion(taken.version)} />
          <div className="grid grid-cols-1 gap-x-8 gap-y-4 lg:grid-cols-[11rem_minmax(0,1fr)] xl:grid-cols-[11rem_minmax(0,1fr)_25rem] print:grid-cols-1">
            <div className="print-hidden lg:sticky lg:top-16 lg:self-start">
              <Rail section={section} onSection={setSection} states={result?.considerations ?? []} />
            </div>
            <SectionView key={section} section={section} result={result} behind={behind} reveal={reveal} />
            <BottomLine document={document} result={result} behind={behind} problem={problem} onReveal={onReveal} />
          </div>
        </div>
      </WorkingProvider>
    </DraftProvider>
  );
}

/** The engine names a field as the request that carried the document did. */
function useProblem(
  error: { path?: string | undefined; message: string; passing: boolean } | null,
): EngineProblem | null {
  return useMemo(() => {
    if (!error || error.passing) return null;
    return { path: error.path?.replace(/^scenario\./, ""), message: error.message };
  }, [error]);
}

function useDefaultsByPath(useCase: Parameters<typeof useDefaults>[0], sent: readonly DefaultValue[]): Defaults {
  const { data } = useDefaults(useCase);
  const entries = data?.defaults ?? sent;
  return useMemo(() => new Map(entries.map((entry) => [entry.path, entry])), [entries]);
}

/** A refusal takes no figures away: those before stay until there are new ones. */
function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
