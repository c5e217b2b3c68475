import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

type ConnectionParts = Omit<pg.PoolConfig, "connectionString">;

/**
 * The parts of a URL. Never hand the adapter a connection string here: it would win over the `database` beside it, and
 * the shadow database, which the engine empties, would be the main one.
 */
export function connectionParts(url: string): ConnectionParts & { database: string; schema: string } {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const sslMode = searchParams.get("sslmode") ?? "disable";
  return {
    host: searchParams.get("host") ?? decodeURIComponent(hostname),
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || "postgres",
    schema: searchParams.get("schema") ?? "public",
    ...(!["disable", "allow", "prefer"].includes(sslMode) && {
      ssl: { rejectUnauthorized: sslMode !== "require" && sslMode !== "no-verify" },
    }),
  };
}

const internalChar = 18;
const uuid = 2950;

/**
 * Introspection reads columns of PostgreSQL's own one-byte type "char", at which the adapter stops. They travel as
 * UUIDs, of which the engine's own queries return none, and are named characters again on arrival.
 */
class IntrospectingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const { connection } = this as unknown as { connection: NodeJS.EventEmitter };
    connection.prependListener("rowDescription", ({ fields }: { fields: { dataTypeID: number }[] }) => {
      for (const field of fields) if (field.dataTypeID === internalChar) field.dataTypeID = uuid;
    });
  }
}

function withCharacters(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const query = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (asked) => {
    const rows = await query(asked);
    const columnTypes = rows.columnTypes.map((type) =>
      type === ColumnTypeEnum.Uuid ? ColumnTypeEnum.Character : type,
    );
    return { ...rows, columnTypes };
  };
  return adapter;
}

async function runOnce(parts: ConnectionParts, sql: string): Promise<void> {
  const client = new pg.Client(parts);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** The adapter as the schema engine needs it: introspection that reads, and a shadow database that goes away. */
export function schemaEngineAdapter(url: string): SqlMigrationAwareDriverAdapterFactory {
  const { schema, ...parts } = connectionParts(url);
  const open = (database: string) =>
    new PrismaPg(new pg.Pool({ ...parts, database, Client: IntrospectingClient, max: 4 }), {
      schema,
      disposeExternalPool: true,
    });
  const main = open(parts.database);
  return {
    provider: main.provider,
    adapterName: main.adapterName,
    connect: async () => withCharacters(await main.connect()),
    async connectToShadowDb() {
      const name = `prisma_migrate_shadow_db_${randomUUID()}`;
      await runOnce(parts, `CREATE DATABASE "${name}"`);
      const shadow = withCharacters(await open(name).connect());
      const close = shadow.dispose.bind(shadow);
      shadow.dispose = async () => {
        await close();
        await runOnce(parts, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      };
      return shadow;
    },
  };
}
