import type { ChildProcess } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { createDatabaseIfMissing } from "../migrate";
import { databaseUser, initialise, type Places, placesIn } from "./initialise";
import { type Launcher, launcher } from "./launcher";
import { isAlive, lockFileIn, readLockFile, serves } from "./lock-file";
import { StartError } from "./start-error";

export type EmbeddedPostgres = {
  url: string;
  pid: number;
  /** Another process started it and still runs, so that one stops it. */
  borrowed: boolean;
  /** Whether this start made the data folder. */
  created: boolean;
  isRunning(): boolean;
  /** Asks it to stop; for the moment in which this process ends. */
  requestStop(): void;
  /** Stops it and waits until it has. */
  stop(): Promise<void>;
};
export type EmbeddedOptions = {
  /** False skips flushing to disk: for tests, whose data nobody wants back. */
  durable?: boolean;
  databaseName?: string;
  /** Where to listen, if nothing else does by now; else any free port. */
  port?: number;
};

const startLimitMs = 60_000;
const stopLimitMs = 20_000;
const largestLogBytes = 10_000_000;

const urlOf = (places: Places, port: number, name: string): string =>
  `postgresql://${databaseUser}:${readFileSync(places.password, "utf8").trim()}@127.0.0.1:${port}/${name}`;

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** The end of what the server said since this start. */
function lastWords(places: Places, from: number): string {
  const said = readFileSync(places.log).subarray(from).toString().trim();
  return said.split("\n").slice(-6).join("\n");
}

type Running = { pid: number; port: number };

/** The server that already runs on this folder, if one does; a lock that a crash left is no hindrance. */
async function alreadyRunning(places: Places): Promise<Running | undefined> {
  const limit = Date.now() + 15_000;
  for (;;) {
    const lock = readLockFile(places.cluster);
    if (!lock) return undefined;
    if (!serves(lock.pid, places.cluster)) {
      rmSync(lockFileIn(places.cluster), { force: true });
      return undefined;
    }
    if (lock.ready && (await answers(urlOf(places, lock.port, "postgres")))) return lock;
    if (Date.now() > limit) {
      throw new StartError(
        `The database in ${places.dataDir} is held by process ${lock.pid}, which does not answer on port ${lock.port}. ` +
          `Stop it with \`kill -INT ${lock.pid}\` and start again, or set DATA_DIR to another folder. Its log: ${places.log}`,
      );
    }
    await sleep(100);
  }
}

function spawnServer(places: Places, programs: Launcher, port: number, durable: boolean): ChildProcess {
  const settings = { listen_addresses: "127.0.0.1", port, unix_socket_directories: "", shared_buffers: "64MB" };
  const all = { ...settings, max_connections: 50, ...(!durable && { fsync: "off", synchronous_commit: "off" }) };
  const args = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(places.log, "a", 0o600);
  // In a process group of its own, so that Ctrl-C reaches the web server first and the database after it.
  const child = programs.launch(programs.postgres, ["-D", places.cluster, ...args], {
    stdio: ["ignore", log, log],
    detached: true,
    cwd: "/",
  });
  closeSync(log);
  child.unref();
  return child;
}

/** Whether it came up; undefined where the reason is one that passes by itself. */
async function becameReady(places: Places, child: ChildProcess, port: number, logStart: number): Promise<boolean> {
  const limit = Date.now() + startLimitMs;
  let failure: Error | undefined;
  child.once("error", (error) => {
    failure = error;
  });
  while (child.exitCode === null && child.signalCode === null && !failure) {
    if (readLockFile(places.cluster)?.ready && (await answers(urlOf(places, port, "postgres")))) return true;
    if (Date.now() > limit) {
      child.kill("SIGINT");
      break;
    }
    await sleep(20);
  }
  const said = failure?.message ?? lastWords(places, logStart);
  // Another process took the port, or children of a server that was killed have not yet noticed.
  if (/Address already in use|could not bind|shared memory block .* still in use/.test(said)) return false;
  throw new StartError(`The built-in database did not start. It said:\n${said}\nIts log: ${places.log}`);
}

async function startServer(
  places: Places,
  programs: Launcher,
  durable: boolean,
  wantedPort: number | undefined,
): Promise<Running> {
  const tooLong = existsSync(places.log) && statSync(places.log).size > largestLogBytes;
  if (tooLong) rmSync(places.log);
  for (let attempt = 0; attempt < 20; attempt++) {
    const logStart = existsSync(places.log) ? statSync(places.log).size : 0;
    const port = wantedPort && attempt < 10 ? wantedPort : await freePort();
    const child = spawnServer(places, programs, port, durable);
    if (await becameReady(places, child, port, logStart)) return { pid: child.pid ?? 0, port };
    await sleep(250);
  }
  throw new StartError(
    `The built-in database did not start: processes of an earlier one still hold ${places.cluster}. Its log: ${places.log}`,
  );
}

/** A server whose starter was killed is taken over by the next. */
function takeOver(places: Places): boolean {
  const owner = existsSync(places.owner) ? Number(readFileSync(places.owner, "utf8")) : 0;
  const owned = owner > 0 && owner !== process.pid && isAlive(owner);
  if (!owned) writeFileSync(places.owner, String(process.pid));
  return !owned;
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}

function handle(places: Places, { pid, port }: Running, name: string, created: boolean): EmbeddedPostgres {
  const borrowed = !takeOver(places);
  const isRunning = () => serves(pid, places.cluster);
  const requestStop = () => {
    if (!borrowed && isRunning()) kill(pid, "SIGINT");
  };
  return {
    url: urlOf(places, port, name),
    pid,
    borrowed,
    created,
    isRunning,
    requestStop,
    async stop() {
      requestStop();
      const limit = Date.now() + stopLimitMs;
      while (!borrowed && isRunning()) {
        if (Date.now() > limit) kill(pid, "SIGQUIT");
        await sleep(20);
      }
      if (!borrowed) rmSync(places.owner, { force: true });
    },
  };
}

/** Starts the built-in PostgreSQL on a data folder, or finds the one that already runs there. */
export async function startEmbeddedPostgres(
  dataDir: string,
  { durable = true, databaseName = "slipway", port }: EmbeddedOptions = {},
): Promise<EmbeddedPostgres> {
  const places = placesIn(dataDir);
  mkdirSync(dataDir, { recursive: true });
  const found = await alreadyRunning(places);
  if (found) return handle(places, found, databaseName, false);
  const programs = launcher(dataDir);
  const created = await initialise(places, programs, durable);
  programs.handOver(places.cluster);
  const server = handle(places, await startServer(places, programs, durable, port), databaseName, created);
  await createDatabaseIfMissing(server.url);
  return server;
}
