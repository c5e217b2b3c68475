import { createScenario, expect, expectNoAxeViolations, openScenario, shoot, test } from "./support/test";

test("documents become a funnel, its table, and a line of cost", async ({ page, context }) => {
  const { id } = await createScenario(context, { name: "Funnel" });
  await openScenario(page, id, "data");
  await page.getByRole("button", { name: "Add source" }).click();
  await page.getByRole("textbox", { name: /^Documents.*source 1/ }).fill("50,000");
  await expect(page.getByText(/of the documents are fit for use/)).toBeVisible();
  await expect(page.getByText("Preparing them", { exact: true })).toBeVisible();
  await expect(page.getByRole("table", { name: "Points and their reasons" })).toBeVisible();
  await expect(page.getByText("The right to use a source is not clear.").first()).toBeVisible();
  await expectNoAxeViolations(page);
  await shoot(page, "data-funnel");
});

test("judges' ratings are pasted and their agreement is told", async ({ page, context }) => {
  const { id } = await createScenario(context, { name: "Agreement" });
  await openScenario(page, id, "evaluation");
  await page.getByRole("textbox", { name: "Ratings" }).fill("1,1\n1,1\n0,0\n0,1\n1,1\n0,0");
  await page.getByRole("button", { name: "Work out agreement" }).click();
  await expect(page.getByText(/Krippendorff's α: 0\.\d+/)).toBeVisible();
  await expect(page.getByText(/agree on 83.3%/)).toBeVisible();
  await expectNoAxeViolations(page);
  await shoot(page, "evaluation-agreement");
});

test("real ratings are kept in the plan and decide go or no-go", async ({ page, context }) => {
  const { id } = await createScenario(context, { name: "Ratings" });
  await openScenario(page, id, "evaluation");
  const rows = Array.from({ length: 60 }, (_, at) => `q${at},anna,${at < 20 ? 1 : 0}\nq${at},ben,${at < 20 ? 1 : 0}`);
  await page.getByRole("textbox", { name: "Ratings" }).fill(["item,judge,score", ...rows].join("\n"));
  await expect(page.getByText(/60 answers, 2 judges/)).toBeVisible();
  await page.getByRole("button", { name: "Work out agreement" }).click();
  await expect(page.getByText(/Failed: the whole interval lies below/)).toBeVisible();
  await page.getByRole("button", { name: "Keep the result in the plan" }).click();
  await expect(page.getByText(/No go: the test shows too little accuracy/).first()).toBeVisible();
  await expectNoAxeViolations(page);
  await shoot(page, "evaluation-go");
});

test("the calendar and the policy are taken away as files", async ({ page, context }) => {
  const { id } = await createScenario(context, { name: "Files" });
  await openScenario(page, id, "maintenance");
  await expect(page.getByRole("heading", { name: "Hours by role" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Recurring work" })).toBeVisible();
  const [calendar] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download for a calendar (.ics)" }).click(),
  ]);
  expect(calendar.suggestedFilename()).toBe("calendar.ics");
  await openScenario(page, id, "privacy");
  const [policy] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download (Markdown)" }).click(),
  ]);
  expect(policy.suggestedFilename()).toBe("data-usage-policy.md");
  const [pages] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download (PDF)" }).click(),
  ]);
  expect(pages.suggestedFilename()).toBe("data-usage-policy.pdf");
});

test("a plan in another currency, with own monthly figures and a fleet that follows the load", async ({
  page,
  context,
}) => {
  const { id } = await createScenario(context, { name: "Own figures" });
  await openScenario(page, id, "overview");
  await page.locator("summary", { hasText: "More assumptions" }).click();
  await page.getByRole("combobox", { name: "How volume grows" }).selectOption("own");
  await page.getByRole("textbox", { name: "Own monthly figures" }).fill("1000, 2000, 4000");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await openScenario(page, id, "cost");
  await page.locator("summary", { hasText: "More assumptions" }).click();
  await page.getByRole("combobox", { name: "Your currency" }).selectOption("EUR");
  await page.getByRole("textbox", { name: "Exchange rate" }).fill("0.9");
  await expect(page.getByRole("columnheader", { name: "Total in EUR" })).toBeVisible();
  await expect(page.getByText(/both axes logarithmic/)).toBeVisible();
  await expectNoAxeViolations(page);
  await shoot(page, "cost-currency");
});
