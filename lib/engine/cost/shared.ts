import { foundShare } from "../evaluation/review";
import { releaseTestsUsdPerMonth } from "../evaluation/round";
import { derive, type Figure, formula } from "../figure";
import { assumptions } from "../resolve/assumptions";
import type { ScenarioFigures } from "../resolve/document";
import { complementOf, partOfRequests, settledShare } from "../traffic/growth";
import { monthsSinceLaunch } from "../traffic/months";
import { dataLines } from "./data-lines";
import type { CostInputs } from "./inputs";
import { everyMonth, inMonth, type PlanLine, planLine } from "./line";
import { firstHiringUsd, hiringUsdPerMonth, peopleForServiceLevel, peopleNeeded } from "./people";
import { staffUsdPerMonth } from "./staff";

/** Data and evaluation: the same work on every automated path. */
export function preparationLines(inputs: CostInputs): PlanLine[] {
  const { scenario, evaluation } = inputs;
  const months = scenario.economics.horizonMonths.value;
  const releases = derive(releaseTestsUsdPerMonth, {
    usdPerRound: evaluation.suite.usdPerRelease,
    roundsPerYear: evaluation.roundsPerYear,
  });
  return [
    ...dataLines(inputs),
    planLine(
      { id: "launchTest", label: "Evaluation before launch", kind: "oneOff", consideration: "evaluation" },
      "nothing",
      inMonth(evaluation.usdPerRound, 0, months),
    ),
    planLine(
      { id: "releaseTests", label: "Evaluation of releases", kind: "running", consideration: "evaluation" },
      "nothing",
      everyMonth(releases, months),
    ),
  ];
}

/** By occupancy alone, or hour by hour where an answer is promised within some time. */
function staffOf(
  terms: ScenarioFigures["paths"]["people"],
  peakToMean: Figure<number>,
  requests: Figure<number>,
): Figure<number> {
  const { minutesPerRequest, productiveHoursPerYear, occupancyShare, answerSeconds, answerShare } = terms;
  const handled = { requests, minutesPerRequest, productiveHoursPerYear, occupancyShare };
  if (answerSeconds.value === null) return derive(peopleNeeded, handled);
  return derive(peopleForServiceLevel, {
    ...handled,
    peakToMean,
    answerSeconds: answerSeconds as Figure<number>,
    answerShare,
  });
}

/** Answers read before use; what is found in them does no harm. */
export function reviewLines(inputs: CostInputs): PlanLine[] {
  const { reviewShare, reviewMinutes } = inputs.scenario.outcome;
  if (reviewShare.value * reviewMinutes.value === 0) return [];
  const settled = settledByMonth(inputs);
  return [
    planLine(
      { id: "review", label: "Answers reviewed before use", kind: "running", consideration: "evaluation" },
      "volume",
      inputs.traffic.monthly.map(({ requests }, index) =>
        derive(reviewUsdPerMonth, {
          requests,
          settledShare: settled[index] ?? assumptions.nothing,
          reviewShare,
          reviewMinutes,
          usdPerHour: inputs.scenario.evaluation.raterUsdPerHour,
        }),
      ),
    ),
  ];
}

type Reviewed = {
  requests: number;
  settledShare: number;
  reviewShare: number;
  reviewMinutes: number;
  usdPerHour: number;
};

export const reviewUsdPerMonth = formula(
  {
    id: "cost.reviewUsdPerMonth",
    title: "Answers reviewed",
    unit: "USD/month",
    reads: "requests × share the model settles × share reviewed × minutes ÷ 60 × cost of an hour of judging",
    source: "definition",
    example: {
      of: "10,000 requests, 80 % settled, a tenth reviewed for a minute at 30 USD",
      given: { requests: 10_000, settledShare: 0.8, reviewShare: 0.1, reviewMinutes: 1, usdPerHour: 30 },
      gives: 400,
    },
  },
  ({ requests, settledShare: settled, reviewShare, reviewMinutes, usdPerHour }: Reviewed) =>
    ((requests * settled * reviewShare * reviewMinutes) / 60) * usdPerHour,
);

export const errorsLeftShare = formula(
  {
    id: "cost.errorsLeftShare",
    title: "Wrong answers acted on, after review",
    unit: "share",
    reads: "share of wrong answers × share of those that look right × (1 − share found in review)",
    source: "definition",
    example: {
      of: "4 % wrong, all look right, half reviewed and 80 % of the wrong ones found",
      given: { errorShare: 0.04, credibleShare: 1, foundShare: 0.4 },
      gives: 0.024,
      within: 1e-12,
    },
  },
  (given: { errorShare: number; credibleShare: number; foundShare: number }) =>
    given.errorShare * given.credibleShare * (1 - given.foundShare),
);

/** People who handle a stream of requests: pay, hiring for launch, hiring for growth and for those who leave. */
export function peopleLines(
  { paths: { people: terms }, workload }: ScenarioFigures,
  requests: readonly Figure<number>[],
  words: { id: string; label: string },
): PlanLine[] {
  const people = requests.map((each) => staffOf(terms, workload.peakToMean, each));
  const [first] = people;
  if (!first) throw new Error("the horizon has no month");
  const { hiringUsdPerPerson, attritionPerYear, wageUsdPerYear, overheadFactor } = terms;
  const running = { kind: "running", consideration: "cost" } as const;
  return [
    planLine(
      { ...words, ...running },
      "volume",
      people.map((each) => derive(staffUsdPerMonth, { people: each, usdPerYear: wageUsdPerYear, overheadFactor })),
    ),
    planLine(
      {
        id: `${words.id}FirstHiring`,
        label: `${words.label}: hiring for launch`,
        kind: "oneOff",
        consideration: "cost",
      },
      "volume",
      inMonth(derive(firstHiringUsd, { people: first, hiringUsdPerPerson }), 0, people.length),
    ),
    planLine(
      { id: `${words.id}Hiring`, label: `${words.label}: hiring and turnover`, ...running },
      "volume",
      people.map((each, index) =>
        derive(hiringUsdPerMonth, {
          people: each,
          peopleBefore: people[index - 1] ?? each,
          attritionPerYear,
          hiringUsdPerPerson,
        }),
      ),
    ),
  ];
}

/** What the model settles in each month; the rest goes to people. */
function settledByMonth({ scenario, traffic }: CostInputs): Figure<number>[] {
  const { workload, outcome } = scenario;
  return traffic.monthly.map((_, index) =>
    derive(settledShare, {
      escalatedShare: workload.escalatedShare,
      month: monthsSinceLaunch(index),
      rampMonths: outcome.rampMonths,
    }),
  );
}

/** Requests the model cannot settle go to people on every automated path. */
export function escalationLines(inputs: CostInputs): PlanLine[] {
  const { scenario, traffic } = inputs;
  if (scenario.workload.escalatedShare.value === 0 && scenario.outcome.rampMonths.value === 0) return [];
  const settled = settledByMonth(inputs);
  const requests = traffic.monthly.map((month, index) =>
    derive(partOfRequests, {
      requests: month.requests,
      share: derive(complementOf, { share: settled[index] ?? assumptions.nothing }),
    }),
  );
  return peopleLines(scenario, requests, { id: "escalations", label: "People for handed-on requests" });
}

export const errorsUsdPerMonth = formula(
  {
    id: "cost.errorsUsdPerMonth",
    title: "Wrong answers acted on",
    unit: "USD/month",
    reads: "requests × share handled this way × share of wrong answers acted on × cost of one",
    source: "definition",
    example: {
      of: "10,000 requests, 80 % settled, 1 % of them wrong and acted on, 50 USD each",
      given: { requests: 10_000, settledShare: 0.8, errorShare: 0.01, errorUsd: 50 },
      gives: 4000,
    },
  },
  (given: { requests: number; settledShare: number; errorShare: number; errorUsd: number }) =>
    given.requests * given.settledShare * given.errorShare * given.errorUsd,
);

/** Harm done by wrong answers: by the model's where it settles a request, by people's where they do. */
export function errorLines(inputs: CostInputs): PlanLine[] {
  const { errorShare, credibleShare, peopleErrorShare, errorUsd, reviewShare, detectionShare, doubtAuc } =
    inputs.scenario.outcome;
  const found = derive(foundShare, { reviewShare, detectionShare, doubtAuc });
  const settled = settledByMonth(inputs);
  const byModel = { id: "errors", label: "Wrong answers acted on" };
  const byPeople = { id: "errorsOfPeople", label: "Wrong answers by people acted on" };
  return [
    ...harmLine(
      inputs,
      byModel,
      settled,
      derive(errorsLeftShare, { errorShare, credibleShare, foundShare: found }),
      errorUsd,
    ),
    ...harmLine(
      inputs,
      byPeople,
      settled.map((share) => derive(complementOf, { share })),
      peopleErrorShare,
      errorUsd,
    ),
  ];
}

/** Harm done where people handle everything. */
export const peopleErrorLines = (inputs: CostInputs): PlanLine[] => {
  const { peopleErrorShare, errorUsd } = inputs.scenario.outcome;
  const all = inputs.traffic.monthly.map(() => assumptions.everyRequest);
  return harmLine(inputs, { id: "errorsOfPeople", label: "Wrong answers acted on" }, all, peopleErrorShare, errorUsd);
};

function harmLine(
  { traffic }: CostInputs,
  words: { id: string; label: string },
  shares: readonly Figure<number>[],
  errorShare: Figure<number>,
  errorUsd: Figure<number>,
): PlanLine[] {
  if (errorShare.value * errorUsd.value === 0) return [];
  const monthly = traffic.monthly.map(({ requests }, index) =>
    derive(errorsUsdPerMonth, { requests, settledShare: shares[index] ?? assumptions.nothing, errorShare, errorUsd }),
  );
  return [planLine({ ...words, kind: "running", consideration: "cost" }, "volume", monthly)];
}
