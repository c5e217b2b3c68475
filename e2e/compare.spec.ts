import { createScenario, expect, expectNoAxeViolations, shoot, test } from "./support/test";

test("three scenarios side by side: what differs, what follows, on the same workload", async ({ page, context }) => {
  const made = [
    await createScenario(context, { name: "Small desk", requestsPerDay: 2_000 }),
    await createScenario(context, { name: "Large desk", requestsPerDay: 60_000 }),
    await createScenario(context, { name: "Clinic", requestsPerDay: 60_000, dataClass: "special" }),
  ];
  await page.goto("/");
  for (const { name } of made)
    await page
      .getByRole("checkbox", { name: `Compare ${name}` })
      .first()
      .check();
  await page.getByRole("link", { name: "Compare (3)" }).click();
  await expect(page).toHaveURL(/\/compare\?ids=/);
  const table = page.getByRole("table", { name: "Scenarios side by side" });
  for (const { name } of made) await expect(table.getByRole("columnheader", { name: new RegExp(name) })).toBeVisible();
  await expect(table.getByRole("row", { name: /^Requests a day/ })).toContainText("60,000");
  await expect(page.getByText("These plans are for unlike workloads")).toBeVisible();
  await expect(table.getByText("Best:").first()).toBeAttached();
  await expectNoAxeViolations(page);
  await shoot(page, "compare");

  await page.getByRole("button", { name: "Put all on the same workload" }).click();
  await expect(page.getByText("All are reckoned on the same workload here; nothing is saved by that")).toBeVisible();
  await expect(page).toHaveURL(/workload=/);
  await page.getByRole("button", { name: "Remove Clinic" }).click();
  await expect(table.getByRole("columnheader", { name: /Clinic/ })).toHaveCount(0);
  await page.reload();
  await expect(table.getByRole("columnheader", { name: /Large desk/ })).toBeVisible();
});

test("with fewer than two, scenarios are chosen on the page", async ({ page, context }) => {
  const { id, name } = await createScenario(context, { name: "Alone" });
  await page.goto(`/compare?ids=${id}`);
  await expect(page.getByRole("checkbox", { name }).first()).toBeChecked();
  await expectNoAxeViolations(page);
});
