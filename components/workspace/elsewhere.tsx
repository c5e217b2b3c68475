"use client";

import { useScenario } from "@/lib/client/scenarios";
import type { StoredScenario } from "@/lib/contract/http-scenarios";
import { useDraft, useForm } from "../forms/draft-context";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import type { Saving } from "./use-saving";

type Props = { id: string; saving: Saving; onTake(stored: StoredScenario): void };

/** Nothing of ours is unsaved, and somebody saved the plan elsewhere: say so, and offer to go on from theirs. */
export function Elsewhere({ id, saving: { state }, onTake }: Props) {
  const { store } = useForm();
  const { data } = useScenario(id);
  const document = useDraft((draft) => draft.document);
  const isNewer = state.kind === "saved" && data !== undefined && data.version > state.version;
  if (!isNewer || JSON.stringify(data.document) === JSON.stringify(document)) return null;
  const take = () => {
    onTake(data);
    store.getState().replace(data.document);
  };
  return (
    <Notice
      tone="info"
      role="status"
      title="This plan was changed elsewhere."
      action={
        <Button size="sm" onClick={take}>
          Show the changes
        </Button>
      }
    >
      Undo brings back what you see now.
    </Notice>
  );
}
