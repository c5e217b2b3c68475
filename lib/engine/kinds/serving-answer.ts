import type { z } from "zod";
import type { servingAnswerSchema } from "@/lib/contract/request";
import type { Band, Calibration } from "../serving/calibration/calibration";
import type { Users } from "../serving/steady/closed";
import type { System } from "../serving/steady/moment";
import type { PreparedLoad } from "./serving-load";

export type ServingAnswer = z.infer<typeof servingAnswerSchema>;

/** A load on a deployment that holds the model, with what its steps cost. */
export type Served = Pick<PreparedLoad, "deployment" | "memory" | "lanes"> & {
  system: System;
  calibration: Calibration;
};

export const around = (value: number, { low, high }: Band) => ({ low: value * low, high: value * high });

export const usersOf = ({ values }: Pick<Calibration, "values">): Users => ({
  startShare: values.startShare ?? 0,
  crowding: values.crowding ?? 1,
});

/** Below this share of capacity an open load gets what it asks for: arrivals decide the throughput. */
export const arrivalsLimit = 0.95;
