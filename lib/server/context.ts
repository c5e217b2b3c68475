import { loadReferenceData } from "@/lib/catalogue/load";
import { defaultCalibration, type EstimateContext } from "@/lib/engine";

const holder = globalThis as typeof globalThis & { slipwayEngine?: Promise<EstimateContext> };

/** What every estimate is handed besides its input. */
async function load(): Promise<EstimateContext> {
  return { reference: await loadReferenceData(), calibration: defaultCalibration };
}

/** Read once per process, at the first request; a failed read is tried again by the next. */
export function engineContext(): Promise<EstimateContext> {
  holder.slipwayEngine ??= load().catch((error: unknown) => {
    holder.slipwayEngine = undefined;
    throw error;
  });
  return holder.slipwayEngine;
}

/** Today in UTC, as the contract writes dates. */
export const today = (now: Date = new Date()): string => now.toISOString().slice(0, 10);
