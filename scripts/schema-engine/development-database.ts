import path from "node:path";
import { startEmbeddedPostgres } from "../../lib/server/database/embedded/start";

const offline = new Set(["generate", "validate", "format", "version", "-v", "--version", "-h", "--help", "init"]);

/**
 * The database that a `prisma` command works on: `DATABASE_URL`, else the embedded server in `DATA_DIR`, which is
 * started for as long as the command runs unless the app already runs it. Commands that need none get an address
 * that nothing answers at.
 */
export async function developmentDatabaseUrl(argv: readonly string[]): Promise<string> {
  const given = process.env.DATABASE_URL;
  if (given) return given;
  const command = argv[2];
  if (command === undefined || offline.has(command)) return "postgresql://nobody@127.0.0.1:1/slipway";
  const server = await startEmbeddedPostgres(path.resolve(process.env.DATA_DIR ?? "data"));
  process.once("exit", () => server.requestStop());
  return server.url;
}
