"use client";

import { useDraft } from "../forms/draft-context";
import { wordsAt } from "../forms/words-at";
import { NameField } from "./name-field";
import { saveWords } from "./save-words";
import { type MenuProps, ScenarioMenu } from "./scenario-menu";
import { UndoButtons } from "./undo-buttons";

type Props = MenuProps & { onReveal(path: string): void };

/** What the plan is called, whether it is saved, and what can be done with it as a whole. */
export function WorkspaceHeader({ onReveal, ...menu }: Props) {
  const { state } = menu.saving;
  return (
    <header className="-ml-2 flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <NameField />
        <div className="print-hidden flex items-center gap-1">
          <UndoButtons />
          <ScenarioMenu {...menu} />
        </div>
      </div>
      <div className="flex flex-wrap items-baseline gap-x-3 px-2 text-sm">
        <p role="status" aria-label="Save state" className={state.kind === "saved" ? "text-muted" : "text-strong"}>
          {saveWords(state)}
        </p>
        {menu.archived && <p className="text-muted">Archived</p>}
        <NotCounted onReveal={onReveal} />
      </div>
    </header>
  );
}

/** Fields whose text is not a value yet, wherever they stand. */
function NotCounted({ onReveal }: Pick<Props, "onReveal">) {
  const invalid = useDraft((draft) => draft.invalid);
  const paths = Object.keys(invalid).filter((path) => path !== "name");
  if (paths.length === 0) return null;
  return (
    <p className="text-danger">
      Not counted yet:{" "}
      {paths.map((path, index) => (
        <span key={path}>
          {index > 0 && ", "}
          <button type="button" className="cursor-pointer underline underline-offset-2" onClick={() => onReveal(path)}>
            {wordsAt(path)?.title ?? path}
          </button>
        </span>
      ))}
    </p>
  );
}
