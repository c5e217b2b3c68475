import { describe, expect, test } from "vitest";
import type { Scenario } from "@/lib/contract/scenario";
import { roundDocument, roundScenario } from "../testing/scenario";
import { composePrivacy, privacyFindings } from "./compose";

const allowed = (privacy: Partial<Scenario["privacy"]>) => {
  const { options } = composePrivacy({ privacy: { ...roundDocument.privacy, ...privacy } });
  return Object.fromEntries(options.map((option) => [option.path, option.allowed]));
};
const signed = { agreementSigned: true, apiTerms: "zeroRetention" } as const;

describe("which path may handle which data", () => {
  test("internal data may go anywhere", () => {
    expect(allowed({})).toEqual({ api: "yes", selfHosted: "yes", hybrid: "yes", people: "yes" });
  });

  test("personal data needs a processing agreement with whoever runs the API or the cloud (GDPR Art. 28)", () => {
    expect(allowed({ dataClass: "personal" })).toMatchObject({
      api: "no",
      selfHosted: "no",
      hybrid: "no",
      people: "yes",
    });
    expect(allowed({ dataClass: "personal", ...signed })).toMatchObject({ api: "yes", selfHosted: "yes" });
    expect(allowed({ dataClass: "personal", selfHostedSite: "ownPremises" })).toMatchObject({ selfHosted: "yes" });
  });

  test("health data under standard terms is barred even with an agreement; with zero retention it takes measures", () => {
    expect(allowed({ dataClass: "special", agreementSigned: true })).toMatchObject({
      api: "no",
      selfHosted: "withMeasures",
    });
    expect(allowed({ dataClass: "special", ...signed })).toMatchObject({ api: "withMeasures" });
  });

  test("data that must stay on the premises bars every API and every other site", () => {
    const facts = { residency: "ownPremises", ...signed } as const;
    expect(allowed(facts)).toMatchObject({ api: "no", selfHosted: "no" });
    expect(allowed({ ...facts, selfHostedSite: "ownPremises" })).toMatchObject({
      api: "no",
      selfHosted: "yes",
      hybrid: "no",
    });
  });

  test("a region bars an API that does not commit to it", () => {
    expect(allowed({ residency: "region" })).toMatchObject({ api: "no", selfHosted: "withMeasures" });
    expect(allowed({ residency: "region", apiInRegion: true })).toMatchObject({ api: "yes" });
  });

  test("card data needs a written acknowledgement and masking (PCI DSS)", () => {
    expect(allowed({ dataClass: "payment" })).toMatchObject({ api: "no", selfHosted: "no" });
    expect(allowed({ dataClass: "payment", ...signed })).toMatchObject({
      api: "withMeasures",
      selfHosted: "withMeasures",
    });
  });

  test("a mix is never allowed more than either of its parts", () => {
    const rank = { yes: 0, withMeasures: 1, no: 2 } as const;
    for (const dataClass of ["public", "internal", "confidential", "personal", "special", "payment"] as const) {
      for (const residency of ["anywhere", "region", "ownPremises"] as const) {
        for (const apiTerms of ["standard", "zeroRetention", "cloudTenant"] as const) {
          for (const agreementSigned of [true, false]) {
            const found = allowed({ dataClass, residency, apiTerms, agreementSigned });
            const of = (path: string) => rank[found[path] as keyof typeof rank];
            expect(of("hybrid")).toBe(Math.max(of("api"), of("selfHosted")));
          }
        }
      }
    }
  });
});

test("a no names its rule, and bars every considered path that it concerns", () => {
  const scenario = roundScenario({ privacy: { dataClass: "personal", selfHostedSite: "ownPremises" } });
  const [finding] = privacyFindings(scenario);
  expect(finding).toMatchObject({ severity: "blocker", consideration: "privacy", bars: ["api", "hybrid"] });
  expect(finding?.why).toMatch(/Art\. 28/);
  const withoutMix = {
    ...scenario,
    paths: { ...scenario.paths, hybrid: { ...scenario.paths.hybrid, enabled: false } },
  };
  expect(privacyFindings(withoutMix)[0]?.bars).toEqual(["api"]);
});
