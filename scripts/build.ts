import { ensureBuilt, ensureClient } from "./serve/build";

/** Makes the database's client and the production build where they are missing or stale; a start does the same. */
await ensureClient();
console.log((await ensureBuilt()) ? "built" : "up to date");
