import { temporal } from "zundo";
import { createStore } from "zustand/vanilla";
import type { Scenario } from "@/lib/contract/scenario";
import { withDefault } from "./acquisition";
import { type Checked, checkAmount, checkValue } from "./check";
import type { Defaults, Draft, InvalidFields } from "./draft";
import { valueAt, withValueAt } from "./value-at";

export type DraftState = Draft & {
  /** A value of a choice, switch or picker. */
  setValue(path: string, value: unknown): void;
  /** A number as it is typed. */
  setAmount(path: string, text: string): void;
  /** A row out of a list; what is typed in the rows after it moves up with them. */
  removeRow(path: string, at: number): void;
  /** Several places of the document at once, as one step of undoing. */
  replace(document: Scenario): void;
  reset(path: string, defaults: Defaults): void;
  undo(): void;
  redo(): void;
};

const stepsKept = 200;
/** Typing in one field without a pause is one step of undoing. */
const pauseMs = 1000;

const without = (invalid: InvalidFields, path: string): InvalidFields =>
  Object.fromEntries(Object.entries(invalid).filter(([key]) => key !== path));

/** A text belongs to a field; one whose field is gone (rent after buying, say) goes with it. */
const stillThere = (invalid: InvalidFields, document: Scenario): InvalidFields =>
  Object.fromEntries(Object.entries(invalid).filter(([path]) => valueAt(document, path) !== undefined));

/** What is not valid in the rows of a list once the row at a place is gone. */
function movedUp(invalid: InvalidFields, list: string, gone: number): InvalidFields {
  const moved = Object.entries(invalid).flatMap(([path, entry]): [string, InvalidFields[string]][] => {
    const [row = "", ...cell] = path.startsWith(`${list}.`) ? path.slice(list.length + 1).split(".") : [];
    if (row === "" || Number(row) < gone) return [[path, entry]];
    return Number(row) === gone ? [] : [[[list, Number(row) - 1, ...cell].join("."), entry]];
  });
  return Object.fromEntries(moved);
}

/**
 * The scenario as it stands on the screen. The document is valid at every moment, so that it can always be estimated
 * and saved; what is not valid is kept beside it.
 */
export function createDraftStore(start: Draft) {
  let last = { path: "", at: 0 };
  const store = createStore<DraftState>()(
    temporal(
      (set, get) => {
        const step = (path: string, next: Partial<Draft>) => {
          const now = Date.now();
          const sameStep = path !== "" && path === last.path && now - last.at < pauseMs;
          last = { path, at: now };
          const history = store.temporal.getState();
          if (sameStep) history.pause();
          set(next);
          history.resume();
        };
        const take = (path: string, text: string, checked: Checked) => {
          const { invalid } = get();
          if (!checked.ok) step(path, { invalid: { ...invalid, [path]: { text, message: checked.message } } });
          else step(path, { document: checked.document, invalid: without(invalid, path) });
        };
        return {
          ...start,
          setValue: (path, value) => {
            const text = Array.isArray(value) ? value.join(", ") : String(value);
            take(path, text, checkValue(get().document, path, value));
          },
          setAmount: (path, text) => take(path, text, checkAmount(get().document, path, text)),
          removeRow: (path, at) => {
            const { document, invalid } = get();
            const rows = valueAt(document, path) as readonly unknown[];
            const left = withValueAt(
              document,
              path,
              rows.filter((_, row) => row !== at),
            );
            step("", { document: left, invalid: movedUp(invalid, path, at) });
          },
          replace: (document) => step("", { document, invalid: stillThere(get().invalid, document) }),
          reset: (path, defaults) => {
            const document = withDefault(get().document, path, defaults);
            step("", { document, invalid: stillThere(without(get().invalid, path), document) });
          },
          undo: () => {
            last = { path: "", at: 0 };
            store.temporal.getState().undo();
          },
          redo: () => {
            last = { path: "", at: 0 };
            store.temporal.getState().redo();
          },
        };
      },
      {
        limit: stepsKept,
        partialize: ({ document, invalid }): Draft => ({ document, invalid }),
        equality: (past, current) => past.document === current.document && past.invalid === current.invalid,
      },
    ),
  );
  return store;
}

export type DraftStore = ReturnType<typeof createDraftStore>;
