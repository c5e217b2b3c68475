import { connectionParts } from "../../lib/server/database/schema-engine/adapter";

export type DatabaseFault = { code: string | null; message: string; meta?: object };

type Thrown = { code?: unknown; message?: string; meta?: object; cause?: Thrown; kind?: string; errors?: Thrown[] };

/** PostgreSQL's and Node's codes, as the codes by which Prisma's command line decides what to do next. */
const codes: Record<string, string> = {
  "3D000": "P1003",
  "28P01": "P1000",
  "28000": "P1000",
  ECONNREFUSED: "P1001",
  ENOTFOUND: "P1001",
  EAI_AGAIN: "P1001",
  ETIMEDOUT: "P1001",
  DatabaseDoesNotExist: "P1003",
  AuthenticationFailed: "P1000",
  DatabaseNotReachable: "P1001",
};

function innermost(error: Thrown): Thrown {
  const inner = error.cause ?? error.errors?.[0];
  return inner && typeof inner === "object" ? innermost(inner) : error;
}

function words(code: string, url: string): string {
  const { host, port, user, database } = connectionParts(url);
  if (code === "P1003") return `Database \`${database}\` does not exist on the database server at \`${host}:${port}\`.`;
  if (code === "P1000") return `Authentication failed against the database server for the user \`${user}\`.`;
  return `Can't reach database server at \`${host}:${port}\`. Is it running? \`npm start\` and \`npm run dev\` start one.`;
}

export function databaseFault(error: unknown, url: string): DatabaseFault {
  const thrown = (typeof error === "object" && error !== null ? error : { message: String(error) }) as Thrown;
  const root = innermost(thrown);
  const known = codes[String(root.kind)] ?? codes[String(root.code)] ?? codes[String(thrown.code)];
  if (known) return { code: known, message: words(known, url) };
  const own = typeof thrown.code === "string" ? thrown.code : null;
  return {
    code: own,
    message: thrown.message || root.message || String(error),
    ...(thrown.meta && { meta: thrown.meta }),
  };
}
