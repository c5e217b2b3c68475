import { z } from "zod";

const n = z.number();

/** Ways to run one fine-tune of the hosted model. */
export const fineTuneSchema = z.strictObject({
  method: z.string(),
  choices: z.array(
    z.strictObject({
      accelerators: n,
      checkpointing: z.enum(["none", "selective", "full"]),
      sharding: z.string(),
      peakGib: n,
      usableGib: n,
      fits: z.boolean(),
      hours: n,
      acceleratorHours: n,
      /** What holds the peak; absent in results kept before it was told apart. */
      components: z.array(z.strictObject({ id: z.string(), label: z.string(), gib: n })).optional(),
    }),
  ),
  /** Place among the choices of the one that takes the fewest accelerator-hours; null where none fits. */
  cheapest: z.number().nullable(),
  /** Cheapest of all priced accelerators at listed prices; null where none fits, absent in results kept before it. */
  recommended: z
    .strictObject({
      accelerator: z.string(),
      offer: z.string(),
      accelerators: n,
      checkpointing: z.enum(["none", "selective", "full"]),
      sharding: z.string(),
      hours: n,
      acceleratorHours: n,
      usdPerAcceleratorHour: n,
      usd: n,
    })
    .nullable()
    .optional(),
});
export type FineTune = z.infer<typeof fineTuneSchema>;
