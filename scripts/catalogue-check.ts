import { parseArgs } from "node:util";
import { ageLimits, checkCatalogue, type Finding } from "@/lib/catalogue/check";
import { readDefaults } from "@/lib/catalogue/defaults";
import { readPriceOverrides } from "@/lib/catalogue/price-overrides";
import { readTables } from "@/lib/catalogue/tables";

/** Says what is wrong or old in the catalogue. Fails on errors; age and other warnings are only shown. */
const { values: flags } = parseArgs({
  options: {
    all: { type: "boolean", default: false },
    today: { type: "string", default: new Date().toISOString().slice(0, 10) },
    "offer-days": { type: "string", default: String(ageLimits.offers) },
    "price-days": { type: "string", default: String(ageLimits.prices) },
    "other-days": { type: "string", default: String(ageLimits.others) },
  },
});

const limits = {
  offers: Number(flags["offer-days"]),
  prices: Number(flags["price-days"]),
  others: Number(flags["other-days"]),
};
const shownAtOnce = 8;

function print(title: string, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const shown = flags.all ? findings : findings.slice(0, shownAtOnce);
  console.log(`\n${title} (${findings.length})`);
  for (const { message } of shown) console.log(`  ${message}`);
  if (shown.length < findings.length) console.log(`  … and ${findings.length - shown.length} more: --all shows them`);
}

const contents = { ...readTables(), defaults: readDefaults(), overrides: readPriceOverrides() };
const findings = checkCatalogue(contents, flags.today, limits);
const errors = findings.filter(({ level }) => level === "error");
const warnings = (about: Finding["about"]) =>
  findings.filter((finding) => finding.level === "warning" && finding.about === about);

const counts = Object.entries(contents)
  .flatMap(([table, rows]) => (Array.isArray(rows) ? [`${rows.length} ${table}`] : []))
  .join(", ");
console.log(`Catalogue on ${flags.today}: ${counts}`);
print("Errors", errors);
print("Recounts outside 1 %", warnings("recount"));
print("Readings that do not agree", warnings("contradiction"));
for (const table of ["offers", "prices", "others"] as const) {
  const old = warnings("age").filter((finding) => finding.table === table);
  print(`Read more than ${limits[table]} days ago: ${table}`, old);
}
console.log(`\n${errors.length} errors, ${findings.length - errors.length} warnings`);
process.exitCode = errors.length > 0 ? 1 : 0;
