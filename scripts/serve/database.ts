import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../lib/server/database/embedded/start";
import { StartError } from "../../lib/server/database/embedded/start-error";
import { applyMigrations, createDatabaseIfMissing } from "../../lib/server/database/migrate";
import { step } from "./step";

/** The database of this start: a server of one's own, or the built-in one, which is then ours to stop. */
export type OpenDatabase = { url: string; embedded?: EmbeddedPostgres };

function describe({ borrowed, created }: EmbeddedPostgres): string {
  if (borrowed) return "found running, started by another process";
  return created ? "built-in PostgreSQL, first start" : "built-in PostgreSQL";
}

export async function openDatabase(dataDir: string, durable = true): Promise<OpenDatabase> {
  const given = process.env.DATABASE_URL;
  if (!given) {
    const embedded = await step("database", () => startEmbeddedPostgres(dataDir, { durable }), describe);
    return { url: embedded.url, embedded };
  }
  const connect = () =>
    createDatabaseIfMissing(given).catch((error: Error) => {
      const { hostname, port, pathname } = new URL(given);
      throw new StartError(
        `The database of DATABASE_URL (${hostname}:${port || 5432}${pathname}) does not let us in: ${error.message}. ` +
          "Check that it runs and that user, password and name are right, or unset DATABASE_URL to use the built-in one.",
      );
    });
  await step("database", connect, () => "from DATABASE_URL");
  return { url: given };
}

const counted = (names: readonly string[]): string =>
  names.length === 0 ? "nothing pending" : `${names.length} applied`;

export const migrate = (url: string): Promise<string[]> => step("migrations", () => applyMigrations(url), counted);
