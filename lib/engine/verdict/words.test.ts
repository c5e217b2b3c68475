import { expect, test } from "vitest";
import { dollarsApart } from "./words";

test.each([
  [1_512_000, 1_532_000, "$1.51M", "$1.53M"],
  [393_000, 421_000, "$393k", "$421k"],
  [21_320, 21_410, "$21.3k", "$21.4k"],
  [500, 500, "$500", "$500"],
])("%d and %d are told apart: %s, %s", (usd, other, ...said) => {
  expect(dollarsApart(usd, other)).toEqual(said);
});
