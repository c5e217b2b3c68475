import { readFileSync, writeFileSync } from "node:fs";

/**
 * A registry mirror may lack packages of other platforms, and npm then leaves them out of the lock file, which
 * `npm ci` refuses. This adds an entry for each of them, as npm itself would write it but for the checksum. Run it
 * after every `npm install`; with `--check` it only says whether something is missing. See docs/adr/0006-lock-file.md.
 */
const file = "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
const { packages } = lock;

const systems = ["android", "darwin", "freebsd", "linux", "win32", "openbsd", "netbsd", "sunos", "aix"];
const processors = ["arm64", "x64", "arm", "ia32", "riscv64", "ppc64", "s390x", "loong64", "wasm32"];
const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** What a platform package's name says: "@next/swc-linux-x64-musl" → linux, x64, musl. */
function platformOf(name) {
  const parts = name.split("/").at(-1).split("-");
  const os = systems.filter((each) => parts.includes(each));
  const cpu = processors.filter((each) => parts.includes(each));
  const libc = parts.includes("musl") ? ["musl"] : parts.includes("gnu") ? ["glibc"] : [];
  return { ...(cpu.length > 0 && { cpu }), ...(os.length > 0 && { os }), ...(libc.length > 0 && { libc }) };
}

const known = new Set(Object.keys(packages).map((key) => key.slice(key.lastIndexOf("node_modules/") + 13)));
const missing = [];
for (const parent of Object.values(packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (known.has(name) || !exact.test(version)) continue;
    known.add(name);
    missing.push({ name, version, dev: parent.dev === true });
  }
}

const addresses = Object.values(packages).filter((entry) => typeof entry.resolved === "string").length;

if (process.argv.includes("--check")) {
  for (const { name, version } of missing) console.error(`missing from ${file}: ${name}@${version}`);
  if (addresses > 0) console.error(`${addresses} entries of ${file} name a registry`);
  if (missing.length > 0) console.error("Run: node scripts/complete-lock.mjs");
  process.exit(missing.length > 0 || addresses > 0 ? 1 : 0);
}

for (const { name, version, dev } of missing) {
  packages[`node_modules/${name}`] = { version, ...platformOf(name), ...(dev && { dev }), optional: true };
}
for (const entry of Object.values(packages)) delete entry.resolved;
const [root, ...rest] = Object.entries(packages);
lock.packages = Object.fromEntries([root, ...rest.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))]);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(missing.length === 0 ? "nothing was missing" : `${missing.length} added`);
