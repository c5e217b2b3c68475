import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { chromiumPath } from "./e2e/support/chromium";

const port = Number(process.env.E2E_PORT ?? 3417);
const given = process.env.E2E_BASE_URL;
// The workers read this file too: the folder is made once, by the process that starts the server.
process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), "slipway-e2e-"));

export default defineConfig({
  testDir: "e2e",
  outputDir: "e2e/results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Four pictures of the longest page, on two cores.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: given ?? `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    trace: "off",
    reducedMotion: "reduce",
    launchOptions: {
      executablePath: await chromiumPath(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
    },
  },
  ...(given
    ? {}
    : {
        webServer: {
          command: "npx tsx scripts/start.ts",
          url: `http://127.0.0.1:${port}/api/health`,
          env: {
            PORT: String(port),
            DATA_DIR: process.env.E2E_DATA_DIR,
            ...(process.env.DATABASE_URL && { DATABASE_URL: process.env.DATABASE_URL }),
          },
          timeout: 300_000,
          stdout: "pipe" as const,
          gracefulShutdown: { signal: "SIGTERM" as const, timeout: 15_000 },
        },
      }),
});
