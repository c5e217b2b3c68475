import path from "node:path";
import { defineConfig } from "prisma/config";
import { developmentDatabaseUrl } from "./scripts/schema-engine/development-database";

const root = import.meta.dirname;

// Prisma's command line would fetch a native schema engine; ours runs the same engine as WebAssembly, from the
// packages installed here. Set the variable yourself to use another. See docs/adr/0001-embedded-database.md.
if (process.platform !== "win32") {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(root, "scripts/schema-engine/schema-engine");
}
process.env.CHECKPOINT_DISABLE ??= "1";

export default defineConfig({
  schema: path.join(root, "prisma/schema.prisma"),
  migrations: { path: path.join(root, "prisma/migrations"), seed: "tsx prisma/seed.ts" },
  datasource: { url: await developmentDatabaseUrl(process.argv) },
});
