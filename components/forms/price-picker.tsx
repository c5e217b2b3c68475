"use client";

import { useCatalogue } from "@/lib/client/catalogue";
import { useDraft } from "./draft-context";
import { PickerControl } from "./picker-control";
import type { PickerOption } from "./pickers";
import type { Field } from "./use-field";
import { valueAt } from "./value-at";

const mostListed = 200;

/** Models of the chosen provider, as the price list of the plan's date names them. */
export function PricePicker({ path, field }: { path: string; field: Field }) {
  // The provider stands beside the model, in a row of other models too.
  const providerPath = path.replace(/model$/, "provider");
  const provider = useDraft((state) => String(valueAt(state.document, providerPath)));
  const asOf = useDraft((state) => state.document.economics.pricedOn);
  const { data } = useCatalogue("prices", { q: `${provider}/`, limit: mostListed, asOf });
  const prices = (data?.prices ?? []).filter((price) => price.provider === provider);
  const options: PickerOption[] = prices
    .filter((price) => !price.deprecated || price.model === field.value)
    .map(({ model, name, input, output }) => ({
      value: model,
      label: name,
      note: `$${input.usdPerMtoken} in, $${output.usdPerMtoken} out per million tokens`,
    }));
  const complete = data !== undefined && data.total <= mostListed;
  return (
    <PickerControl path={path} field={field} options={options} called={`models of ${provider}`} open={!complete} />
  );
}
