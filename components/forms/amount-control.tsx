"use client";

import { useState } from "react";
import { Input } from "../ui/input";
import { amountText, editingUnit } from "./amount";
import { useForm } from "./draft-context";
import { describedBy, type Field } from "./use-field";
import { valueAt } from "./value-at";

/** What is being typed, and the value it stood for: once the value moves on (undo, reset), the text follows it. */
type Typing = { text: string; value: unknown };

/** Either end of a range is a factor on the planned value. */
const ofPlan = (path: string): boolean => /^ranges\.\w+\.(low|high)$/.test(path);

export function AmountControl({ path, field, optional }: { path: string; field: Field; optional: boolean }) {
  const { store } = useForm();
  const [typing, setTyping] = useState<Typing | null>(null);
  const { unit } = field.words ?? {};
  const settled = typeof field.value === "number" ? amountText(field.value, unit) : "";
  const typed = typing && Object.is(typing.value, field.value) ? typing.text : settled;
  return (
    <Input
      {...describedBy(field)}
      invalid={field.message !== undefined}
      inputMode="decimal"
      autoComplete="off"
      className="tabular"
      unit={ofPlan(path) ? "× planned" : editingUnit(unit).suffix}
      placeholder={optional ? "not set" : undefined}
      value={field.text ?? typed}
      onChange={({ target: { value: text } }) => {
        store.getState().setAmount(path, text);
        const { document } = store.getState();
        setTyping({ text, value: valueAt(document, path) });
      }}
      onBlur={() => setTyping(null)}
    />
  );
}
