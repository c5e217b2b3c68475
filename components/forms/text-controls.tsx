"use client";

import { useState } from "react";
import { Input } from "../ui/input";
import { Textarea } from "../ui/textarea";
import { useForm } from "./draft-context";
import { describedBy, type Field } from "./use-field";

type Control = { path: string; field: Field };

export function TextControl({ path, field, type = "text" }: Control & { type?: "text" | "month" | "date" }) {
  const { store } = useForm();
  return (
    <Input
      {...describedBy(field)}
      type={type}
      autoComplete="off"
      invalid={field.message !== undefined}
      value={field.text ?? String(field.value ?? "")}
      onChange={({ target }) => store.getState().setValue(path, target.value)}
    />
  );
}

export function LongTextControl({ path, field }: Control) {
  const { store } = useForm();
  return (
    <Textarea
      {...describedBy(field)}
      rows={4}
      value={field.text ?? String(field.value ?? "")}
      onChange={({ target }) => store.getState().setValue(path, target.value)}
    />
  );
}

const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== ""),
  ),
];

const partsOf = (text: string): string[] => text.split(/[\s,;]+/).filter((part) => part !== "");

/** Numbers with commas, spaces or lines between them, so that a column of a sheet can be pasted. */
export function NumbersControl({ path, field }: Control) {
  const { store } = useForm();
  const [typing, setTyping] = useState<string | null>(null);
  const settled = Array.isArray(field.value) ? field.value.join(", ") : "";
  return (
    <Textarea
      {...describedBy(field)}
      rows={3}
      placeholder="1000, 1200, 1500"
      value={typing ?? field.text ?? settled}
      onChange={({ target }) => {
        setTyping(target.value);
        store.getState().setValue(
          path,
          partsOf(target.value).map((part) => (Number.isNaN(Number(part)) ? part : Number(part))),
        );
      }}
      onBlur={() => {
        if (field.message === undefined) setTyping(null);
      }}
    />
  );
}

/** Words with commas between them; the text stays as typed until the field is left. */
export function TagsControl({ path, field }: Control) {
  const { store } = useForm();
  const [typing, setTyping] = useState<string | null>(null);
  const settled = Array.isArray(field.value) ? field.value.join(", ") : "";
  return (
    <Input
      {...describedBy(field)}
      autoComplete="off"
      placeholder="support, pilot"
      invalid={field.message !== undefined}
      value={field.text ?? typing ?? settled}
      onChange={({ target }) => {
        setTyping(target.value);
        store.getState().setValue(path, wordsOf(target.value));
      }}
      onBlur={() => setTyping(null)}
    />
  );
}
