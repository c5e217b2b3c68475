import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuilt, ensureClient } from "./serve/build";
import { commandFile } from "./serve/run";

/** `npm test`: types, lint, unit and browser tests, one after the other; `-- unit e2e` runs some of them. */
type Outcome = { passed: number; failed: number };
type Step = { name: string; run: (reports: string) => Promise<Outcome> };

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" };

function command(file: string, args: string[], extra: Record<string, string> = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: "inherit", env: { ...env, ...extra } });
    child.once("close", (code) => resolve(code === 0));
  });
}

const check = async (ok: Promise<boolean>): Promise<Outcome> =>
  (await ok) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

async function types(): Promise<Outcome> {
  if (!(await command(commandFile("next"), ["typegen"]))) return { passed: 0, failed: 1 };
  return check(command(commandFile("typescript", "tsc"), ["--noEmit", "-p", "."]));
}

/** A runner that died before it wrote its report counts as a failure. */
function counts(file: string, ok: boolean, read: (report: unknown) => Outcome): Outcome {
  try {
    const { passed, failed } = read(JSON.parse(readFileSync(file, "utf8")));
    return { passed, failed: ok ? failed : Math.max(1, failed) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function unit(reports: string): Promise<Outcome> {
  const file = path.join(reports, "vitest.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const ok = await command(commandFile("vitest"), args);
  return counts(file, ok, (report) => {
    const { numPassedTests, numFailedTests } = report as { numPassedTests: number; numFailedTests: number };
    return { passed: numPassedTests, failed: numFailedTests };
  });
}

async function browser(reports: string): Promise<Outcome> {
  await ensureBuilt();
  const file = path.join(reports, "playwright.json");
  const args = ["test", "--reporter=list,json"];
  const ok = await command(commandFile("@playwright/test", "playwright"), args, { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  return counts(file, ok, (report) => {
    const { stats } = report as { stats: { expected: number; unexpected: number; flaky: number } };
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  });
}

const steps: Step[] = [
  { name: "types", run: types },
  {
    name: "lint",
    run: () => check(command(commandFile("@biomejs/biome", "biome"), ["check", "--diagnostic-level=error"])),
  },
  { name: "unit", run: unit },
  { name: "e2e", run: browser },
];

async function main(): Promise<number> {
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !steps.some((step) => step.name === name));
  if (unknown) {
    console.error(`There is no step ${unknown}: choose of ${steps.map(({ name }) => name).join(", ")}.`);
    return 2;
  }
  await ensureClient();
  const reports = mkdtempSync(path.join(tmpdir(), "slipway-reports-"));
  const all: (Outcome & { name: string })[] = [];
  for (const { name, run } of steps.filter((step) => asked.length === 0 || asked.includes(step.name))) {
    console.log(`\n── ${name} ──`);
    all.push({ name, ...(await run(reports)) });
  }
  rmSync(reports, { recursive: true, force: true });
  console.log("");
  for (const { name, passed, failed } of all) console.log(`  ${name.padEnd(6)} ${passed} passed, ${failed} failed`);
  const sum = (pick: (outcome: Outcome) => number) => all.reduce((total, each) => total + pick(each), 0);
  const failed = sum((each) => each.failed);
  console.log(`\n${sum((each) => each.passed)} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exit(await main());
