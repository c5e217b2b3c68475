import pino from "pino";

/** One JSON line per event on standard output; what collects them is the operator's choice. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.VITEST ? "silent" : "info"),
  base: { service: "slipway" },
  redact: ["token", "password", "*.token", "*.password"],
});
