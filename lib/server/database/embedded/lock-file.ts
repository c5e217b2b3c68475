import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import path from "node:path";

/** What a running PostgreSQL writes into its data folder: process, folder, start, port, …, status. */
export type LockFile = { pid: number; port: number; ready: boolean };

export const lockFileIn = (folder: string): string => path.join(folder, "postmaster.pid");

export function readLockFile(folder: string): LockFile | undefined {
  try {
    const lines = readFileSync(lockFileIn(folder), "utf8").split("\n");
    const [pid, , , port] = lines.map(Number);
    return pid && port ? { pid, port, ready: lines[7]?.trim() === "ready" } : undefined;
  } catch {
    return undefined;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Whether the process is the server of this folder. After a crash its number may belong to something else by now:
 * PostgreSQL works inside its data folder, so that tells where the system lets us look.
 */
export function serves(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false;
  if (existsSync("/proc/self")) {
    try {
      return realpathSync(readlinkSync(`/proc/${pid}/cwd`)) === realpathSync(folder);
    } catch {
      return readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("postgres");
    }
  }
  if (process.platform === "win32") return true;
  return spawnSync("ps", ["-p", String(pid), "-o", "comm="], { encoding: "utf8" }).stdout.includes("postgres");
}
