import { describe, expect, test } from "vitest";
import { composeCost } from "../cost/compose";
import { roundPrice } from "../testing/reference";
import { roundInputs } from "../testing/result";
import { roundPurchase, roundScenario } from "../testing/scenario";
import { dearestMonthUsd } from "./choose";
import { totalsWhenMoved } from "./hinges";
import { levers } from "./levers";

type Changes = Parameters<typeof roundScenario>[0];
type Given = Parameters<typeof roundInputs>[1];

const requestsPerDay = 2_000_000;
const renting: Changes = {
  workload: { requestsPerDay, escalatedShare: 0.01, growthPerYear: 0.3, batchableShare: 0.1 },
  paths: { selfHosted: { targetUtilisation: 0.6 } },
};
const buying: Changes = { ...renting, paths: { selfHosted: { targetUtilisation: 0.6, acquisition: roundPurchase } } };

const teamAt = ({ people, pay }: { people: number; pay: number }) =>
  roundScenario().team.roles.map((role) => ({
    ...role,
    usdPerYear: role.usdPerYear * pay,
    runFteSelfHosted: role.runFteSelfHosted * people,
  }));

/** The same change made in the document or the catalogue, so that everything is worked out anew. */
const moved: Record<string, (factor: number, bought: boolean) => { changes: Changes; given?: Given }> = {
  "workload.requestsPerDay": (factor) => ({ changes: { workload: { requestsPerDay: requestsPerDay * factor } } }),
  "paths.api.model": (factor) => ({
    changes: {},
    given: {
      price: {
        input: { usdPerMtoken: roundPrice.input.usdPerMtoken * factor, tiers: [] },
        output: { usdPerMtoken: roundPrice.output.usdPerMtoken * factor, tiers: [] },
        cachedInput: { usdPerMtoken: 0.5 * factor, tiers: [] },
      },
    },
  }),
  "paths.selfHosted.acquisition": (factor, bought) =>
    bought
      ? {
          changes: { paths: { selfHosted: { acquisition: { ...roundPurchase, usdPerAccelerator: 10_000 * factor } } } },
        }
      : {
          changes: {},
          given: {
            offer: {
              usdPerAcceleratorHour: { onDemand: 2 * factor, spot: null, reserved1Year: null, reserved3Years: null },
            },
          },
        },
  "paths.selfHosted.model": (factor) => ({ changes: {}, given: { replica: { goodput: 4 * factor } } }),
  "paths.selfHosted.targetUtilisation": (factor) => ({
    changes: { paths: { selfHosted: { targetUtilisation: Math.min(1, 0.6 * factor) } } },
  }),
  "team.roles": (factor) => ({ changes: { team: { roles: teamAt({ people: factor, pay: 1 }) } } }),
  "team.engineerUsdPerYear": (factor) => ({
    changes: { team: { engineerUsdPerYear: 180_000 * factor, roles: teamAt({ people: 1, pay: factor }) } },
  }),
  "paths.people.minutesPerRequest": (factor) => ({ changes: { paths: { people: { minutesPerRequest: 5 * factor } } } }),
};

/** Two sets of changes together; the second adds to the paths of the first. */
const both = (base: Changes = {}, more: Changes = {}): Changes => ({
  ...base,
  ...more,
  workload: { ...base.workload, ...more.workload },
  paths: {
    ...base.paths,
    ...more.paths,
    selfHosted: { ...base.paths?.selfHosted, ...more.paths?.selfHosted },
  },
});

describe.each([
  ["renting", renting, false],
  ["buying", buying, true],
] as const)("moving an input gives what working everything out anew gives, %s", (_, base, bought) => {
  const inputs = roundInputs(roundScenario(base));
  const totalsAt = totalsWhenMoved(inputs, composeCost(inputs));

  test.each(levers.map((lever) => [lever.path, lever] as const))("%s", (path, lever) => {
    for (const factor of [0.5, 0.8, 1, 1.5]) {
      const anew = moved[path]?.(factor, bought);
      if (!anew) throw new Error(`no way to move ${path}`);
      const paths = composeCost(roundInputs(roundScenario(both(base, anew.changes)), anew.given));
      for (const { id, usd, dearestMonthUsd: dearest } of totalsAt(lever, factor)) {
        const cost = paths[id]?.cost.totalUsd.mid.value ?? Number.NaN;
        expect(usd / cost, `${id} × ${factor}`).toBeCloseTo(1, 9);
        expect(dearest / dearestMonthUsd(paths[id]?.plan ?? []), `${id} × ${factor}, dearest month`).toBeCloseTo(1, 9);
      }
    }
  });
});
