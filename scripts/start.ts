import type { ChildProcess } from "node:child_process";
import path from "node:path";
import { startEmbeddedPostgres } from "../lib/server/database/embedded/start";
import { StartError } from "../lib/server/database/embedded/start-error";
import { ensureBuilt, ensureClient } from "./serve/build";
import { migrate, type OpenDatabase, openDatabase } from "./serve/database";
import { sinceStart, step } from "./serve/step";
import { checkPort, startWebServer, stopWebServer, untilItAnswers, urlOf } from "./serve/web-server";

/** `npm start`, and with `--dev` `npm run dev`: everything the app needs, one step after the other. */
const development = process.argv.includes("--dev");
const dataDir = path.resolve(process.env.DATA_DIR ?? "data");
const address = { host: process.env.HOST ?? "127.0.0.1", port: Number(process.env.PORT ?? 3000) };

let database: OpenDatabase | undefined;
let web: ChildProcess | undefined;
let stopping = false;

async function stop(exitCode: number): Promise<never> {
  stopping = true;
  if (web) await stopWebServer(web);
  await database?.embedded?.stop();
  process.exit(exitCode);
}

function onSignal(): void {
  if (stopping) return;
  console.log("\nStopping …");
  void stop(0);
}

/** The built-in database is brought back at the same address if it ends; the app waits and retries meanwhile. */
function keepAlive({ embedded }: OpenDatabase): void {
  let current = embedded;
  let busy = false;
  const look = async () => {
    if (busy || stopping || !current || current.borrowed || current.isRunning()) return;
    busy = true;
    console.error("The database has ended; starting it again.");
    const port = Number(new URL(current.url).port);
    current = await startEmbeddedPostgres(dataDir, { port }).finally(() => {
      busy = false;
    });
    if (database) database.embedded = current;
  };
  setInterval(() => void look().catch((error: Error) => console.error(error.message)), 1_000).unref();
}

async function loadExamples(): Promise<number> {
  const { seedExamples } = await import("../prisma/seed");
  const { closeDatabase } = await import("../lib/server/database/client");
  return seedExamples().finally(closeDatabase);
}

async function start(): Promise<void> {
  if (!Number.isInteger(address.port) || address.port < 1 || address.port > 65_535) {
    throw new StartError(`PORT is ${JSON.stringify(process.env.PORT)}: must be a whole number from 1 to 65535`);
  }
  console.log(`\nSlipway, data in ${process.env.DATABASE_URL ? "DATABASE_URL" : dataDir}\n`);
  await checkPort(address);
  database = await openDatabase(dataDir, process.env.DATABASE_DURABLE !== "off");
  await migrate(database.url);
  await step("client", ensureClient, (made) => (made ? "generated" : "up to date"));
  if (!development) await step("build", ensureBuilt, (made) => (made ? "built" : "up to date"));
  process.env.DATABASE_URL = database.url;
  await step("examples", loadExamples, (count) => (count === 0 ? "loaded before" : `${count} loaded`));
  const child = startWebServer(development ? "dev" : "start", address, database.url);
  web = child;
  child.once("exit", (code) => {
    if (stopping) return;
    console.error(`The web server has ended (${code ?? "killed"}).`);
    void stop(1);
  });
  await step(
    "web server",
    () => untilItAnswers(child, address),
    () => "answers",
  );
  keepAlive(database);
  console.log(`\nReady after ${sinceStart()}: ${urlOf(address)}   (Ctrl-C stops everything)\n`);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onSignal);

try {
  await start();
} catch (error) {
  if (!stopping) {
    console.error(error instanceof StartError ? `\n${error.message}\n` : error);
    await stop(1);
  }
}
