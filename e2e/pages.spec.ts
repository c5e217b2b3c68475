import { createScenario, expect, expectNoAxeViolations, openScenario, shoot, test } from "./support/test";

const sections = ["overview", "hardware", "data", "cost", "maintenance", "evaluation", "memory", "latency", "privacy"];

test("home", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Scenarios" })).toBeVisible();
  await expectNoAxeViolations(page);
  await shoot(page, "home");
});

for (const section of sections) {
  test(`the section ${section} of a scenario`, async ({ page, context }) => {
    const { id } = await createScenario(context, { name: `Pages ${section}` });
    await openScenario(page, id, section);
    await expect(page.getByRole("region", { name: /: results$/ })).toHaveAttribute("aria-busy", "false");
    await page.waitForLoadState("networkidle");
    await expectNoAxeViolations(page);
    await shoot(page, `scenario-${section}`);
  });
}

for (const table of ["models", "accelerators", "offers", "prices", "terms", "lifetimes", "defaults", "values"]) {
  test(`the catalogue's ${table}`, async ({ page }) => {
    await page.goto(`/catalogue?table=${table}`);
    await expect(page.getByRole("columnheader", { name: "Source" })).toBeVisible();
    await expectNoAxeViolations(page);
    if (table === "models" || table === "offers") await shoot(page, `catalogue-${table}`);
  });
}

test("the description of the HTTP interface", async ({ page }) => {
  await page.goto("/api-docs");
  await expect(page.getByRole("heading", { name: /scenarios$/ }).first()).toBeVisible();
  await expectNoAxeViolations(page);
  await shoot(page, "api-docs");
});

test("an address where nothing is", async ({ page, problems }) => {
  const answer = await page.goto("/nowhere");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  await expectNoAxeViolations(page);
  problems.length = 0;
});

test("a scenario that does not exist", async ({ page, problems }) => {
  await page.goto("/scenarios/01890000-0000-7000-8000-000000000000");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/no|not|nothing/i);
  await expectNoAxeViolations(page);
  problems.length = 0;
});

test("a dark theme is chosen and kept", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Use the dark theme" }).click();
  await expect(page.locator("html")).toHaveClass(/dark/);
  await expectNoAxeViolations(page);
  await page.reload();
  await expect(page.getByRole("button", { name: "Use the light theme" })).toBeVisible();
});
