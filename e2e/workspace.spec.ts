import { createScenario, expect, expectNoAxeViolations, openScenario, shoot, test } from "./support/test";

test("wrong values are named beside the field and nothing is lost; right ones move the bottom line", async ({
  page,
  context,
}) => {
  const { id } = await createScenario(context, { name: "Wrong then right" });
  await openScenario(page, id);
  const line = page.getByRole("complementary", { name: "Bottom line" });
  const api = line.getByRole("row", { name: /^API/ });
  await expect(api).toContainText("$");
  const before = await api.textContent();
  const requests = page.getByRole("textbox", { name: "Requests a day" });
  await requests.fill("-3");
  const message = page.getByText(/Requests a day.*−?-?3.*from 1 to 1,000,000,000/);
  await expect(message).toBeVisible();
  await expect(requests).toHaveAttribute("aria-invalid", "true");
  await expectNoAxeViolations(page);
  expect(await api.textContent()).toBe(before);

  await requests.fill("80,000");
  await expect(message).toHaveCount(0);
  await expect.poll(() => api.textContent()).not.toBe(before);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await page.reload();
  await expect(requests).toHaveValue("80,000");
});

test("what was typed is there after a reload, saved or not", async ({ page, context, problems }) => {
  const { id } = await createScenario(context, { name: "Kept draft" });
  await openScenario(page, id);
  await page.route("**/api/v1/scenarios/**", (route) => route.abort());
  await page.getByRole("textbox", { name: "Requests a day" }).fill("33,000");
  await page.waitForTimeout(1_000);
  await page.unroute("**/api/v1/scenarios/**");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Requests a day" })).toHaveValue("33,000");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const stored = await context.request.get(`/api/v1/scenarios/${id}`);
  expect((await stored.json()).document.workload.requestsPerDay).toBe(33_000);
  problems.length = 0;
});

test("a database that goes away is said so; typing goes on and is saved when it returns", async ({
  page,
  context,
  problems,
}) => {
  const { id } = await createScenario(context, { name: "Away" });
  await openScenario(page, id);
  const away = { code: "UNAVAILABLE", title: "Unavailable", status: 503, detail: "The database does not answer." };
  const answer503 = { status: 503, contentType: "application/problem+json", body: JSON.stringify(away) };
  await page.route("**/api/v1/scenarios/**", (route) => route.fulfill(answer503));
  await page.route("**/api/health", (route) => route.fulfill({ status: 503, body: "{}" }));
  const requests = page.getByRole("textbox", { name: "Requests a day" });
  await requests.fill("44,000");
  await expect(page.getByText("The database does not answer").first()).toBeVisible();
  await requests.fill("45,000");
  await expect(requests).toHaveValue("45,000");
  await page.unroute("**/api/v1/scenarios/**");
  await page.unroute("**/api/health");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible({ timeout: 20_000 });
  const stored = await context.request.get(`/api/v1/scenarios/${id}`);
  expect((await stored.json()).document.workload.requestsPerDay).toBe(45_000);
  problems.length = 0;
});

test("a figure shows how it came about, down to a source", async ({ page, context }) => {
  const { id } = await createScenario(context, { name: "Working" });
  await openScenario(page, id, "memory");
  await page.getByRole("button", { name: /Weights of the whole model: how did this come about/ }).click();
  const panel = page.getByRole("dialog");
  await expect(panel).toContainText("Catalogue");
  await expect(panel.getByText(/as of/).first()).toBeAttached();
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
});

test("the working of a latency comes at once and opens step by step", async ({ page, context }) => {
  const { id } = await createScenario(context, { name: "Working of a latency" });
  await openScenario(page, id, "latency");
  await page.getByRole("button", { name: /Time per token after it.*how did this come about/ }).click();
  const panel = page.getByRole("dialog");
  const step = (name: string) => panel.locator("summary", { hasText: name }).first();
  await step("Time per output token, standard deviation").click();
  await step("Time per output token, mean").click();
  // The step above stands in the deviation too, where it opens as well.
  await panel.locator("summary", { hasText: "Time per output token, mean" }).last().click();
  await expect(panel.getByText(/prompts still waiting × prefill time/)).toHaveCount(2);
  await expectNoAxeViolations(page);
});

test("undo and redo", async ({ page, context }) => {
  const { id } = await createScenario(context, { name: "Undo" });
  await openScenario(page, id);
  const requests = page.getByRole("textbox", { name: "Requests a day" });
  await requests.fill("70,000");
  await requests.blur();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(requests).toHaveValue("20,000");
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await expect(requests).toHaveValue("70,000");
});

test("two people editing are told, and neither loses anything", async ({ page, context, problems }) => {
  const { id } = await createScenario(context, { name: "Two people" });
  await openScenario(page, id);
  const other = await context.request.get(`/api/v1/scenarios/${id}`);
  const saved = await context.request.patch(`/api/v1/scenarios/${id}`, {
    headers: { "if-match": other.headers().etag ?? "" },
    data: { patch: { workload: { requestsPerDay: 11_111 } } },
  });
  expect(saved.status()).toBe(200);
  await page.getByRole("textbox", { name: "Requests a day" }).fill("22,222");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("11,111");
  await expect(dialog).toContainText("22,222");
  await expectNoAxeViolations(page);
  problems.length = 0;
});

test("a deleted scenario can be brought back", async ({ page, context }) => {
  const { name } = await createScenario(context, { name: "Deleted by mistake" });
  await page.goto("/", { waitUntil: "networkidle" });
  await page
    .getByRole("button", { name: `Actions for ${name}` })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByText(`“${name}” was deleted`)).toBeVisible();
  await expect(page.getByRole("link", { name })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();
});

test("a worth of a request brings a return for each way, and draws say how sure the cheapest is", async ({
  page,
  context,
}) => {
  const { id } = await createScenario(context, { name: "Worth it" });
  await openScenario(page, id, "cost");
  const results = page.getByRole("region", { name: /: results$/ });
  await expect(results).toHaveAttribute("aria-busy", "false");
  await expect(results.getByRole("heading", { name: "How sure is it?" })).toBeVisible();
  await expect(results.getByText(/costs least in .* of the draws/)).toBeVisible();
  await page.getByText(/^More assumptions/).click();
  await page.getByRole("textbox", { name: "Worth of a request" }).fill("1");
  const returns = results.getByRole("table", { name: "What each way brings against doing nothing" });
  await expect(returns.getByRole("row")).toHaveCount(5);
  await expectNoAxeViolations(page);
  await shoot(page, "returns");
});
