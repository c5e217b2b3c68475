import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprint } from "./fingerprint";
import { commandFile, run } from "./run";

const schema = "prisma/schema.prisma";
const generated = "lib/server/database/generated";
const sources = ["app", "components", "lib", "public", "proxy.ts", "next.config.ts", "postcss.config.mjs"];
const everythingBuilt = [...sources, "tsconfig.json", "package.json", "package-lock.json", schema];

const read = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, "utf8") : undefined);

/** Generates the database client where it is missing or the schema has changed; answers whether it did. */
export async function ensureClient(): Promise<boolean> {
  const stamp = path.join(generated, ".made-from");
  const wanted = fingerprint([schema, "node_modules/prisma/package.json"]);
  if (read(stamp) === wanted && existsSync(path.join(generated, "client.ts"))) return false;
  await run(commandFile("prisma"), ["generate"]);
  writeFileSync(stamp, wanted);
  return true;
}

/** Builds the app where no build is there or the sources have changed since; answers whether it did. */
export async function ensureBuilt(): Promise<boolean> {
  const distDir = process.env.NEXT_DIST_DIR ?? ".next";
  const stamp = path.join(distDir, "made-from");
  const wanted = fingerprint(everythingBuilt);
  const mark = () => `${wanted} ${read(path.join(distDir, "BUILD_ID")) ?? "none"}`;
  if (read(path.join(distDir, "BUILD_ID")) !== undefined && read(stamp) === mark()) return false;
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  await run(commandFile("next"), ["build"], env);
  mkdirSync(distDir, { recursive: true });
  writeFileSync(stamp, mark());
  return true;
}
