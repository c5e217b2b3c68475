import { describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import { readTables } from "@/lib/catalogue/tables";
import { type PathId, type Scenario, scenarioSchema } from "@/lib/contract/scenario";
import { values } from "../figure";
import { roundReference } from "../testing/reference";
import { roundResult } from "../testing/result";
import { roundDocument, roundScenario } from "../testing/scenario";
import { composeOptions, factsOf, privacyFindings } from "./compose";
import { composeMatrix } from "./matrix";
import { isTrusted } from "./trusted";

const reference = roundReference();
const shipped = await loadReferenceData();
const hardware = { accelerator: "H100", trusted: "yes", tooSlow: null } as const;
const slow = { ...hardware, tooSlow: "An answer takes hours." };

type Changes = Partial<Scenario["privacy"]>;
const named = { lawfulBasis: "consent" } as const;

const allowed = (privacy: Changes, provider?: string) => {
  const { paths } = roundDocument;
  const asked = {
    privacy: { ...roundDocument.privacy, ...named, ...privacy },
    paths: provider ? { ...paths, api: { ...paths.api, provider } } : paths,
  };
  const options = composeOptions(factsOf(asked, provider ? shipped : reference, hardware));
  return Object.fromEntries(options.map((option) => [option.path, option.allowed])) as Record<PathId, string>;
};
const reasons = (privacy: Changes, provider: string): string => {
  const { paths } = roundDocument;
  const asked = {
    privacy: { ...roundDocument.privacy, ...named, ...privacy },
    paths: { ...paths, api: { ...paths.api, provider } },
  };
  return composeOptions(factsOf(asked, shipped, hardware))[0]?.reasons.join(" ") ?? "";
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

  test("health data under terms that keep prompts is barred even with an agreement; with zero retention it takes measures", () => {
    expect(allowed({ dataClass: "special", agreementSigned: true })).toMatchObject({
      api: "no",
      selfHosted: "withMeasures",
    });
    expect(allowed({ dataClass: "special", ...signed })).toMatchObject({ api: "withMeasures" });
  });

  test("special-category data on a contract or legitimate interests is barred everywhere but with people (Art. 9)", () => {
    const onOwn = { dataClass: "special", selfHostedSite: "ownPremises", ...signed } as const;
    expect(allowed({ ...onOwn, lawfulBasis: "contract" })).toMatchObject({
      api: "no",
      selfHosted: "no",
      people: "yes",
    });
    expect(allowed({ ...onOwn, lawfulBasis: "healthCare" })).toMatchObject({ selfHosted: "withMeasures" });
  });

  test("a lawful basis that nobody has named takes a measure for personal data", () => {
    const facts = { dataClass: "personal", ...signed } as const;
    expect(allowed({ ...facts, lawfulBasis: "notNamed" })).toMatchObject({ api: "withMeasures" });
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

  test("confidential data on rented machines takes a measure against their operator, and none in a trusted environment", () => {
    expect(allowed({ dataClass: "confidential", ...signed })).toMatchObject({ selfHosted: "withMeasures" });
    expect(allowed({ dataClass: "confidential", protection: "confidential", ...signed })).toMatchObject({
      selfHosted: "yes",
    });
  });

  test("a mix is never allowed more than either of its parts", () => {
    const rank = { yes: 0, withMeasures: 1, no: 2 } as const;
    for (const dataClass of ["public", "internal", "confidential", "personal", "special", "payment"] as const) {
      for (const residency of ["anywhere", "region", "ownPremises"] as const) {
        for (const apiTerms of ["standard", "zeroRetention", "cloudTenant"] as const) {
          for (const agreementSigned of [true, false]) {
            const found = allowed({ dataClass, residency, apiTerms, agreementSigned });
            const of = (path: PathId) => rank[found[path] as keyof typeof rank];
            expect(of("hybrid")).toBe(Math.max(of("api"), of("selfHosted")));
          }
        }
      }
    }
  });
});

test("a trusted environment needs accelerators that have one: NVIDIA from Hopper on, of others nothing is known", () => {
  const of = (id: string) => isTrusted({ id });
  expect([of("nvidia-h100-sxm"), of("nvidia-b200"), of("nvidia-a100-sxm4-80gb"), of("nvidia-l40s")]).toEqual([
    "yes",
    "yes",
    "no",
    "no",
  ]);
  expect([of("amd-mi300x"), of("nvidia-rtx-5090")]).toEqual(["unknown", "unknown"]);
  const asked = { ...roundDocument, privacy: { ...roundDocument.privacy, protection: "confidential" as const } };
  const onAmpere = composeOptions(factsOf(asked, reference, { accelerator: "A100", trusted: "no", tooSlow: null }));
  expect(onAmpere.map((option) => option.allowed)).toEqual(["yes", "no", "no", "yes"]);
});

describe("the provider's own terms", () => {
  const inEurope = {
    dataClass: "personal",
    residency: "region",
    legalRegion: "eu",
    agreementSigned: true,
    apiInRegion: true,
  } as const;
  test("decide whether data can be held to a region: OpenAI offers the EU, Anthropic's own API only the US", () => {
    expect(allowed(inEurope, "openai").api).toBe("withMeasures");
    expect(allowed(inEurope, "anthropic").api).toBe("no");
    expect(allowed({ ...inEurope, legalRegion: "us" }, "anthropic").api).toBe("withMeasures");
    expect(allowed({ ...inEurope, apiTerms: "cloudTenant" }, "anthropic").api).toBe("yes");
    expect(reasons(inEurope, "mistral")).toMatch(/could not be read/);
  });

  test("decide whether zero retention can be counted on: not with the Gemini API, on application with OpenAI", () => {
    const zero = { dataClass: "confidential", ...signed } as const;
    expect(allowed(zero, "google").api).toBe("no");
    expect(allowed({ ...zero, apiTerms: "cloudTenant" }, "google").api).toBe("yes");
    expect(allowed(zero, "openai").api).toBe("withMeasures");
    expect(allowed(zero, "fireworks").api).toBe("yes");
  });

  test("bar a provider that does not rule out training from confidential data, until an agreement does", () => {
    expect(allowed({ dataClass: "confidential" }, "deepseek").api).toBe("no");
    expect(allowed({ dataClass: "confidential" }, "openai").api).toBe("withMeasures");
    expect(allowed({ dataClass: "internal" }, "deepseek").api).toBe("yes");
  });

  test("let health data under standard terms go to one that keeps nothing, and to no other", () => {
    const health = { dataClass: "special", agreementSigned: true } as const;
    expect(allowed(health, "aws").api).toBe("withMeasures");
    expect(allowed(health, "openai").api).toBe("no");
  });

  test("name days, source and date in the reasons, and say what could not be read", () => {
    expect(reasons({ dataClass: "personal", agreementSigned: true }, "openai")).toMatch(/30 days/);
    expect(reasons({ dataClass: "personal", agreementSigned: true }, "google")).toMatch(/55 days/);
    expect(reasons({ dataClass: "confidential", ...signed }, "google")).toMatch(/zero data retention, 2026/);
    expect(reasons({ dataClass: "confidential", agreementSigned: true }, "perplexity")).toMatch(/not in the catalogue/);
  });

  test("are read for every provider with a page, each with a date, and never doubled", () => {
    for (const { source, tenant } of readTables().terms) {
      expect(source.asOf).toMatch(/^2026/);
      expect(source.url).toMatch(/^https:/);
      if (tenant) expect(shipped.findTerms(tenant)).not.toBeNull();
    }
  });
});

describe("the matrix of data and ways to run a model", () => {
  const scenario = roundScenario({ privacy: { dataClass: "personal", agreementSigned: true, ...named } });
  const matrix = composeMatrix(scenario, (changes) => factsOf(scenario, reference, slow, changes));
  const cell = (dataClass: string, option: string) =>
    matrix.rows.find((row) => row.dataClass === dataClass)?.cells.find((each) => each.option === option);

  test("has every class on every option, with a reason in every cell", () => {
    expect(matrix.rows.map(({ dataClass }) => dataClass)).toEqual([
      "public",
      "internal",
      "confidential",
      "personal",
      "special",
      "payment",
    ]);
    for (const { cells } of matrix.rows) {
      expect(cells).toHaveLength(matrix.options.length);
      for (const { reasons: why } of cells) expect(why.length).toBeGreaterThan(0);
    }
  });

  test("marks what the plan does, and agrees with what the plan is told", () => {
    const planned = matrix.rows.flatMap(({ cells }) => cells.filter((each) => each.planned));
    expect(planned.map(({ option }) => option)).toEqual(["apiStandard", "publicCloud"]);
    const options = composeOptions(factsOf(scenario, reference, hardware));
    expect(planned.map((each) => each.allowed)).toEqual([options[0]?.allowed, options[1]?.allowed]);
  });

  test("never allows a more sensitive class where a less sensitive one is barred by place", () => {
    expect(cell("public", "mpc")?.allowed).toBe("no");
    expect(cell("public", "mpc")?.reasons[0]).toMatch(/hours/);
    expect(cell("special", "apiStandard")?.allowed).toBe("no");
    expect(cell("special", "ownPremises")?.allowed).toBe("withMeasures");
    expect(cell("confidential", "publicCloud")?.allowed).toBe("withMeasures");
    expect(cell("confidential", "confidential")?.allowed).toBe("yes");
  });
});

test("a no names its rule, and bars every considered path that it concerns", () => {
  const scenario = roundScenario({ privacy: { dataClass: "personal", selfHostedSite: "ownPremises", ...named } });
  const [finding] = privacyFindings(scenario, factsOf(scenario, reference, hardware));
  expect(finding).toMatchObject({ severity: "blocker", consideration: "privacy", bars: ["api", "hybrid"] });
  expect(finding?.why).toMatch(/Art\. 28/);
  const withoutMix = {
    ...scenario,
    paths: { ...scenario.paths, hybrid: { ...scenario.paths.hybrid, enabled: false } },
  };
  expect(privacyFindings(withoutMix, factsOf(withoutMix, reference, hardware))[0]?.bars).toEqual(["api"]);
});

type DeepChanges = NonNullable<Parameters<typeof roundScenario>[0]>;
const result = (changes: DeepChanges = {}) => values(roundResult(roundScenario(changes)));
const line = (changes: DeepChanges, id: string) =>
  result(changes).cost.api?.lines.find((each) => each.id === id)?.monthlyUsd[0] ?? 0;
const finding = (changes: DeepChanges, id: string) => result(changes).findings.find((each) => each.id === id);

describe("identifiers in prompts", () => {
  // 86,400 a day × 30.4375 = 2,629,800 a month
  const scrubbed = { identifiersPerPrompt: 2, scrubsPrompts: true, promptRecallShare: 0.98 } as const;
  test("two in each of 2,629,800 prompts, 98 % found: 105,192 a month get through", () => {
    expect(result({ privacy: scrubbed }).privacy.protection?.leaksPerMonth).toBeCloseTo(105_192, 3);
  });
  test("bar the API above what is tolerated, and not below", () => {
    expect(finding({ privacy: { ...scrubbed, leaksPerMonthTolerated: 100_000 } }, "privacy.leaks")?.bars).toEqual([
      "api",
      "hybrid",
    ]);
    expect(finding({ privacy: { ...scrubbed, leaksPerMonthTolerated: 110_000 } }, "privacy.leaks")).toBeUndefined();
  });
  test("are scrubbed for 4 USD a thousand prompts", () => {
    expect(line({ privacy: scrubbed }, "scrubbing")).toBeCloseTo(2_629_800 * 0.004, 6);
  });
  test("delay the first word of the API, which may then miss its target", () => {
    const slow = { privacy: { ...scrubbed, scrubSeconds: 1.5 } };
    expect(finding(slow, "latency.api.time-to-first-word")?.why).toMatch(/1\.5 s of scrubbing/);
    expect(finding({ privacy: scrubbed }, "latency.api.time-to-first-word")).toBeUndefined();
  });
});

test("ten days of attack testing at 2,400 USD and an audit for 30,000 come to 4,500 USD a month", () => {
  const changes = { privacy: { redTeamDaysPerYear: 10, auditUsdPerYear: 30_000 } };
  expect(line(changes, "attackTesting") + line(changes, "audits")).toBeCloseTo(4500, 9);
});

describe("multi-party computation", () => {
  const mpc = { privacy: { protection: "mpc" } } as const;
  test("published: PermLLM 3 s a token at 6.2 billion parameters, PUMA 5 minutes at LLaMA-7B", () => {
    const { multiParty } = result(mpc).privacy.protection ?? {};
    expect(multiParty?.secondsPerToken.low).toBeCloseTo(3, 9);
    expect(multiParty?.secondsPerToken.high).toBeCloseTo((300 * 6.2) / 6.74, 9);
    expect(multiParty?.requestSeconds).toBeCloseTo(3 * 501, 9);
  });
  test("bars self-hosting where a token takes longer than the target, and says how long an answer takes", () => {
    const found = finding(mpc, "privacy.selfHosted.mpcTooSlow");
    expect(found?.bars).toEqual(["selfHosted", "hybrid"]);
    expect(found?.why).toMatch(/25 min/);
    expect(
      finding({ privacy: { ...mpc.privacy, mpcSecondsPerToken: 0.05 } }, "privacy.selfHosted.mpcTooSlow"),
    ).toBeUndefined();
  });
  test("is priced: 3/s at the peak × 1,503 s ÷ 0.75 is a fleet of 6,012 sets of four accelerators", () => {
    const { fleet, cost } = result(mpc);
    expect(fleet?.replicas).toBe(6012);
    expect(cost.selfHosted?.totalUsd.mid).toBeGreaterThan((result().cost.selfHosted?.totalUsd.mid ?? 0) * 100);
  });
});

describe("private fine-tuning", () => {
  const asked = { privacy: { dpEpsilon: 8 }, data: { labelledExamples: 1000 } };
  test("leaves 78 to 64 % of 80 % right, as published fine-tunes lost, and bars where 79 % are needed", () => {
    const at = (passShare: number) => {
      const accuracy = { perspective: "accuracy", measure: "people", weight: 1, blocking: true } as const;
      const criteria = [{ ...accuracy, expectedShare: 0.8, passShare }];
      return finding({ ...asked, evaluation: { criteria } }, "privacy.privateTraining");
    };
    expect(at(0.5)?.severity).toBe("info");
    expect(at(0.7)?.severity).toBe("warning");
    expect(at(0.79)).toMatchObject({ severity: "blocker", bars: ["selfHosted", "hybrid"] });
    expect(at(0.7)?.why).toMatch(/64% to 78%/);
  });
});

describe("identifiers in prompts of data that is called something else", () => {
  const found = (privacy: Changes) => finding({ privacy }, "privacy.promptsAboveClass");
  test("are personal data, whatever the plan calls its data", () => {
    expect(found({ dataClass: "internal", identifiersPerPrompt: 0.2 })).toMatchObject({
      severity: "warning",
      bars: [],
    });
    expect(found({ dataClass: "internal", identifiersPerPrompt: 0 })).toBeUndefined();
    expect(found({ dataClass: "personal", identifiersPerPrompt: 0.2 })).toBeUndefined();
    expect(found({ dataClass: "special", identifiersPerPrompt: 0.2 })).toBeUndefined();
  });
});

describe("the policy", () => {
  const text = (changes: DeepChanges = {}) => result(changes).privacy.protection?.policy ?? "";
  test("has what a data protection officer looks for, in order", () => {
    const titles = [...text().matchAll(/^## \d+\. (.+)$/gm)].map(([, title]) => title);
    expect(titles).toEqual([
      "Purpose and responsibility",
      "What data",
      "Lawful basis",
      "Where and by whom it is processed",
      "How long it is kept, and training",
      "Who has access",
      "People's rights, corrections and unlearning",
      "Security measures and human oversight",
      "Incidents",
      "Review",
      "Open points",
      "Notice to users",
    ]);
  });
  test("names the provider's terms with their date, and repeats every gap among the open points", () => {
    const policy = text({ privacy: { dataClass: "personal" } });
    expect(policy).toMatch(/Made up for tests, 2026-11-01/);
    const open = policy.slice(policy.indexOf("Open points"));
    for (const [, gap = ""] of policy.matchAll(/\*\*Gap: (.+?)\*\*/g))
      expect(open.toLowerCase()).toContain(`- ${gap.toLowerCase()}`);
    expect(open).toContain("The lawful basis is not named");
  });
  test("closes its gaps as the plan closes them", () => {
    const before = text({ privacy: { dataClass: "personal" } });
    const after = text({
      privacy: { dataClass: "personal", lawfulBasis: "contract", agreementSigned: true, redTeamDaysPerYear: 5 },
      maintenance: {
        corrections: [
          {
            kind: "legal",
            perMonth: 3,
            method: "retrieval",
            hours: null,
            days: null,
            residualShare: null,
            checkItems: null,
          },
        ],
      },
    });
    const gaps = (policy: string) => policy.match(/\*\*Gap/g)?.length ?? 0;
    expect(gaps(after)).toBeLessThan(gaps(before));
    expect(after).toContain("Lawful basis: contract with the person");
  });
});

/** Every input of the section changes a cost, a gate, a known risk, or which machines are needed; words do not count. */
describe("each input of the privacy section matters", () => {
  const personal = { dataClass: "personal", agreementSigned: true, lawfulBasis: "consent" } as const;
  const cases: Record<keyof Scenario["privacy"], [before: Changes, after: Changes, rest?: DeepChanges]> = {
    dataClass: [{}, { dataClass: "special" }],
    residency: [{}, { residency: "ownPremises" }],
    legalRegion: [
      { residency: "region", apiInRegion: true, legalRegion: "eu" },
      { residency: "region", apiInRegion: true, legalRegion: "other" },
    ],
    lawfulBasis: [personal, { ...personal, lawfulBasis: "notNamed" }],
    apiTerms: [
      { dataClass: "special", ...signed },
      { dataClass: "special", ...signed, apiTerms: "standard" },
    ],
    agreementSigned: [personal, { ...personal, agreementSigned: false }],
    apiInRegion: [{ residency: "region" }, { residency: "region", apiInRegion: true }],
    selfHostedSite: [{ dataClass: "special" }, { dataClass: "special", selfHostedSite: "ownPremises" }],
    dpEpsilon: [{}, { dpEpsilon: 8 }],
    dpBatch: [{}, {}],
    protection: [{}, { protection: "mpc" }],
    confidentialLossShare: [{}, {}],
    mpcSecondsPerToken: [{ protection: "mpc" }, { protection: "mpc", mpcSecondsPerToken: 60 }],
    identifiersPerPrompt: [
      { leaksPerMonthTolerated: 10, identifiersPerPrompt: 0 },
      { leaksPerMonthTolerated: 10, identifiersPerPrompt: 1 },
    ],
    leaksPerMonthTolerated: [{ identifiersPerPrompt: 1 }, { identifiersPerPrompt: 1, leaksPerMonthTolerated: 10 }],
    scrubsPrompts: [{}, { scrubsPrompts: true }],
    promptRecallShare: [
      { scrubsPrompts: true, identifiersPerPrompt: 1, leaksPerMonthTolerated: 1e6 },
      { scrubsPrompts: true, identifiersPerPrompt: 1, leaksPerMonthTolerated: 1e6, promptRecallShare: 0.2 },
    ],
    scrubUsdPerThousandPrompts: [{ scrubsPrompts: true }, { scrubsPrompts: true, scrubUsdPerThousandPrompts: 1 }],
    scrubSeconds: [{ scrubsPrompts: true }, { scrubsPrompts: true, scrubSeconds: 3 }],
    publicUsers: [{ filtersOutput: true }, { filtersOutput: true, publicUsers: true }],
    usesTools: [{}, { usesTools: true }],
    readsUntrusted: [{}, { readsUntrusted: true }],
    approvesActions: [{ usesTools: true }, { usesTools: true, approvesActions: true }],
    filtersOutput: [{}, { filtersOutput: true }],
    guardUsdPerThousandRequests: [{ filtersOutput: true }, { filtersOutput: true, guardUsdPerThousandRequests: 1 }],
    guardSeconds: [{ filtersOutput: true }, { filtersOutput: true, guardSeconds: 3 }],
    redTeamDaysPerYear: [{}, { redTeamDaysPerYear: 5 }],
    redTeamUsdPerDay: [{ redTeamDaysPerYear: 5 }, { redTeamDaysPerYear: 5, redTeamUsdPerDay: 1000 }],
    auditUsdPerYear: [{}, { auditUsdPerYear: 10_000 }],
    limitsUse: [{ publicUsers: true }, { publicUsers: true, limitsUse: true }],
  };

  test("and every field has its case", () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(scenarioSchema.shape.privacy.shape).sort());
  });

  // A trusted environment slows the replica itself down: lib/engine/serving/compose.test.ts. Private batches change the
  // time of training: lib/engine/training/inputs.test.ts.
  const elsewhere = new Set(["confidentialLossShare", "dpBatch"]);
  const tried = Object.entries(cases).filter(([field]) => !elsewhere.has(field));
  test.each(tried)("%s", (_field, [before, after]) => {
    const seen = (privacy: Changes) => {
      const { cost, findings, fleet, privacy: told } = result({ privacy });
      const gates = findings.map(({ id, severity, bars }) => [id, severity, bars]);
      const covered = told.protection?.risks.map(({ id, state }) => [id, state]);
      return { cost, gates, replicas: fleet?.replicas, covered, options: told.options };
    };
    expect(seen(after)).not.toEqual(seen(before));
  });
});
