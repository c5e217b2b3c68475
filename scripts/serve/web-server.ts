import { type ChildProcess, spawn } from "node:child_process";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { StartError } from "../../lib/server/database/embedded/start-error";
import { commandFile } from "./run";

export type Address = { host: string; port: number };

const shownHost = (host: string): string => (["127.0.0.1", "0.0.0.0", "::"].includes(host) ? "localhost" : host);
export const urlOf = ({ host, port }: Address): string => `http://${shownHost(host)}:${port}`;

async function isOurs(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(2_000) });
    return typeof ((await answer.json()) as { database?: unknown }).database === "string";
  } catch {
    return false;
  }
}

/** Asked before anything is started, so that a person learns at once that the port is taken. */
export async function checkPort({ host, port }: Address): Promise<void> {
  const fault = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const probe = net.createServer().once("error", resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
  if (!fault) return;
  if (fault.code !== "EADDRINUSE") {
    throw new StartError(
      `The app cannot listen on ${host}:${port}: ${fault.message}. Choose others with HOST and PORT.`,
    );
  }
  const who = (await isOurs(port))
    ? `Slipway already runs at http://localhost:${port}. Open that, or stop it first;`
    : `Port ${port} is used by another program. Stop that program,`;
  throw new StartError(`${who} or choose another port: PORT=${port + 1} npm start`);
}

/** Next's server. In a process group of its own, so that Ctrl-C reaches it from us, before the database. */
export function startWebServer(command: "start" | "dev", address: Address, databaseUrl: string): ChildProcess {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: command === "dev" ? ("development" as const) : ("production" as const),
  };
  const args = [commandFile("next"), command, "--hostname", address.host, "--port", String(address.port)];
  const output = command === "dev" ? "inherit" : "pipe";
  const child = spawn(process.execPath, args, { env, detached: true, stdio: ["ignore", output, "inherit"] });
  child.stdout?.on("data", (chunk: Buffer) => {
    // Next's greeting repeats the address in its own words; everything else is the app's log.
    const lines = chunk.toString().split("\n");
    const kept = lines.filter((line) => line.startsWith("{") || /error|warn/i.test(line));
    if (kept.length > 0) process.stdout.write(`${kept.join("\n")}\n`);
  });
  return child;
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Waits for the first answer; an error status counts, as it says that the server is there. */
export async function untilItAnswers(child: ChildProcess, { host, port }: Address): Promise<void> {
  const to = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  while (!hasEnded(child)) {
    try {
      await fetch(`http://${to}:${port}/api/health`, { signal: AbortSignal.timeout(60_000) });
      return;
    } catch {
      await sleep(50);
    }
  }
  throw new StartError("The web server ended before it answered; what it said stands above.");
}

export async function stopWebServer(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const forced = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(forced);
}
