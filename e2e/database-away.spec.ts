import { OwnServer } from "./support/own-server";
import { expect, expectNoAxeViolations, shoot, test } from "./support/test";

test("the database is stopped and started: typing goes on, and is saved when it is back", async ({
  page,
  problems,
}) => {
  test.setTimeout(120_000);
  const server = await OwnServer.start();
  try {
    const answer = await page.request.post(`${server.url}/api/v1/scenarios`, {
      data: { start: { useCase: "customerSupport", requestsPerDay: 20_000, dataClass: "internal", name: "Away" } },
    });
    const { id } = (await answer.json()) as { id: string };
    await page.goto(`${server.url}/scenarios/${id}`);
    const requests = page.getByRole("textbox", { name: "Requests a day" });
    const line = page.getByRole("complementary", { name: "Bottom line" });
    await expect(line).toContainText("$");

    await server.takeDatabaseAway();
    await requests.fill("51,000");
    await expect(page.getByText("The database does not answer")).toBeVisible();
    await requests.fill("52,000");
    await expect(page.getByRole("region", { name: "Overview: results" })).toHaveAttribute("aria-busy", "false");
    await expectNoAxeViolations(page);
    await shoot(page, "database-away");

    const home = await page.request.get(server.url);
    expect(home.status()).toBe(200);
    const refused = await page.request.get(`${server.url}/api/v1/scenarios/${id}`);
    expect(refused.status()).toBe(503);
    expect(await refused.json()).toMatchObject({ code: "UNAVAILABLE" });

    await server.bringDatabaseBack();
    await expect(page.getByText("Saved", { exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("The database does not answer")).toHaveCount(0, { timeout: 20_000 });
    await expect(requests).toHaveValue("52,000");
    const stored = await page.request.get(`${server.url}/api/v1/scenarios/${id}`);
    expect((await stored.json()).document.workload.requestsPerDay).toBe(52_000);
  } finally {
    await server.stop();
    problems.length = 0;
  }
});
