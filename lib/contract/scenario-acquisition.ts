import { z } from "zod";
import { offerTermSchema } from "./catalogue";
import { numberField, optionalNumberField, textField, wholeNumberField } from "./field";

/** How the hardware of a self-hosted model is come by. */

export const rentSchema = z.strictObject({
  kind: z.literal("rent"),
  offerId: textField(
    200,
    {
      section: "hardware",
      prominence: "main",
      title: "Offer",
      description: "Machine and provider, from the catalogue.",
    },
    1,
  ),
  term: offerTermSchema.meta({
    section: "cost",
    prominence: "main",
    title: "Term",
    description: "How the machines are rented.",
    choices: {
      onDemand: "On demand",
      spot: "Spot",
      reserved1Year: "Reserved for 1 year",
      reserved3Years: "Reserved for 3 years",
    },
  }),
  ownUsdPerAcceleratorHour: optionalNumberField(0.001, 1000, {
    section: "cost",
    prominence: "more",
    title: "Own price per accelerator-hour",
    description: "A price of your own contract; it replaces the list price. Empty: list price.",
    unit: "USD/accelerator·h",
  }),
  priceFactorPerYear: numberField(0.2, 3, {
    section: "cost",
    prominence: "more",
    title: "Rent trend",
    description: "Rent in a year relative to today; rents rose in 2026, so do not assume a fall.",
    unit: "factor/year",
  }),
  interruptedShare: numberField(0, 2, {
    section: "cost",
    prominence: "more",
    title: "Extra hours for interruptions",
    description:
      "Accelerator-hours of a spot fleet that go into restarts, work done again and machines held ready, as a share of the others.",
    unit: "share",
  }),
});

export const buySchema = z.strictObject({
  kind: z.literal("buy"),
  acceleratorId: textField(
    120,
    {
      section: "hardware",
      prominence: "main",
      title: "Accelerator",
      description: "What is bought, from the catalogue.",
    },
    1,
  ),
  usdPerAccelerator: numberField(100, 1_000_000, {
    section: "cost",
    prominence: "main",
    title: "Price of an accelerator",
    description: "Purchase price of one, without the server around it.",
    unit: "USD/accelerator",
  }),
  serverFactor: numberField(1, 3, {
    section: "cost",
    prominence: "more",
    title: "Server factor",
    description: "Whole server with network, divided by its accelerators alone.",
    unit: "1",
  }),
  acceleratorsPerMachine: wholeNumberField(1, 72, {
    section: "hardware",
    prominence: "more",
    title: "Accelerators in a machine",
    description: "Machines are bought whole.",
    unit: "accelerator",
  }),
  lifeYears: numberField(1, 10, {
    section: "cost",
    prominence: "main",
    title: "Useful life",
    description: "Years until the hardware is worth its residual value.",
    unit: "year",
  }),
  residualShare: numberField(0, 0.9, {
    section: "cost",
    prominence: "more",
    title: "Residual value",
    description: "Share of the price that a sale brings at the end of its life.",
    unit: "share",
  }),
  maintenanceSharePerYear: numberField(0, 0.5, {
    section: "cost",
    prominence: "more",
    title: "Support contract",
    description: "Hardware support a year as a share of the purchase price.",
    unit: "share/year",
  }),
  usdPerKwh: numberField(0.001, 2, {
    section: "cost",
    prominence: "main",
    title: "Electricity",
    description: "Price of a kilowatt-hour.",
    unit: "USD/kWh",
  }),
  pue: numberField(1, 3, {
    section: "cost",
    prominence: "more",
    title: "PUE",
    description: "Facility energy divided by IT energy; used where no all-in facility power is published.",
    unit: "1",
  }),
  colocationUsdPerKwMonth: numberField(0, 2000, {
    section: "cost",
    prominence: "more",
    title: "Colocation",
    description: "Space and cooling per kW and month; 0 on own premises.",
    unit: "USD/kW·month",
  }),
});
