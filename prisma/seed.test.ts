import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/server/database/client";
import { seedExamples } from "./seed";

beforeEach(async () => {
  await database().scenario.deleteMany({});
  await database().appMeta.deleteMany({});
});
const names = async () =>
  (await database().scenario.findMany({ orderBy: { updatedAt: "desc" } })).map(({ templateId }) => templateId);

describe("the examples", () => {
  test("are there after the first start, in the gallery's order", async () => {
    const count = await seedExamples();
    expect(count).toBeGreaterThanOrEqual(5);
    expect((await names())[0]).toBe("shop-customer-support");
    expect(await database().scenario.count()).toBe(count);
  });

  test("are loaded once by several servers that start at once", async () => {
    const counts = await Promise.all([seedExamples(), seedExamples(), seedExamples()]);
    expect(counts.filter((count) => count > 0)).toHaveLength(1);
    expect(new Set(await names()).size).toBe(await database().scenario.count());
  });

  test("do not come back once they are deleted", async () => {
    await seedExamples();
    await database().scenario.deleteMany({});
    expect(await seedExamples()).toBe(0);
    expect(await names()).toEqual([]);
  });
});
