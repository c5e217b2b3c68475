import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { connectionParts, schemaEngineAdapter } from "./schema-engine/adapter";
import { loadSchemaEngine } from "./schema-engine/load";

const lockFile = "migration_lock.toml";

/** The migrations folder as the engine takes it, oldest first. */
async function migrationList(baseDir: string): Promise<MigrationList> {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const directory = async (name: string) => ({
    path: name,
    migrationFile: {
      path: "migration.sql",
      content: { tag: "ok" as const, value: await readFile(path.join(baseDir, name, "migration.sql"), "utf8") },
    },
  });
  return {
    baseDir,
    lockfile: { path: lockFile, content: await readFile(path.join(baseDir, lockFile), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(names.sort().map(directory)),
  };
}

export async function createDatabase(url: string): Promise<void> {
  const { schema: _schema, database, ...parts } = connectionParts(url);
  const server = new pg.Client({ ...parts, database: "postgres" });
  await server.connect();
  await server.query(`CREATE DATABASE "${database.replaceAll('"', '""')}"`).finally(() => server.end());
}

/** Makes the database of the URL where the server has none by that name. */
export async function createDatabaseIfMissing(url: string): Promise<void> {
  const { schema: _schema, ...parts } = connectionParts(url);
  const probe = new pg.Client(parts);
  try {
    await probe.connect();
  } catch (error) {
    if ((error as { code?: string }).code !== "3D000") throw error;
    await createDatabase(url);
  } finally {
    await probe.end();
  }
}

/**
 * Applies what is pending, as `prisma migrate deploy` would, and answers the names applied. Several processes may do
 * this at once: the engine takes Prisma's advisory lock itself, so it must not be held by the caller.
 */
export async function applyMigrations(url: string, folder = path.resolve("prisma/migrations")): Promise<string[]> {
  const engineClass = await loadSchemaEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(schemaEngineAdapter(url));
  const engine = await engineClass.new({ datamodels: undefined }, () => {}, adapter);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await migrationList(folder),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}
