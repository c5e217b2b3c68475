import { defineConfig } from "vitest/config";

const resolve = { alias: { "@": import.meta.dirname } };
const needDatabase = ["app/api/**/*.test.ts", "prisma/**/*.test.ts"];
const pure = ["lib/{catalogue,contract,engine,measurements,templates}/**/*.test.ts"];

export default defineConfig({
  test: {
    // Left alone it keeps a core for a person who watches: on two, one file after the other.
    maxWorkers: "100%",
    projects: [
      {
        // Nothing here changes what another file could see, so that the engine is loaded once for all of them.
        resolve,
        test: { name: "engine", include: pure, isolate: false, testTimeout: 20_000 },
      },
      {
        resolve,
        test: {
          name: "unit",
          include: ["{app,components,lib,scripts}/**/*.test.{ts,tsx}"],
          exclude: [...needDatabase, ...pure],
          testTimeout: 20_000,
        },
      },
      {
        // One database, emptied by some tests: one file after the other.
        resolve,
        test: {
          name: "server",
          include: needDatabase,
          globalSetup: "lib/server/testing/database.ts",
          fileParallelism: false,
          testTimeout: 30_000,
        },
      },
    ],
  },
});
