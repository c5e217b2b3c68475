import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

type Fixtures = {
  /** Messages that a page wrote to the console as errors; a test that causes one on purpose empties the list. */
  problems: string[];
};

export const test = base.extend<Fixtures>({
  problems: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") problems.push(message.text());
      });
      page.on("pageerror", (error) => problems.push(error.message));
      await use(problems);
      expect(problems, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const words = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `  ${html.slice(0, 200)}`).join("\n")}`,
  );
  expect(words).toEqual([]);
}

const sizes = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** Nobody looks at the pictures of an unattended run, and the long pages take most of its time. */
const pictures = !process.env.CI;

/** Pictures of a page at both widths in light and dark; at neither does it scroll sideways. */
export async function shoot(page: Page, name: string): Promise<void> {
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await expect
        .poll(overflow, { message: `${name} scrolls sideways at ${viewport.width} px` })
        .toBeLessThanOrEqual(0);
      if (pictures) await page.screenshot({ path: `e2e/screenshots/${name}-${size}-${scheme}.png`, fullPage: true });
    }
  }
  await page.setViewportSize(sizes.wide);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
}

type Start = { useCase?: string; requestsPerDay?: number; dataClass?: string; name?: string };

/** A scenario made over HTTP, for tests whose subject is something else. */
export async function createScenario(
  context: BrowserContext,
  start: Start = {},
): Promise<{ id: string; name: string }> {
  const body = { useCase: "customerSupport", requestsPerDay: 20_000, dataClass: "internal", ...start };
  const answer = await context.request.post("/api/v1/scenarios", { data: { start: body } });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as { id: string; name: string };
}

export async function openScenario(page: Page, id: string, section?: string): Promise<void> {
  await page.goto(`/scenarios/${id}${section ? `?section=${section}` : ""}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}
