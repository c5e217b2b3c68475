export type PickerOption = { value: string; label: string; note?: string };

/** Short lists to choose from, made by the page from the catalogue. */
export type Pickers = {
  models: PickerOption[];
  accelerators: PickerOption[];
  offers: PickerOption[];
  providers: PickerOption[];
  /** Accelerators whose all-in facility power somebody has published. */
  facilityPowerPublished: string[];
  /** Prices (`provider/model`) that are others for long prompts. */
  pricedByLength: string[];
  /** Prices (`provider/model`) that are others at some hours of the day. */
  pricedByHour: string[];
};
