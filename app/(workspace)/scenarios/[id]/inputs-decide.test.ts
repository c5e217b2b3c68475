import { expect, it } from "vitest";
import { cases, decided, hidden, names, shown, situations, tried } from "./trying-inputs";

const plans = [...cases.map(([, document]) => document), ...situations];

it("every input is asked for in one of the plans below", () => {
  const asked = new Set(plans.flatMap(shown));
  expect(plans.flatMap(hidden).filter((path) => !asked.has(path))).toEqual([]);
});

/** In one plan an input may have no say, as others outweigh it; one that has none in any plan does not belong. */
it("every input changes money, days or a gate in one of them, and not words alone", { timeout: 900_000 }, async () => {
  const settled = new Set(names);
  const asked = new Set<string>();
  for (const document of plans) {
    for (const [input, matters] of await tried(shown(document), document, decided, { known: settled })) {
      asked.add(input);
      if (matters) settled.add(input);
    }
  }
  expect([...asked].filter((input) => !settled.has(input))).toEqual([]);
});
