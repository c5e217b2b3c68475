import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";

export { isDatabaseUnavailable } from "../http/database-faults";

/** Reloading a module in development must not open a second pool. */
const holder = globalThis as typeof globalThis & { slipwayDatabase?: PrismaClient };

/** The embedded server accepts 50 connections; build workers, tests and psql need some as well. */
const defaultPoolSize = 10;

function connectionString(): string {
  const url = process.env.DATABASE_URL;
  if (url) return url;
  throw new Error("DATABASE_URL is not set: start the app with `npm start` or `npm run dev`, which set it");
}

function connect(): PrismaClient {
  const max = Number(process.env.DATABASE_POOL_SIZE ?? defaultPoolSize);
  const adapter = new PrismaPg({
    connectionString: connectionString(),
    max,
    // A request that waits longer is told that the database is away, and the browser tries again.
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
  });
  return new PrismaClient({ adapter });
}

/** The one client of this process, made at first use: nothing connects while the app is being built. */
export function database(): PrismaClient {
  holder.slipwayDatabase ??= connect();
  return holder.slipwayDatabase;
}

/** Whether the database answers now. */
export async function databaseIsUp(): Promise<boolean> {
  try {
    await database().$queryRaw`SELECT 1`;
    return true;
  } catch {
    return false;
  }
}

/** For scripts and tests, which end; a server keeps its pool. */
export async function closeDatabase(): Promise<void> {
  const open = holder.slipwayDatabase;
  holder.slipwayDatabase = undefined;
  await open?.$disconnect();
}
