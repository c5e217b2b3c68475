"use client";

import { type ReactNode, useState } from "react";
import { Button } from "../ui/button";
import { Disclosure } from "../ui/disclosure";
import { applies } from "./applies";
import { rowParts } from "./default-text";
import { useDraft, useForm } from "./draft-context";
import { FieldAbout } from "./field-about";
import { type Field, useField } from "./use-field";

type Control = { path: string; field: Field };
type Cell = (props: Control) => ReactNode;
type Row = Record<string, unknown>;

/** The rows of a list: one line each that opens into its fields. `cell` draws the control of one of them. */
export function RowsControl({ path, field, cell }: Control & { cell: Cell }) {
  const { store } = useForm();
  const [added, setAdded] = useState<number | null>(null);
  // A row is its place, so that after a removal another stands there: it must not inherit what was open.
  const [removals, setRemovals] = useState(0);
  const list = (field.value ?? []) as readonly Row[];
  const { name = "row", maximum = 0, blank = {} } = field.words?.rows ?? {};
  const add = () => {
    store.getState().setValue(path, [...list, blank]);
    setAdded(list.length);
  };
  const remove = (at: number) => {
    store.getState().removeRow(path, at);
    setAdded(null);
    setRemovals(removals + 1);
  };
  return (
    <fieldset id={field.id} aria-labelledby={`${field.id}-title`} tabIndex={-1} className="flex min-w-0 flex-col">
      {list.length === 0 && <p className="text-muted">None yet.</p>}
      <ul className="flex flex-col">
        {list.map((row, at) => {
          const rowPath = `${path}.${at}`;
          return (
            <li key={`${rowPath} ${removals}`} className="border-line border-t first:border-t-0">
              <RowFields
                path={rowPath}
                row={row}
                name={`${name} ${at + 1}`}
                summary={rowParts(path, row)}
                open={at === added}
                cell={cell}
                onRemove={() => remove(at)}
              />
            </li>
          );
        })}
      </ul>
      <div className="pt-2">
        <Button size="sm" onClick={add} disabled={list.length >= maximum}>
          Add {name}
        </Button>
        {list.length >= maximum && <span className="pl-3 text-muted text-sm">At most {maximum}.</span>}
      </div>
    </fieldset>
  );
}

type RowProps = {
  path: string;
  row: Row;
  name: string;
  summary: ReturnType<typeof rowParts>;
  open: boolean;
  cell: Cell;
  onRemove: () => void;
};

function RowFields({ path, row, name, summary, open, cell, onRemove }: RowProps) {
  const { problem, catalogue } = useForm();
  const document = useDraft((state) => state.document);
  const columns = Object.keys(row).filter((column) => applies(`${path}.${column}`, document, catalogue));
  const invalid = useDraft(({ invalid: all }) => Object.keys(all).some((each) => each.startsWith(`${path}.`)));
  const wrong = invalid || problem?.path?.startsWith(`${path}.`) === true;
  return (
    <Disclosure
      defaultOpen={open}
      summary={
        <span className="min-w-0 py-1">
          {summary.name === "" ? (
            name
          ) : (
            <>
              <span className="sr-only">{name}: </span>
              {summary.name}
            </>
          )}
          {summary.facts.length > 0 && (
            <span className="tabular block font-normal text-muted text-sm in-[details[open]>summary]:hidden">
              {summary.facts.join(" · ")}
            </span>
          )}
          {wrong && <span className="block font-normal text-danger text-sm">needs correcting</span>}
        </span>
      }
    >
      <div className="grid grid-cols-1 gap-x-4 gap-y-0 pb-3 pl-5 sm:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))]">
        {columns.map((column) => (
          <CellField key={column} path={`${path}.${column}`} row={name} cell={cell} />
        ))}
        <div className="row-span-3 -ml-2.5 pb-2">
          <Button size="sm" variant="ghost" onClick={onRemove}>
            Remove<span className="sr-only"> {name}</span>
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}

function CellField({ path, row, cell }: { path: string; row: string; cell: Cell }) {
  const field = useField(path);
  const { id, words, message, value } = field;
  if (!words) return null;
  const about = <FieldAbout path={path} words={words} standard={undefined} />;
  return (
    // Labels, controls and messages of neighbours stand level, however many lines a label takes.
    <div className="row-span-3 grid min-w-0 grid-rows-subgrid gap-y-1 pb-2">
      <div className="flex min-h-6 items-end gap-0.5">
        {typeof value === "boolean" ? (
          cell({ path, field })
        ) : (
          <label htmlFor={id} className="min-w-0 text-sm text-strong">
            {words.title}
            <span className="sr-only"> {row}</span>
          </label>
        )}
        {about}
      </div>
      {typeof value !== "boolean" && cell({ path, field })}
      {message !== undefined && (
        <p id={`${id}-message`} role="alert" className="text-danger text-sm">
          {message}
        </p>
      )}
    </div>
  );
}
