import { expect, test } from "vitest";
import { roundScenario } from "../testing/scenario";
import { otherProviderFindings } from "./other-providers";

const sentTo = (share: number, ...providers: string[]) =>
  otherProviderFindings(
    roundScenario({
      paths: { api: { otherModels: providers.map((provider) => ({ provider, model: "m", share, failedShare: 0 })) } },
    }),
  );

test("another provider that requests go to is named once, with what was not looked at", () => {
  const [found, ...rest] = sentTo(0.2, "elsewhere", "maker", "elsewhere");
  expect(rest).toEqual([]);
  expect(found).toMatchObject({ id: "privacy.otherProviders", what: "Some requests go to elsewhere as well." });
});

test("nothing is said where all requests go to one provider", () => {
  expect(sentTo(0.2, "maker")).toEqual([]);
  expect(sentTo(0, "elsewhere")).toEqual([]);
});
