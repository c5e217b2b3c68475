import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { startEmbeddedPostgres } from "../database/embedded/start";
import { applyMigrations, createDatabaseIfMissing } from "../database/migrate";

/** A database of its own on the server of DATABASE_URL, dropped afterwards: tests never touch what is there. */
async function onGivenServer(given: string): Promise<() => Promise<void>> {
  const url = new URL(given);
  const name = `slipway_test_${randomBytes(6).toString("hex")}`;
  url.pathname = `/${name}`;
  await createDatabaseIfMissing(url.toString());
  process.env.DATABASE_URL = url.toString();
  return async () => {
    process.env.DATABASE_URL = given;
    const admin = new pg.Client({ connectionString: given });
    await admin.connect();
    await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await admin.end();
  };
}

async function onBuiltIn(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "slipway-test-"));
  const embedded = await startEmbeddedPostgres(folder, { durable: false });
  process.env.DATABASE_URL = embedded.url;
  return async () => {
    await embedded.stop();
    delete process.env.DATABASE_URL;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** A migrated, empty PostgreSQL for a run of tests, and what takes it away again. */
export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  const teardown = given ? await onGivenServer(given) : await onBuiltIn();
  if (process.env.DATABASE_URL) await applyMigrations(process.env.DATABASE_URL);
  return teardown;
}
