import { describe, expect, test } from "vitest";
import { isDatabaseUnavailable } from "./database-faults";

const error = (members: object, message = "failed") => Object.assign(new Error(message), members);

describe("a database that is away", () => {
  test.each([
    ["Prisma cannot reach it", error({ code: "P1001" })],
    [
      "it shuts down",
      error({ code: "P2010", meta: { driverAdapterError: error({ cause: { originalCode: "57P01" } }) } }),
    ],
    ["the socket is refused, on every address", error({ errors: [error({ code: "ECONNREFUSED" })] })],
    ["the connection was cut", error({}, "Connection terminated unexpectedly")],
    ["a statement took too long", error({ cause: error({ code: "57014" }) })],
  ])("is recognised when %s", (_when, thrown) => {
    expect(isDatabaseUnavailable(thrown)).toBe(true);
  });

  test.each([
    ["a broken rule of the schema", error({ code: "P2002" })],
    ["a value it cannot hold", error({ cause: { originalCode: "22P02" } })],
    ["a fault of our own", new TypeError("x is undefined")],
    ["something that is no error", "P1001"],
  ])("is not blamed for %s", (_what, thrown) => {
    expect(isDatabaseUnavailable(thrown)).toBe(false);
  });

  test("is not looked for without end", () => {
    const circular: { cause?: unknown } = {};
    circular.cause = circular;
    expect(isDatabaseUnavailable(circular)).toBe(false);
  });
});
