import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A real Chromium: the one named by CHROMIUM_PATH, one installed on the machine, else the one from npm. */
export async function chromiumPath(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}: there is no such file.`);
  }
  const found = installed.find((each) => existsSync(each));
  if (found) return found;
  try {
    return await chromium.executablePath();
  } catch (error) {
    throw new Error(
      `No Chromium was found: install one (Debian: apt-get install chromium) or name one in CHROMIUM_PATH. ${error}`,
    );
  }
}
