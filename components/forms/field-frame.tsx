"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useForm } from "./draft-context";
import { FieldAbout } from "./field-about";
import type { Field } from "./use-field";

type Frame = {
  path: string;
  field: Field;
  children: ReactNode;
  labelled?: boolean;
  /** Several controls under one heading, rather than one with a label. */
  grouped?: boolean;
  wide?: boolean;
};

/** A range begins a line of its own; on a phone its shape has the next. */
function placeInRange(path: string): string | undefined {
  const [, part] = /^ranges\.\w+\.(low|shape)$/.exec(path) ?? [];
  if (part === "low") return "col-start-1";
  return part === "shape" ? "max-sm:col-span-2" : undefined;
}

/** Label, what is known of the field, the control, and the message beside it. */
export function FieldFrame({ path, field, children, labelled = true, grouped = false, wide = false }: Frame) {
  const { id, words, message, standard, changed } = field;
  if (!words) return null;
  const about = (
    <>
      <FieldAbout path={path} words={words} standard={standard} />
      {changed && <ChangedNote path={path} title={words.title} />}
    </>
  );
  return (
    <div
      className={clsx("flex min-w-0 flex-col gap-1", wide && "sm:col-span-2", placeInRange(path))}
      data-changed={changed || undefined}
    >
      {labelled && (
        <div className="flex min-h-6 items-center gap-0.5">
          {grouped ? (
            <span id={`${id}-title`} className="min-w-0 text-strong">
              {words.title}
            </span>
          ) : (
            <label htmlFor={id} className="min-w-0 text-strong">
              {words.title}
            </label>
          )}
          {about}
        </div>
      )}
      {labelled ? (
        children
      ) : (
        <div className="flex items-center gap-0.5">
          {children}
          {about}
        </div>
      )}
      {message !== undefined && (
        <p id={`${id}-message`} role="alert" className="text-danger text-sm">
          {message}
        </p>
      )}
    </div>
  );
}

function ChangedNote({ path, title }: { path: string; title: string }) {
  const { store, defaults } = useForm();
  return (
    <span className="ml-auto flex shrink-0 items-center gap-1.5 text-xs">
      <span className="text-muted">Changed</span>
      <button
        type="button"
        className="min-h-6 cursor-pointer text-accent underline underline-offset-2"
        onClick={() => store.getState().reset(path, defaults)}
      >
        Reset<span className="sr-only"> {title} to default</span>
      </button>
    </span>
  );
}
