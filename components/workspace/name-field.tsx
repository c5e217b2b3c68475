"use client";

import { useForm } from "../forms/draft-context";
import { useField } from "../forms/use-field";

/** The plan's name, which is also the page's heading. */
export function NameField() {
  const { store } = useForm();
  const { id, value, text, message } = useField("name");
  return (
    <div className="min-w-0 flex-1 basis-full sm:basis-0">
      <h1 className="sr-only">{String(value)}</h1>
      <input
        id={id}
        aria-label="Scenario name"
        aria-invalid={message !== undefined}
        aria-describedby={message === undefined ? undefined : `${id}-message`}
        autoComplete="off"
        value={text ?? String(value)}
        onChange={({ target }) => store.getState().setValue("name", target.value)}
        className="w-full truncate rounded-md border border-transparent bg-transparent px-2 py-1 font-semibold text-strong text-xl hover:border-line focus:border-line-strong"
      />
      {message !== undefined && (
        <p id={`${id}-message`} role="alert" className="px-2 text-danger text-sm">
          {message}
        </p>
      )}
    </div>
  );
}
