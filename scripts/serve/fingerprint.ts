import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const left = new Set(["generated", "node_modules"]);

function filesBelow(target: string): string[] {
  if (!existsSync(target)) return [];
  if (statSync(target).isFile()) return [target];
  const entries = readdirSync(target, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap(({ name }) => (left.has(name) ? [] : filesBelow(path.join(target, name))));
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);

/** Changes when any of the files does. Tests do not count: no build contains them. */
export function fingerprint(targets: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of targets.flatMap(filesBelow)) {
    if (!isTest(file)) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}
