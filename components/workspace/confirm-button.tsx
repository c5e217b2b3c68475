"use client";

import type { Consideration } from "@/lib/contract/field";
import { useDraft, useForm } from "../forms/draft-context";
import { Button } from "../ui/button";

/** Only a person's word settles a consideration. */
export function ConfirmButton({ consideration }: { consideration: Consideration }) {
  const { store } = useForm();
  const confirmed = useDraft((state) => state.document.confirmed);
  const isConfirmed = confirmed.includes(consideration);
  const toggle = () =>
    store
      .getState()
      .setValue(
        "confirmed",
        isConfirmed ? confirmed.filter((each) => each !== consideration) : [...confirmed, consideration],
      );
  return (
    <Button variant={isConfirmed ? "ghost" : "secondary"} size="sm" onClick={toggle}>
      {isConfirmed ? "Reopen" : "Mark as settled"}
    </Button>
  );
}
