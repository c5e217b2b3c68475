import { expect, expectNoAxeViolations, shoot, test } from "./support/test";

test.describe("a person who has never been here", () => {
  test("answers three questions and has a whole plan within a minute", async ({ page }) => {
    const started = Date.now();
    await page.goto("/");
    const form = page.getByRole("form", { name: "Plan a new deployment" });
    await form.getByRole("radio", { name: "Customer support" }).check();
    await form.getByLabel("2. How many requests a day?").fill("20k");
    await form.getByRole("radio", { name: /^Personal data/ }).check();
    await form.getByRole("button", { name: "Show me the answer" }).click();

    await expect(page).toHaveURL(/\/scenarios\/[0-9a-f-]{36}/);
    const line = page.getByRole("complementary", { name: "Bottom line" });
    await expect(line).toContainText(/\$[\d.,]+[kM]?/);
    await expect(line.getByRole("row", { name: /^API/ })).toBeVisible();
    await expect(line.getByRole("row", { name: /^Self-hosted/ })).toBeVisible();
    await expect(page.getByRole("heading", { name: "The answer" })).toBeVisible();
    expect((Date.now() - started) / 1000, "seconds from the open page to the answer").toBeLessThan(60);

    const results = page.getByRole("region", { name: "Overview: results" });
    await expect(results).toContainText("requests/month");
    await expect(results).toContainText("What this rests on");
    await expectNoAxeViolations(page);
    await shoot(page, "first-answer");
  });

  test("gets there by keyboard alone", async ({ page }) => {
    await page.goto("/", { waitUntil: "networkidle" });
    await expect(page.getByRole("heading", { name: "Scenarios" })).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const first = page.getByRole("radio", { name: "Customer support" });
    await expect(first).toBeFocused();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: "Answers from company documents" })).toBeChecked();
    await page.keyboard.press("Tab");
    await expect(page.getByLabel("2. How many requests a day?")).toBeFocused();
    await page.keyboard.type("5,000");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect(page.getByRole("radio", { name: /^Public/ })).toBeChecked();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/scenarios\//);
    await expect(page.getByRole("complementary", { name: "Bottom line" })).toContainText("$");
  });

  test("is told beside each question what is missing or wrong, and loses nothing", async ({ page }) => {
    await page.goto("/");
    const form = page.getByRole("form", { name: "Plan a new deployment" });
    const submit = form.getByRole("button", { name: "Show me the answer" });
    await submit.click();
    await expect(form.getByText("Choose what it is for.")).toBeVisible();
    await expect(form.getByText("Choose how sensitive the data is.")).toBeVisible();
    await form.getByLabel("2. How many requests a day?").fill("lots");
    await expect(form.getByText("“lots”: must be a number from 1 to 1,000,000,000.")).toBeVisible();
    await expectNoAxeViolations(page);
    await form.getByRole("radio", { name: "Coding assistant" }).check();
    await page.reload();
    await expect(form.getByRole("radio", { name: "Coding assistant" })).toBeChecked();
    await expect(form.getByLabel("2. How many requests a day?")).toHaveValue("lots");
    await form.getByLabel("2. How many requests a day?").fill("2,500");
    await form.getByRole("radio", { name: /^Internal/ }).check();
    await submit.click();
    await expect(page).toHaveURL(/\/scenarios\//);
  });

  test("starts from a situation like theirs", async ({ page }) => {
    await page.goto("/");
    const examples = page.getByRole("region", { name: "Or start from a situation like yours" });
    await examples.getByRole("button", { name: /^Use / }).first().click();
    await expect(page).toHaveURL(/\/scenarios\//);
    await expect(page.getByRole("complementary", { name: "Bottom line" })).toContainText("$");
  });
});
