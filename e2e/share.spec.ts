import { createScenario, expect, expectNoAxeViolations, openScenario, shoot, test } from "./support/test";

test("a link opens without an account, stays with its revision, and is gone once revoked", async ({
  page,
  context,
  browser,
}) => {
  const { id, name } = await createScenario(context, { name: "Plan to share" });
  await openScenario(page, id);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share this plan" });
  await dialog.getByLabel("Who is it for? (optional)").fill("The board");
  await dialog.getByRole("button", { name: "Create link" }).click();
  const link = dialog.getByRole("link", { name: /\/s\// });
  await expect(link).toBeVisible();
  const url = (await link.getAttribute("href")) ?? "";
  await expectNoAxeViolations(page);

  const stranger = await browser.newContext();
  const visitor = await stranger.newPage();
  const answer = await visitor.goto(url);
  expect(answer?.status()).toBe(200);
  expect(answer?.headers()["cache-control"]).toContain("no-store");
  await expect(visitor.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(visitor.getByRole("heading", { name: "The question" })).toBeVisible();
  await expect(visitor.getByText(/20,?000 requests a day|20k requests a day/).first()).toBeVisible();
  await visitor
    .getByRole("button", { name: /how did this come about/ })
    .first()
    .click();
  await expect(visitor.getByRole("dialog")).toContainText("=");
  await visitor.keyboard.press("Escape");
  await expectNoAxeViolations(visitor);
  await shoot(visitor, "shared");

  await dialog.getByRole("button", { name: "Close" }).click();
  await page.getByRole("textbox", { name: "Requests a day" }).fill("90,000");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText(/20,?000 requests a day|20k requests a day/).first()).toBeVisible();

  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(dialog.getByText(/opened (twice|2 times|once|\d+ times)/)).toBeVisible();
  await dialog.getByRole("button", { name: "Revoke The board" }).click();
  await dialog.getByRole("button", { name: "Revoke for good" }).click();
  await expect(dialog.getByText("Revoked")).toBeVisible();

  const gone = await visitor.goto(url);
  expect(gone?.status()).toBe(404);
  await expect(visitor.getByRole("heading", { name: "This link shows nothing any more" })).toBeVisible();
  await expect(visitor.getByText(name)).toHaveCount(0);
  await stranger.close();
});
