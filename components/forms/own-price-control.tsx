"use client";

import { useCatalogue } from "@/lib/client/catalogue";
import { Switch } from "../ui/switch";
import { useDraft, useForm } from "./draft-context";
import { describedBy, type Field } from "./use-field";

/** Turns a price of one's own on, starting from the list price that it replaces. */
export function OwnPriceControl({ path, field }: { path: string; field: Field }) {
  const { store } = useForm();
  const { provider, model } = useDraft((state) => state.document.paths.api);
  const asOf = useDraft((state) => state.document.economics.pricedOn);
  const { data } = useCatalogue("prices", { q: `${provider}/${model}`, limit: 50, asOf });
  const list = data?.prices.find((price) => price.provider === provider && price.model === model);
  const start = {
    inputUsdPerMtoken: list?.input.usdPerMtoken ?? 0,
    outputUsdPerMtoken: list?.output.usdPerMtoken ?? 0,
    cachedInputUsdPerMtoken: list?.cachedInput?.usdPerMtoken ?? null,
  };
  return (
    <Switch
      id={describedBy(field).id}
      label={field.words?.title ?? ""}
      checked={field.value !== null}
      onChange={(on) => store.getState().setValue(path, on ? start : null)}
    />
  );
}
