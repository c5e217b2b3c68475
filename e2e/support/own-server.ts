import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/server/database/embedded/start";

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** The app on a PostgreSQL of its own that a test may take away and bring back. */
export class OwnServer {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly app: ChildProcess,
    private database: EmbeddedPostgres,
  ) {}

  static async start(): Promise<OwnServer> {
    const folder = mkdtempSync(path.join(tmpdir(), "slipway-away-"));
    const database = await startEmbeddedPostgres(folder, { durable: false });
    const port = await freePort();
    const app = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
      env: { ...process.env, DATABASE_URL: database.url, PORT: String(port) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    app.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()));
    while (!said.includes("Ready after")) {
      if (app.exitCode !== null) throw new Error(`the app did not start:\n${said}`);
      await sleep(50);
    }
    return new OwnServer(`http://127.0.0.1:${port}`, folder, app, database);
  }

  takeDatabaseAway = (): Promise<void> => this.database.stop();

  /** At the address it had, as a server that was restarted. */
  async bringDatabaseBack(): Promise<void> {
    const port = Number(new URL(this.database.url).port);
    this.database = await startEmbeddedPostgres(this.folder, { durable: false, port });
    if (Number(new URL(this.database.url).port) !== port) throw new Error(`port ${port} was taken meanwhile`);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.app.once("exit", resolve));
    this.app.kill("SIGTERM");
    await ended;
    await this.database.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
