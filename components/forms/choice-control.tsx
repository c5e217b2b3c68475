"use client";

import { useQueryClient } from "@tanstack/react-query";
import { keys } from "@/lib/client/keys";
import { request, withQuery } from "@/lib/client/request";
import type { CatalogueDefaults } from "@/lib/contract/http-catalogue";
import type { UseCase } from "@/lib/contract/scenario";
import { Select } from "../ui/select";
import { useToast } from "../ui/toast";
import { withAcquisition } from "./acquisition";
import type { Defaults } from "./draft";
import { useForm } from "./draft-context";
import { withDefaultsMoved, withUseCase } from "./use-case";
import { describedBy, type Field } from "./use-field";
import { acquisitionKindPath } from "./words-at";

export function ChoiceControl({ path, field }: { path: string; field: Field }) {
  const choose = useChoose(path, field);
  const choices = field.words?.choices ?? {};
  return (
    <Select
      {...describedBy(field)}
      invalid={field.message !== undefined}
      value={String(field.value)}
      options={Object.entries(choices).map(([value, label]) => ({ value, label }))}
      onChange={choose}
    />
  );
}

/** Most choices set one value; what a plan is for and how hardware is obtained bring their own defaults with them. */
function useChoose(path: string, field: Field): (value: string) => void {
  const { store, defaults } = useForm();
  const changeUseCase = useChangeUseCase();
  if (path === "workload.useCase") return (value) => void changeUseCase(value as UseCase);
  if (path === acquisitionKindPath) {
    return (value) => {
      const { document, replace } = store.getState();
      replace(withAcquisition(document, value === "buy" ? "buy" : "rent", defaults));
    };
  }
  const isWhole = typeof field.value === "number" || path.endsWith(".tp");
  return (value) => store.getState().setValue(path, isWhole && /^\d+$/.test(value) ? Number(value) : value);
}

function useChangeUseCase() {
  const { store, defaults } = useForm();
  const client = useQueryClient();
  const { show } = useToast();
  return async (useCase: UseCase) => {
    store.getState().setValue("workload.useCase", useCase);
    const after = await client
      .fetchQuery({
        queryKey: keys.defaults(useCase),
        queryFn: () => request<CatalogueDefaults>(withQuery("/api/v1/catalogue/defaults", { useCase })),
      })
      .catch(() => undefined);
    if (!after) return;
    const byPath: Defaults = new Map(after.defaults.map((entry) => [entry.path, entry]));
    const { document, moved } = withUseCase(store.getState().document, useCase, defaults, byPath);
    if (moved === 0) return;
    store.getState().replace(document);
    const count = moved === 1 ? "1 value" : `${moved} values`;
    show({
      title: `${count} that still stood at the default moved to the defaults of this use.`,
      action: {
        label: "Keep the old values",
        onSelect: () => {
          const { replace, document: now } = store.getState();
          replace(withDefaultsMoved(now, byPath, defaults).document);
        },
      },
    });
  };
}
