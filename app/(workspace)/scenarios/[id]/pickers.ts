import type { PickerOption, Pickers } from "@/components/forms/pickers";
import type { Accelerator, ApiPrice, Model, Offer } from "@/lib/contract/catalogue";
import type { UseCase } from "@/lib/contract/scenario";
import { tableRows } from "@/lib/server/catalogue/browse";

const gibibyte = 2 ** 30;
const billions = (count: number): string => `${Number((count / 1e9).toPrecision(3))}B`;

const modelOption = ({ id, name, parameters, activeParameters }: Model): PickerOption => ({
  value: id,
  label: id,
  note: `${name}, ${billions(parameters)}${activeParameters < parameters ? `, ${billions(activeParameters)} active` : ""}`,
});

const acceleratorOption = ({ id, name, memoryBytes, memoryType }: Accelerator): PickerOption => ({
  value: id,
  label: name,
  note: `${Math.round(memoryBytes / gibibyte)} GiB ${memoryType}`,
});

/** Named by what one looks for: the accelerators, whoever lends them. */
function offerOption(offer: Offer, acceleratorNames: ReadonlyMap<string, string>): PickerOption {
  const { id, provider, instance, accelerators, acceleratorId, region, usdPerAcceleratorHour } = offer;
  const lowest = usdPerAcceleratorHour.onDemand ?? usdPerAcceleratorHour.spot;
  const machine = `${accelerators} × ${acceleratorNames.get(acceleratorId) ?? acceleratorId}`;
  const notes = [region, lowest === null ? null : `$${lowest} an accelerator-hour`];
  return { value: id, label: `${provider} ${instance}: ${machine}`, note: notes.filter(Boolean).join(", ") };
}

function providerOptions(prices: readonly ApiPrice[]): PickerOption[] {
  const byId = new Map(prices.map(({ provider, providerName }) => [provider, providerName]));
  return [...byId].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label));
}

/** What the forms choose from: names and a note each, as whole tables would be a hundred times the size. */
export async function loadPickers(useCase: UseCase): Promise<Pickers> {
  const [models, accelerators, offers, prices] = await Promise.all([
    tableRows("models", useCase),
    tableRows("accelerators", useCase),
    tableRows("offers", useCase),
    tableRows("prices", useCase),
  ]);
  const names = new Map(accelerators.map(({ id, name }) => [id, name]));
  return {
    models: models.map(modelOption),
    accelerators: accelerators.filter(({ usableForSizing }) => usableForSizing).map(acceleratorOption),
    offers: offers.map((offer) => offerOption(offer, names)),
    providers: providerOptions(prices),
    pricedByLength: prices
      .filter(({ input, output }) => input.tiers.length + output.tiers.length > 0)
      .map(({ provider, model }) => `${provider}/${model}`),
    pricedByHour: prices.filter(({ byHour }) => byHour).map(({ provider, model }) => `${provider}/${model}`),
    facilityPowerPublished: accelerators.filter(({ facilityWatts }) => facilityWatts !== null).map(({ id }) => id),
  };
}
