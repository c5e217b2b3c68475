import { describe, expect, test } from "vitest";
import { type AccuracyAnswer, accuracyAnswerSchema } from "@/lib/contract/accuracy";
import { call } from "@/lib/server/http/calling";
import { GET } from "./route";

const ask = async (query: string) => (await call<AccuracyAnswer>(GET, { query })).body;

describe("accuracy over HTTP", () => {
  test("comes as described", async () => {
    const answer = await call<unknown>(GET);
    expect(answer.status).toBe(200);
    expect(accuracyAnswerSchema.safeParse(answer.body).error?.issues ?? []).toEqual([]);
  });

  test("rows come from the furthest off on, a page at a time, without gap or repeat", async () => {
    const [first, second] = await Promise.all([ask("?limit=5"), ask("?limit=5&page=2")]);
    const errors = [...first.rows, ...second.rows].map(({ measured, predicted }) => Math.abs(predicted / measured - 1));
    expect(errors).toHaveLength(10);
    expect(errors).toEqual([...errors].sort((a, b) => b - a));
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(10);
  });

  test("a group has as many rows as its score says", async () => {
    const [group] = (await ask("?by=engine")).groups;
    const rows = await ask(`?by=engine&name=${encodeURIComponent(group?.name ?? "")}`);
    expect(rows.total).toBe(group?.score.rows);
    expect(rows.rows.every((row) => row.engine === group?.name)).toBe(true);
  });

  test("bars are those of the metric", async () => {
    const { bars } = await ask("?metric=weightsGib");
    expect(bars.map(({ id }) => id)).toEqual(["weightsGib.median", "weightsGib.p90"]);
  });

  test.each(["metric=speed", "scoring=best", "by=colour", "page=0", "sort=name", "limit=201"])(
    "%s is refused by name",
    async (query) => {
      const path = query.split("=")[0];
      expect(await call(GET, { query: `?${query}` })).toMatchObject({ status: 422, body: { path } });
    },
  );
});
