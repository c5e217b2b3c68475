"use client";

import type { ReactNode } from "react";
import { Switch } from "../ui/switch";
import { AmountControl } from "./amount-control";
import { mayBeEmpty } from "./check";
import { ChoiceControl } from "./choice-control";
import { useForm } from "./draft-context";
import { FieldFrame } from "./field-frame";
import { OwnPriceControl } from "./own-price-control";
import { PickerControl } from "./picker-control";
import { PricePicker } from "./price-picker";
import { RowsControl } from "./rows-control";
import { LongTextControl, NumbersControl, TagsControl, TextControl } from "./text-controls";
import { type Field, useField } from "./use-field";

/** One field of the scenario, drawn from what the contract says of it. */
export function ScenarioField({ path }: { path: string }) {
  const field = useField(path);
  if (!field.words || field.value === undefined) return null;
  const { control, ...shape } = specials[path] ?? (field.words.rows ? rows : plain(field));
  return (
    <FieldFrame path={path} field={field} {...shape}>
      {control({ path, field })}
    </FieldFrame>
  );
}

type Control = { path: string; field: Field };

function PlainControl({ path, field }: Control) {
  const { store } = useForm();
  if (field.words?.minimum !== undefined) {
    return <AmountControl path={path} field={field} optional={mayBeEmpty(store.getState().document, path)} />;
  }
  if (field.words?.choices) return <ChoiceControl path={path} field={field} />;
  if (Array.isArray(field.value)) return <TagsControl path={path} field={field} />;
  return <TextControl path={path} field={field} />;
}

function SwitchControl({ path, field }: Control) {
  const { store } = useForm();
  return (
    <Switch
      id={field.id}
      label={field.words?.title ?? ""}
      checked={field.value === true}
      onChange={(on) => store.getState().setValue(path, on)}
    />
  );
}

/** A cell of a list is a field like any other; its label is the list's to draw. */
const CellControl = (cell: Control) =>
  specialCells[cell.path.replace(/\.\d+\./, ".")]?.(cell) ??
  (typeof cell.field.value === "boolean" ? <SwitchControl {...cell} /> : <PlainControl {...cell} />);

/** A switch stands before its own label. */
const plain = ({ value }: Field): Special =>
  typeof value === "boolean"
    ? { control: (props) => <SwitchControl {...props} />, labelled: false }
    : { control: (props) => <PlainControl {...props} /> };

type PickedFrom = { from: "models" | "accelerators" | "offers" | "providers"; called: string; open?: boolean };

function Picked({ path, field, from, called, open = false }: Control & PickedFrom) {
  const { pickers } = useForm();
  return <PickerControl path={path} field={field} options={pickers[from]} called={called} open={open} />;
}

type Special = { control: (props: Control) => ReactNode; labelled?: boolean; grouped?: boolean; wide?: boolean };

const rows: Special = {
  control: (props) => <RowsControl {...props} cell={(cell) => <CellControl {...cell} />} />,
  grouped: true,
  wide: true,
};

/** Cells, by their column, whose control the contract's words alone do not settle. */
const specialCells: Record<string, (props: Control) => ReactNode> = {
  "paths.api.otherModels.provider": (props) => (
    <Picked {...props} from="providers" called="providers of the price list" />
  ),
  "paths.api.otherModels.model": (props) => <PricePicker {...props} />,
};

/** Fields whose control the contract's words alone do not settle. */
const specials: Record<string, Special> = {
  "paths.selfHosted.model": {
    control: (props) => <Picked {...props} from="models" called="models of the catalogue" open />,
    wide: true,
  },
  "paths.selfHosted.acquisition.offerId": {
    control: (props) => <Picked {...props} from="offers" called="offers of the catalogue" />,
    wide: true,
  },
  "paths.selfHosted.acquisition.acceleratorId": {
    control: (props) => <Picked {...props} from="accelerators" called="accelerators of the catalogue" />,
    wide: true,
  },
  "paths.api.provider": {
    control: (props) => <Picked {...props} from="providers" called="providers of the price list" />,
  },
  "paths.api.model": { control: (props) => <PricePicker {...props} /> },
  "workload.ownRequestsPerDay": { control: (props) => <NumbersControl {...props} />, wide: true },
  "paths.api.ownPrice": { control: (props) => <OwnPriceControl {...props} />, labelled: false },
  "economics.startMonth": { control: (props) => <TextControl {...props} type="month" /> },
  "economics.pricedOn": { control: (props) => <TextControl {...props} type="date" /> },
  notes: { control: (props) => <LongTextControl {...props} />, wide: true },
};
