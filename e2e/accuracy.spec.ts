import { expect, expectNoAxeViolations, shoot, test } from "./support/test";

const drawn = "Predicted against measured, both axes logarithmic. Arrow keys step from point to point.";

test.beforeEach(async ({ page }) => {
  await page.goto("/accuracy");
  await expect(page.getByRole("heading", { level: 1, name: "Accuracy" })).toBeVisible();
  await expect(page.getByRole("region", { name: drawn })).toBeVisible();
});

test("what the error means, against the bars, at both widths and in both themes", async ({ page }) => {
  await expect(page.getByText(/Of 10 plans, 5 land within [\d.]+% of what was measured/)).toBeVisible();
  const bars = page.getByRole("region", { name: "Bars, what was reached, and whether it is enough" });
  await expect(bars.getByRole("row", { name: /at most 10%.*(Met|Not met)/ })).toBeVisible();
  await expectNoAxeViolations(page);
  await shoot(page, "accuracy");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`on a phone, ${colorScheme}, axe finds nothing`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoAxeViolations(page);
  });
}

test("each row links to where it was published", async ({ page }) => {
  const rows = page.getByRole("region", { name: "Measured and predicted, row by row" }).getByRole("row");
  const link = rows.nth(1).getByRole("link").last();
  await expect(link).toHaveAttribute("href", /^https?:\/\//);
});

test("another metric and grouping are kept in the address", async ({ page }) => {
  await page.getByLabel("What is estimated").selectOption("weightsGib");
  await expect(page.getByRole("heading", { level: 2, name: "Memory for weights" })).toBeVisible();
  await expect(page.getByText("No row was fitted, so leaving rows out changes nothing.")).toBeVisible();
  await page.getByLabel("Grouped by").selectOption("engine");
  await expect(page.getByRole("region", { name: "Scores by engine" })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("metric")).toBe("weightsGib");
  await page.reload();
  await expect(page.getByRole("region", { name: "Scores by engine" })).toBeVisible();
  await expectNoAxeViolations(page);
  await shoot(page, "accuracy-weights");
});

test("a group's name shows its rows alone, and search narrows them", async ({ page }) => {
  const count = page.getByRole("status").filter({ hasText: /^[\d,]+ rows?/ });
  const all = await count.textContent();
  await page.getByRole("button", { name: "dense", exact: true }).click();
  await expect(count).not.toHaveText(all ?? "");
  await page.getByRole("button", { name: "Only dense: show all groups" }).click();
  await expect(count).toHaveText(all ?? "");
  await page.getByRole("searchbox", { name: "Search the rows" }).fill("no such thing");
  await expect(page.getByText("Nothing matches")).toBeVisible();
});

test("points are read by keyboard, and the chart as a table", async ({ page }) => {
  await page.getByRole("region", { name: drawn }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("status").filter({ hasText: /^measured [\d.,]+, predicted [\d.,]+ ms/ })).toBeVisible();
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "Predicted ÷ measured" })).toBeVisible();
});

test("other ways of leaving out say what they mean", async ({ page }) => {
  await page.getByLabel("What the fit had not seen").selectOption("acceleratorLeftOut");
  await expect(page.getByText("hardware that nobody here has measured")).toBeVisible();
  await expect(page).toHaveURL(/scoring=acceleratorLeftOut/);
});
