import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

type SchemaEngineClass = typeof SchemaEngine;
type Registry = { PRISMA_WASM_PANIC_REGISTRY?: { set_message(message: string): void } };
type Bindings = { __wbg_set_wasm(exports: WebAssembly.Exports): void; SchemaEngine: SchemaEngineClass };

const require = createRequire(import.meta.url);
const moduleName = "./schema_engine_bg.js";

async function instantiate(): Promise<SchemaEngineClass> {
  // The engine hands the words of a panic to this object, and then traps.
  (globalThis as Registry).PRISMA_WASM_PANIC_REGISTRY ??= {
    set_message: (message) => process.stderr.write(`schema engine: ${message}\n`),
  };
  const { __wbg_set_wasm, SchemaEngine: engineClass } = bindings as unknown as Bindings;
  // The package's own entry imports the .wasm file as a module, which Node does only behind a flag.
  const file = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(file), { [moduleName]: { ...bindings } });
  __wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return engineClass;
}

let loaded: Promise<SchemaEngineClass> | undefined;

/** Prisma's schema engine as WebAssembly: the same code as the native one, with nothing to download. */
export function loadSchemaEngine(): Promise<SchemaEngineClass> {
  loaded ??= instantiate();
  return loaded;
}
