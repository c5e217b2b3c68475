"use client";

import { useRouter } from "next/navigation";
import type { RequestError } from "@/lib/client/request";
import { useArchiveScenario, useDeleteScenario, useDuplicateScenario } from "@/lib/client/scenarios";
import { useToast } from "../ui/toast";

const undoSeconds = 12;

/** What is done with a plan as a whole, each with what it says afterwards. */
export function useWholePlan(id: string, onVersion: (version: number) => void) {
  const router = useRouter();
  const { show } = useToast();
  const copying = useDuplicateScenario();
  const archiving = useArchiveScenario();
  const deletion = useDeleteScenario();
  const failed = (what: string) => (error: unknown) =>
    show({ title: `${what}: ${(error as RequestError).message}`, tone: "danger" });
  const open = (scenarioId: string) => router.push(`/scenarios/${scenarioId}`);

  const duplicate = () =>
    copying.mutateAsync(id).then((copy) => {
      open(copy.id);
      show({ title: `This is the copy, “${copy.name}”.` });
    }, failed("Not duplicated"));

  const archive = (version: number, archived: boolean) =>
    archiving.mutateAsync({ id, version, archived }).then(
      (stored) => {
        onVersion(stored.version);
        show({ title: archived ? "Archived: it no longer shows on the home page." : "Back from the archive." });
      },
      failed(archived ? "Not archived" : "Not brought back"),
    );

  const restore = () => deletion.undo(id).then(() => open(id), failed("Not brought back"));

  const remove = () =>
    deletion.remove(id).then(() => {
      router.push("/");
      show({
        title: "Scenario deleted",
        seconds: undoSeconds,
        action: { label: "Undo", onSelect: () => void restore() },
      });
    }, failed("Not deleted"));

  return { duplicate, archive, remove };
}
