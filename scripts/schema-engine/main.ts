import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import { createDatabase } from "../../lib/server/database/migrate";
import { schemaEngineAdapter } from "../../lib/server/database/schema-engine/adapter";
import { loadSchemaEngine } from "../../lib/server/database/schema-engine/load";
import { databaseFault } from "./database-fault";

/**
 * Speaks the protocol of Prisma's native schema engine and hands every call to the WebAssembly build of the same
 * engine: JSON-RPC 2.0, one message a line, and the two `cli` commands that the migrate commands ask first.
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    datamodels: { type: "string", multiple: true, default: [], short: "d" },
    datasource: { type: "string" },
    "enabled-preview-features": { type: "string", multiple: true },
    "extension-types": { type: "string" },
    version: { type: "boolean" },
  },
});

const url = (): string => (JSON.parse(options.datasource ?? "{}") as { url?: string }).url ?? "";
const send = (message: object): boolean => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

const logLine = (level: string, fields: object): string =>
  JSON.stringify({ timestamp: new Date().toISOString(), level, target: "schema_engine::logger", fields });

async function connectOnce(address: string): Promise<void> {
  const connection = await schemaEngineAdapter(address).connect();
  await connection.queryRaw({ sql: "SELECT 1", args: [], argTypes: [] }).finally(() => connection.dispose());
}

/** The command line reads the last of two lines on standard error, and drops the first. */
async function answerCli(command: string | undefined): Promise<number> {
  try {
    if (command === "can-connect-to-database") await connectOnce(url());
    else if (command === "create-database") await createDatabase(url());
    else throw new Error(`unknown command ${command}`);
    return 0;
  } catch (error) {
    const { code, message } = databaseFault(error, url());
    process.stderr.write(`${logLine("INFO", { message: "schema engine" })}\n`);
    process.stderr.write(`${logLine("ERROR", { message, error_code: code, is_panic: false })}\n`);
    return 1;
  }
}

type Call = { id: number; method: string; params?: unknown };
type Method = (params: unknown) => Promise<unknown>;

async function connectEngine(): Promise<SchemaEngine> {
  const engineClass = await loadSchemaEngine();
  const datamodels = options.datamodels.map((file): [string, string] => [file, readFileSync(file, "utf8")]);
  const adapter = bindMigrationAwareSqlAdapterFactory(schemaEngineAdapter(url()));
  return engineClass.new({ datamodels: datamodels.length > 0 ? datamodels : undefined }, () => {}, adapter);
}

const methodNames: Record<string, string> = { getDatabaseVersion: "version" };

async function answerCall(engine: SchemaEngine, { id, method, params }: Call): Promise<void> {
  const methods = engine as unknown as Record<string, Method | undefined>;
  const call = methods[methodNames[method] ?? method];
  if (!call) {
    send({ id, error: { code: -32601, message: `Method not found: ${method}` } });
    return;
  }
  const result = (await call.call(engine, params)) as { stdout?: string | null } | undefined;
  if (method === "diff" && result?.stdout) {
    send({ id: id + 1_000_000, method: "print", params: { content: result.stdout } });
  }
  send({ id, result: result ?? {} });
}

function sendFailure(id: number, error: unknown): void {
  const { code, message, meta } = databaseFault(error, url());
  const data = { is_panic: false, message, meta: meta ?? null, error_code: code };
  send({ id, error: { code: 4466, message: "An error happened. Check the data field for details.", data } });
}

async function serve(): Promise<void> {
  let engine: Promise<SchemaEngine> | undefined;
  let current = 0;
  // A panic inside the engine leaves its promise unsettled: without this the command line would end as if all was well.
  process.once("uncaughtException", (error) => {
    sendFailure(current, error);
    process.exit(101);
  });
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === "") continue;
    const call = JSON.parse(line) as Partial<Call>;
    // Answers to our own `print` carry no method.
    if (call.method === undefined || call.id === undefined) continue;
    current = call.id;
    try {
      engine ??= connectEngine();
      await answerCall(await engine, call as Call);
    } catch (error) {
      sendFailure(call.id, error);
    }
  }
}

if (options.version) {
  const commit = (await import("@prisma/engines-version")).enginesVersion.split(".").at(-1);
  process.stdout.write(`schema-engine-cli ${commit}\n`);
} else if (positionals[0] === "cli") {
  process.exitCode = await answerCli(positionals[1]);
} else {
  await serve();
}
process.exit();
