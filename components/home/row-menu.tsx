"use client";

import { useRouter } from "next/navigation";
import { useArchiveScenario, useDeleteScenario, useDuplicateScenario } from "@/lib/client/scenarios";
import type { ScenarioListItem } from "@/lib/contract/http-scenarios";
import { Menu } from "../ui/menu";
import { useToast } from "../ui/toast";

/** What can be done with a scenario of the list. Deleting can be taken back. */
export function RowMenu({ item }: { item: ScenarioListItem }) {
  const { id, name, version, archivedAt } = item;
  const router = useRouter();
  const { show } = useToast();
  const duplicate = useDuplicateScenario();
  const archive = useArchiveScenario();
  const { remove, undo } = useDeleteScenario();
  const failed = (what: string) => (error: Error) =>
    show({ tone: "danger", title: `“${name}” could not be ${what}`, description: error.message });
  const takeBack = () =>
    undo(id).then(() => show({ tone: "good", title: `“${name}” is back` }), failed("brought back"));
  const removeNow = () =>
    remove(id).then(
      () => show({ title: `“${name}” was deleted`, action: { label: "Undo", onSelect: () => void takeBack() } }),
      failed("deleted"),
    );
  const archived = archivedAt !== null;
  const toggleArchived = () =>
    archive
      .mutateAsync({ id, version, archived: !archived })
      .then(
        () => show({ tone: "good", title: archived ? `“${name}” is in the list again` : `“${name}” is archived` }),
        failed("archived"),
      );
  return (
    <Menu
      label={`Actions for ${name}`}
      items={[
        { label: "Open", onSelect: () => router.push(`/scenarios/${id}`) },
        {
          label: "Duplicate",
          onSelect: () =>
            void duplicate.mutateAsync(id).then((copy) => router.push(`/scenarios/${copy.id}`), failed("copied")),
        },
        { label: archived ? "Bring back from the archive" : "Archive", onSelect: () => void toggleArchived() },
        { label: "Delete", danger: true, onSelect: () => void removeNow() },
      ]}
    />
  );
}
