import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from "node:child_process";
import { chownSync, cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Binaries, binaries } from "./binaries";
import { StartError } from "./start-error";

/** How PostgreSQL's programs are started on this machine: they refuse to run as root. */
export type Launcher = Binaries & {
  launch(program: string, args: string[], options: SpawnOptions): ChildProcess;
  /** Called for each folder or file that the programs must own. */
  handOver(target: string): void;
};

const direct = (found: Binaries): Launcher => ({ ...found, launch: spawn, handOver: () => {} });

const asOrdinaryUser = ["--user", "--map-user=1000", "--map-group=1000", "--"];

/** A namespace in which root is called user 1000: files stay root's, and the process keeps its number. */
function inNamespace(found: Binaries): Launcher | undefined {
  const probe = spawnSync("unshare", [...asOrdinaryUser, found.postgres, "--version"], { stdio: "ignore" });
  if (probe.status !== 0) return undefined;
  return {
    ...found,
    launch: (program, args, options) => spawn("unshare", [...asOrdinaryUser, program, ...args], options),
    handOver: () => {},
  };
}

type Account = { name: string; uid: number; gid: number };

function unprivilegedAccount(): Account | undefined {
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  const find = (wanted: string): Account | undefined => {
    const [name, , uid, gid] = accounts.find((line) => line.startsWith(`${wanted}:`))?.split(":") ?? [];
    return name === undefined ? undefined : { name, uid: Number(uid), gid: Number(gid) };
  };
  return find("postgres") ?? find("nobody");
}

function chownAll(target: string, { uid, gid }: Account): void {
  chownSync(target, uid, gid);
  if (!existsSync(path.join(target, "."))) return;
  for (const entry of readdirSync(target, { withFileTypes: true })) {
    const inner = path.join(target, entry.name);
    if (entry.isDirectory()) chownAll(inner, { name: "", uid, gid });
    else if (!entry.isSymbolicLink()) chownSync(inner, uid, gid);
  }
}

/** Where namespaces are forbidden: another account, which must be able to reach the programs and the data. */
function asAccount(found: Binaries, dataFolder: string): Launcher {
  const account = unprivilegedAccount();
  const identity = account && { uid: account.uid, gid: account.gid };
  const reaches = identity && spawnSync("test", ["-x", dataFolder], { ...identity, cwd: "/" }).status === 0;
  if (!account || !reaches) {
    throw new StartError(
      `PostgreSQL refuses to run as root, user namespaces are not allowed here, and the account ${account?.name ?? "nobody"} ` +
        `cannot reach ${dataFolder}. Start as another user, or set DATA_DIR to a folder that everyone may enter ` +
        "(for example /var/lib/slipway), or set DATABASE_URL to a PostgreSQL server of your own.",
    );
  }
  const copy = path.join(os.tmpdir(), `slipway-postgres-${path.basename(found.packageFolder)}-${account.uid}`);
  cpSync(found.packageFolder, copy, { recursive: true, verbatimSymlinks: true });
  const programs = binaries(copy);
  return {
    ...programs,
    launch: (program, args, options) => spawn(program, args, { ...options, ...identity }),
    handOver: (target) => chownAll(target, account),
  };
}

/** The first way that works, for data in this folder. */
export function launcher(dataFolder: string): Launcher {
  const found = binaries();
  if (process.getuid?.() !== 0) return direct(found);
  return inNamespace(found) ?? asAccount(found, dataFolder);
}
