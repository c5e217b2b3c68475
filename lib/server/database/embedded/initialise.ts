import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { postgresMajor } from "./binaries";
import type { Launcher } from "./launcher";
import { StartError } from "./start-error";

export const databaseUser = "app";

export type Places = {
  dataDir: string;
  /** PostgreSQL's own folder. */
  cluster: string;
  password: string;
  log: string;
  /** Number of the process that will stop the server. */
  owner: string;
};

export const placesIn = (dataDir: string): Places => ({
  dataDir,
  cluster: path.join(dataDir, "postgres"),
  password: path.join(dataDir, "postgres.password"),
  log: path.join(dataDir, "postgres.log"),
  owner: path.join(dataDir, "postgres.owner"),
});

const partial = "postgres.partial-";

async function runInitdb(places: Places, folder: string, programs: Launcher, durable: boolean): Promise<void> {
  const args = ["-D", folder, "-U", databaseUser, "-A", "scram-sha-256", `--pwfile=${places.password}`, "-E", "UTF8"];
  // The built-in locale sorts by code point and knows upper and lower case of every letter, on every machine alike.
  args.push("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions");
  if (!durable) args.push("--no-sync");
  const child = programs.launch(programs.initdb, args, { stdio: ["ignore", "ignore", "pipe"], cwd: "/" });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const status = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  if (status !== 0) throw new StartError(`PostgreSQL could not lay out its folder ${folder}: ${said.trim()}`);
}

/** Makes the data folder at the first start; one that was interrupted leaves nothing that looks finished. */
export async function initialise(places: Places, programs: Launcher, durable: boolean): Promise<boolean> {
  const versionFile = path.join(places.cluster, "PG_VERSION");
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, "utf8").trim();
    if (version === postgresMajor) return false;
    throw new StartError(
      `${places.cluster} was written by PostgreSQL ${version}, and this version of the app brings ${postgresMajor}. ` +
        "Export your scenarios with the version that wrote it, or set DATA_DIR to another folder.",
    );
  }
  for (const name of readdirSync(places.dataDir)) {
    if (name.startsWith(partial)) rmSync(path.join(places.dataDir, name), { recursive: true });
  }
  const folder = path.join(places.dataDir, `${partial}${process.pid}`);
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(places.password, randomBytes(24).toString("hex"), { mode: 0o600 });
  programs.handOver(folder);
  programs.handOver(places.password);
  await runInitdb(places, folder, programs, durable);
  renameSync(folder, places.cluster);
  return true;
}
