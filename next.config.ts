import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { NextConfig } from "next";

const distDir = process.env.NEXT_DIST_DIR ?? ".next";

/** Next writes its types' folder into the tsconfig it uses; a build elsewhere gets one of its own to write into. */
function tsconfigFor(folder: string): string {
  if (folder === ".next") return "tsconfig.json";
  const file = path.join(folder, "tsconfig.json");
  const up = path.relative(folder, ".");
  const include = ["next-env.d.ts", "app/**/*.ts", "app/**/*.tsx", "proxy.ts"].map((each) => `${up}/${each}`);
  const config = { extends: `${up}/tsconfig.json`, include: [...include, "types/**/*.ts", "dev/types/**/*.ts"] };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(config));
  return file;
}

const config: NextConfig = {
  distDir,
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { tsconfigPath: tsconfigFor(distDir) },
  turbopack: { root: import.meta.dirname },
};

export default config;
