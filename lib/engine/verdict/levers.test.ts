import { describe, expect, test } from "vitest";
import { composeCost } from "../cost/compose";
import { roundPrice } from "../testing/reference";
import { roundInputs } from "../testing/result";
import { roundPurchase, roundScenario } from "../testing/scenario";
import { dearestMonthUsd } from "./choose";
import { levers } from "./levers";
import { totalsWhenMoved } from "./moved";

type Changes = NonNullable<Parameters<typeof roundScenario>[0]>;
type Given = Parameters<typeof roundInputs>[1];

const requestsPerDay = 2_000_000;
const rent = {
  kind: "rent",
  offerId: "cloud.eight",
  term: "onDemand",
  ownUsdPerAcceleratorHour: null,
  priceFactorPerYear: 0.9,
  interruptedShare: 0,
} as const;

/** Plans in which every lever moves something: long prompts near a tier, a commitment, a ramp, errors, reviews. */
const common: Changes = {
  workload: {
    requestsPerDay,
    escalatedShare: 0.01,
    growthPerYear: 0.3,
    batchableShare: 0.1,
    isl: 150_000,
    islVariation: 0.5,
  },
  outcome: { rampMonths: 3, errorShare: 0.01, peopleErrorShare: 0.02, errorUsd: 5, reviewShare: 0.1 },
};
const api: Changes["paths"] = {
  api: { cacheWriteShare: 0.1, reasoningTokens: 200, priceFactorPerYear: 0.8, committedUsdPerMonth: 2e7 },
};
const hosted = { targetUtilisation: 0.6, egressUsdPerGb: 0.09 } as const;
const renting: Changes = { ...common, paths: { ...api, selfHosted: { ...hosted, acquisition: rent } } };
const buying: Changes = { ...common, paths: { ...api, selfHosted: { ...hosted, acquisition: roundPurchase } } };
const reserving: Changes = {
  ...common,
  paths: { ...api, selfHosted: { ...hosted, acquisition: { ...rent, term: "reserved3Years" } } },
};

const teamAt = ({ run, build, pay }: { run: number; build: number; pay: number }) =>
  roundScenario().team.roles.map((role) => ({
    ...role,
    usdPerYear: role.usdPerYear * pay,
    runFteSelfHosted: role.runFteSelfHosted * run,
    buildMonthsApi: role.buildMonthsApi * build,
    buildMonthsSelfHosted: role.buildMonthsSelfHosted * build,
  }));

const tieredTimes = ({ usdPerMtoken, tiers }: typeof roundPrice.input, factor: number) => ({
  usdPerMtoken: usdPerMtoken * factor,
  tiers: tiers.map((tier) => ({ ...tier, usdPerMtoken: tier.usdPerMtoken * factor })),
});

type Way = "renting" | "buying" | "reserving";
type Anew = { changes: Changes; given?: Given };

/** The same change made in the document or the catalogue, so that everything is worked out anew. */
const moved: Record<string, (factor: number, way: Way) => Anew> = {
  "Requests a day": (factor) => ({ changes: { workload: { requestsPerDay: requestsPerDay * factor } } }),
  "Peak to average": (factor) => ({ changes: { workload: { peakToMean: Math.max(1, 3 * factor) } } }),
  "Prompt length": (factor) => ({ changes: { workload: { isl: 150_000 * factor } } }),
  "Answer length": (factor) => ({ changes: { workload: { osl: 500 * factor } } }),
  "Prompt read from cache": (factor) => ({ changes: { workload: { cachedInputShare: 0.4 * factor } } }),
  "Handed on to a person": (factor) => ({ changes: { workload: { escalatedShare: 0.01 * factor } } }),
  "API price": (factor) => ({
    changes: {},
    given: {
      price: {
        input: tieredTimes(roundPrice.input, factor),
        output: tieredTimes(roundPrice.output, factor),
        cachedInput: tieredTimes(roundPrice.cachedInput ?? roundPrice.input, factor),
      },
    },
  }),
  "API price a year on": (factor) => ({ changes: { paths: { api: { priceFactorPerYear: 0.8 * factor } } } }),
  "Rent a year on": (factor, way) => ({
    changes:
      way === "buying"
        ? {}
        : {
            paths: {
              selfHosted: {
                acquisition: {
                  ...rent,
                  term: way === "renting" ? "onDemand" : "reserved3Years",
                  priceFactorPerYear: 0.9 * factor,
                },
              },
            },
          },
  }),
  "Price of the accelerators": (factor, way) =>
    way === "buying"
      ? {
          changes: { paths: { selfHosted: { acquisition: { ...roundPurchase, usdPerAccelerator: 10_000 * factor } } } },
        }
      : {
          changes: {},
          given: {
            offer: {
              usdPerAcceleratorHour: {
                onDemand: 2 * factor,
                spot: null,
                reserved1Year: null,
                reserved3Years: factor,
              },
            },
          },
        },
  "What a replica serves": (factor) => ({ changes: {}, given: { replica: { goodput: 4 * factor } } }),
  "Target utilisation": (factor) => ({
    changes: { paths: { selfHosted: { targetUtilisation: Math.min(1, 0.6 * factor) } } },
  }),
  "People to run it self-hosted": (factor) => ({
    changes: { team: { roles: teamAt({ run: factor, build: 1, pay: 1 }) } },
  }),
  "Work before launch": (factor) => ({ changes: { team: { roles: teamAt({ run: 1, build: factor, pay: 1 }) } } }),
  "Engineers' pay": (factor) => ({
    changes: { team: { engineerUsdPerYear: 180_000 * factor, roles: teamAt({ run: 1, build: 1, pay: factor }) } },
  }),
  "Time a person needs": (factor) => ({ changes: { paths: { people: { minutesPerRequest: 5 * factor } } } }),
  "Wage of people": (factor) => ({ changes: { paths: { people: { wageUsdPerYear: 40_000 * factor } } } }),
  "Cost of wrong answers": (factor) => ({ changes: { outcome: { errorUsd: 5 * factor } } }),
};

/** Two sets of changes together; the second adds to the parts of the first. */
const both = (base: Changes, more: Changes): Changes => ({
  ...base,
  ...more,
  workload: { ...base.workload, ...more.workload },
  outcome: { ...base.outcome, ...more.outcome },
  paths: {
    ...base.paths,
    ...more.paths,
    api: { ...base.paths?.api, ...more.paths?.api },
    selfHosted: { ...base.paths?.selfHosted, ...more.paths?.selfHosted },
  },
});

function holds(base: Changes, lever: (typeof levers)[number], anewAt: (factor: number) => Anew): void {
  const inputs = roundInputs(roundScenario(base));
  const totalsAt = totalsWhenMoved(inputs, composeCost(inputs));
  for (const factor of [0.5, 0.8, 1, 1.5]) {
    const { changes, given } = anewAt(factor);
    const paths = composeCost(roundInputs(roundScenario(both(base, changes)), given));
    for (const { id, usd, dearestMonthUsd: dearest } of totalsAt(lever, factor)) {
      const cost = paths[id]?.cost.totalUsd.mid.value ?? Number.NaN;
      expect(usd / cost, `${id} × ${factor}`).toBeCloseTo(1, 9);
      expect(dearest / dearestMonthUsd(paths[id]?.plan ?? []), `${id} × ${factor}, dearest month`).toBeCloseTo(1, 9);
    }
  }
}

const growth = "Volume a year on";

describe.each([
  ["renting", renting],
  ["buying", buying],
  ["reserving", reserving],
] as const)("moving an input gives what working everything out anew gives, %s", (way, base) => {
  test.each(levers.filter(({ label }) => label !== growth).map((lever) => [lever.label, lever] as const))(
    "%s",
    (label, lever) => {
      const anew = moved[label];
      if (!anew) throw new Error(`no way to move ${label}`);
      holds(base, lever, (factor) => anew(factor, way));
    },
  );

  test(`${growth}, but for hiring, which follows growth rather than volume`, () => {
    const lever = levers.find(({ label }) => label === growth);
    if (!lever) throw new Error("no lever for growth");
    const noHiring = { people: { hiringUsdPerPerson: 0 } };
    holds({ ...base, paths: { ...base.paths, ...noHiring } }, lever, (factor) => ({
      changes: { workload: { growthPerYear: 1.3 * factor - 1 }, paths: noHiring },
    }));
  });
});
