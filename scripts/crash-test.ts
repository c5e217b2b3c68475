import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

/**
 * Kills the server with SIGKILL while saves run, starts it again, and looks for every save that was acknowledged.
 * Odd rounds kill the database too; in even rounds it lives on and the next start finds it.
 */
const { values } = parseArgs({ options: { rounds: { type: "string", default: "20" } } });
const rounds = Number(values.rounds);
const saves = 200;
const scenarios = 20;
const port = Number(process.env.CRASH_TEST_PORT ?? 3499);
const base = `http://127.0.0.1:${port}`;
const dataDir = mkdtempSync(path.join(tmpdir(), "slipway-crash-"));

type Known = { id: string; version: number; name: string };
type Stored = { id: string; version: number; name: string };

async function start(): Promise<{ child: ChildProcess; seconds: number }> {
  const since = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  while (!said.includes("Ready after")) {
    if (child.exitCode !== null) throw new Error(`the server did not start:\n${said}`);
    await sleep(50);
  }
  return { child, seconds: (performance.now() - since) / 1000 };
}

function childrenOf(pid: number): number[] {
  const list = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  const direct = list === "" ? [] : list.split(" ").map(Number);
  return direct.flatMap((each) => [each, ...childrenOf(each)]);
}

const isPostgres = (pid: number): boolean => /^postgres/.test(readFileSync(`/proc/${pid}/comm`, "utf8"));

/** All at once, none of them warned. Spares the database where it is to live on. */
function killTree(root: number, databaseToo: boolean): void {
  const pids = [root, ...childrenOf(root)].filter((pid) => databaseToo || !isPostgres(pid));
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself in between.
    }
  }
}

async function portIsFree(): Promise<void> {
  for (;;) {
    try {
      await fetch(`${base}/api/health`, { signal: AbortSignal.timeout(500) });
      await sleep(50);
    } catch {
      return;
    }
  }
}

async function create(index: number): Promise<Known> {
  const answer = await fetch(`${base}/api/v1/scenarios`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      start: { useCase: "customerSupport", requestsPerDay: 1000, dataClass: "internal", name: `Crash ${index}` },
    }),
  });
  if (answer.status !== 201) throw new Error(`creating a scenario answered ${answer.status}`);
  const { id, version, name } = (await answer.json()) as Stored;
  return { id, version, name };
}

/** Saves one after the other until the server is gone; `known` holds what was acknowledged last. */
async function saveUntilGone(known: Known, round: number, count: number): Promise<{ acknowledged: number }> {
  let acknowledged = 0;
  for (let index = 0; index < count; index += 1) {
    const name = `Round ${round} save ${index}`;
    try {
      const answer = await fetch(`${base}/api/v1/scenarios/${known.id}`, {
        method: "PATCH",
        headers: { "content-type": "application/json", "if-match": `"v${known.version}"` },
        body: JSON.stringify({ patch: { name } }),
      });
      if (answer.status !== 200) return { acknowledged };
      const stored = (await answer.json()) as Stored;
      known.version = stored.version;
      known.name = stored.name;
      acknowledged += 1;
    } catch {
      return { acknowledged };
    }
  }
  return { acknowledged };
}

/** A later version may be there: a save that was written, but whose answer never came. */
async function lostSaves(all: Known[]): Promise<string[]> {
  const lost: string[] = [];
  for (const known of all) {
    const answer = await fetch(`${base}/api/v1/scenarios/${known.id}`);
    const stored = (await answer.json()) as Stored;
    const kept = stored.version > known.version || (stored.version === known.version && stored.name === known.name);
    if (answer.status !== 200 || !kept) lost.push(`${known.id}: ${known.version} → ${stored.version}`);
    known.version = stored.version;
    known.name = stored.name;
  }
  return lost;
}

async function main(): Promise<number> {
  let { child } = await start();
  const all: Known[] = [];
  for (let index = 0; index < scenarios; index += 1) all.push(await create(index));
  let passed = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const databaseToo = round % 2 === 1;
    const running = Promise.all(all.map((known) => saveUntilGone(known, round, saves / scenarios)));
    await sleep(300 + Math.random() * 2_700);
    if (child.pid) killTree(child.pid, databaseToo);
    const acknowledged = (await running).reduce((sum, each) => sum + each.acknowledged, 0);
    await portIsFree();
    const again = await start();
    child = again.child;
    const lost = await lostSaves(all);
    const what = databaseToo ? "server and database" : "server";
    console.log(
      `round ${round}: ${what} killed after ${acknowledged} of ${saves} saves were acknowledged, ` +
        `back in ${again.seconds.toFixed(1)} s, ${lost.length} lost ${lost.join(", ")}`,
    );
    if (lost.length === 0) passed += 1;
  }
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
  rmSync(dataDir, { recursive: true, force: true });
  console.log(`\n${passed} passed, ${rounds - passed} failed`);
  return passed === rounds ? 0 : 1;
}

process.exit(await main());
