import { loadReferenceData } from "@/lib/catalogue/load";
import type { ReferenceData } from "@/lib/contract/reference";
import { type Calibration, defaultCalibration } from "@/lib/engine";

/** What every estimate is handed besides its input. */
export type EngineContext = { reference: ReferenceData; calibration: Calibration };

const holder = globalThis as typeof globalThis & { slipwayEngine?: Promise<EngineContext> };

async function load(): Promise<EngineContext> {
  return { reference: await loadReferenceData(), calibration: defaultCalibration };
}

/** Read once per process, at the first request; a failed read is tried again by the next. */
export function engineContext(): Promise<EngineContext> {
  holder.slipwayEngine ??= load().catch((error: unknown) => {
    holder.slipwayEngine = undefined;
    throw error;
  });
  return holder.slipwayEngine;
}

/** Today in UTC, as the contract writes dates. */
export const today = (now: Date = new Date()): string => now.toISOString().slice(0, 10);
