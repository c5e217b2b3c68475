import type { Finding } from "@/lib/contract/result";
import { type PathId, type Scenario, teamRoles } from "@/lib/contract/scenario";
import { mainCriterion } from "../evaluation/main-criterion";
import type { Figure } from "../figure";
import { hoursPerYear, monthsPerYear } from "../units";
import type { UpkeepResult } from "./compose";
import type { Retirement } from "./compose-retirement";
import { usualPower } from "./drift";
import { correctionsOn, neededOn } from "./hours";

type Words = Pick<Finding, "what" | "why" | "todo">;

const finding = (id: string, severity: Finding["severity"], words: Words, bars: PathId[] = []): Finding => ({
  id: `maintenance.${id}`,
  consideration: "maintenance",
  severity,
  ...words,
  bars,
});

const round = (value: number, digits = 0): string => value.toLocaleString("en-US", { maximumFractionDigits: digits });
const percent = (share: number, digits = 1): string => `${round(share * 100, digits)}%`;
const days = (value: number): string => `${round(Math.ceil(value - 1e-9))} days`;
const usd = (value: number): string => `${round(value)} USD`;
const numberIn = (figure: unknown): number | null =>
  figure === null || figure === undefined ? null : ((figure as Figure<number | null>).value ?? null);

/** What upkeep cannot keep to, does not see, or has no one for. */
export function maintenanceFindings(scenario: Scenario, upkeep: UpkeepResult, retirement: Retirement): Finding[] {
  const { paths } = scenario;
  const api = paths.api.enabled || paths.hybrid.enabled;
  const hosting = paths.selfHosted.enabled || paths.hybrid.enabled;
  if (!api && !hosting) return [];
  return [
    ...correctionFindings(scenario, upkeep),
    ...(api ? retirementFindings(scenario, upkeep, retirement) : []),
    ...driftFindings(scenario, upkeep),
    ...releaseFindings(scenario, upkeep),
    ...refreshFindings(scenario, upkeep),
    ...(hosting ? patchFindings(scenario) : []),
    ...teamFindings(scenario, upkeep),
  ];
}

const automated = ["api", "selfHosted", "hybrid"] as const;

function correctionFindings({ paths, maintenance, privacy }: Scenario, { corrections }: UpkeepResult): Finding[] {
  const found: Finding[] = [];
  const { legalDeadlineDays } = maintenance;
  const legal = corrections.filter(({ kind, perMonth }) => kind === "legal" && perMonth.value > 0);
  if (legal.length === 0 && (privacy.dataClass === "personal" || privacy.dataClass === "special")) {
    found.push(
      finding("noLegalRemovals", "info", {
        what: "No removals by legal right are planned for, though personal data is used.",
        why: "Anyone concerned may ask for it (GDPR, article 17), and it must be done within a month (article 12(3)).",
        todo: "Add a row for them to the corrections, even for one a month.",
      }),
    );
  }
  const late = legal.filter(({ daysUntilGone }) => daysUntilGone.value > legalDeadlineDays);
  const barred = automated.filter((path) => paths[path].enabled && correctionsOn(late, path).length > 0);
  const latest = Math.max(0, ...late.map(({ daysUntilGone }) => daysUntilGone.value));
  if (barred.length > 0) {
    found.push(
      finding(
        "legalDeadline",
        "blocker",
        {
          what: "Removals by legal right take longer than the law allows.",
          why: `They are gone after ${days(latest)} at the latest, wait for the next run included; ${days(legalDeadlineDays)} are allowed (GDPR, article 12(3): one month).`,
          todo: "Remove them from the documents the model looks up, train shards instead of the whole, or run corrections more often.",
        },
        barred,
      ),
    );
  }
  const leftOn = (way: "api" | "selfHosted") =>
    legal.reduce((sum, { on, leftPerYear }) => sum + (on === way ? leftPerYear.value : 0), 0);
  const left = [
    ...(leftOn("selfHosted") > 0 ? [`${round(leftOn("selfHosted"), 1)} in a hosted model`] : []),
    ...(leftOn("api") > 0 ? [`${round(leftOn("api"), 1)} behind an API`] : []),
  ];
  if (left.length > 0) {
    found.push(
      finding("legalRemainder", "warning", {
        what: "Some removals by legal right leave something behind.",
        why: `About ${left.join(" and ")} a year, by the share usual for the method or entered beside it.`,
        todo: "Keep personal data in documents rather than weights, retrain the shard without it, or check each removal.",
      }),
    );
  }
  if (corrections.some(({ instead, perMonth }) => instead && perMonth.value > 0)) {
    found.push(
      finding("apiNotTrained", "warning", {
        what: "The model behind an API cannot be made to unlearn.",
        why: "Only its provider trains it. On ways with an API a prompt or guardrail stands in for training, so what was learned stays.",
        todo: "Let personal data reach the model through documents alone, or host the model.",
      }),
    );
  }
  if (corrections.some(({ method, perMonth }) => method === "shards" && perMonth.value > 0)) {
    found.push(
      finding("shardsVote", "info", {
        what: `${maintenance.correctionShards} shards are ${maintenance.correctionShards} models that vote on each answer.`,
        why: "Sharded training keeps a model for each shard; asking all of them is not in the cost of serving, nor are their weights after each slice in storage.",
        todo: "Use few shards, or adapters on one base model.",
      }),
    );
  }
  return found;
}

function retirementFindings(
  { paths, economics }: Scenario,
  { migration }: UpkeepResult,
  { provider, retiresOn }: Retirement,
): Finding[] {
  const found: Finding[] = [];
  const first = numberIn(migration.firstMonth);
  const lead = numberIn(migration.leadDays) ?? 0;
  const notice = numberIn(migration.noticeDays);
  const { model } = paths.api;
  if (retiresOn && first !== null && first < 0) {
    const bars = (["api", "hybrid"] as const).filter((path) => paths[path].enabled);
    found.push(
      finding(
        "retiredBeforeLaunch",
        "blocker",
        {
          what: `${model} is retired before the launch.`,
          why: `${provider} ends it on ${retiresOn}; the plan starts in ${economics.startMonth}.`,
          todo: "Choose its successor.",
        },
        bars,
      ),
    );
  } else if (retiresOn && first !== null && first < economics.horizonMonths) {
    found.push(
      finding("retirementAnnounced", "warning", {
        what: `${model} ends on ${retiresOn}.`,
        why: `${provider} has announced it, ${first === 0 ? "in the month of launch" : `${round(first)} months after launch`}.`,
        todo: "Start with its successor, or plan the move now.",
      }),
    );
  }
  if (numberIn(migration.lifetimeMonths) === null && !retiresOn) {
    found.push(
      finding("lifetimeUnknown", "warning", {
        what: `How long models of ${provider} last is not known.`,
        why: "No period is published, and too few of its models have come and gone; no forced move is counted.",
        todo: "Enter a lifetime: 12 to 18 months are common.",
      }),
    );
  }
  if (notice === null) {
    found.push(
      finding("noticeUnknown", "info", {
        what: `${provider} promises no notice before a model ends.`,
        why: `A move takes about ${days(lead)}.`,
        todo: "Agree on a period in the contract and enter it.",
      }),
    );
  } else if (notice < lead) {
    found.push(
      finding("noticeTooShort", "warning", {
        what: "A forced move takes longer than the notice given for it.",
        why: `It takes about ${days(lead)}; ${provider} gives ${days(notice)}.`,
        todo: "Prepare a second model beforehand, put more people on the evaluation, or agree on a longer notice.",
      }),
    );
  }
  return found;
}

function driftFindings({ maintenance, evaluation }: Scenario, { drift }: UpkeepResult): Finding[] {
  const { monitoredPerMonth, driftDropShare, driftMonths } = maintenance;
  const within = driftMonths === 1 ? "a month" : `${driftMonths} months`;
  const needed = round(numberIn(drift.itemsNeededPerMonth) ?? 0);
  if (monitoredPerMonth === 0) {
    return [
      finding("nothingReviewed", "info", {
        what: "Nobody looks at live answers, so drift would not be seen.",
        why: `To see a drop of ${percent(driftDropShare)} from ${percent(mainCriterion(evaluation)?.expectedShare ?? 0.5)} within ${within}, ${needed} answers a month must be judged.`,
        todo: `Review ${needed} answers a month.`,
      }),
    ];
  }
  const chance = numberIn(drift.chanceToSee) ?? 0;
  if (chance >= usualPower) return [];
  const visible = numberIn(drift.visibleDropShare);
  return [
    finding("driftUnseen", "warning", {
      what: `A drop of ${percent(driftDropShare)} would go unseen in ${percent(1 - chance, 0)} of cases.`,
      why: `${round(monitoredPerMonth)} answers a month over ${within} ${visible === null ? "show no drop for sure" : `show a drop of ${percent(visible)} or more`} in four of five cases.`,
      todo: `Review ${needed} answers a month, look over more months, or accept a larger drop.`,
    }),
  ];
}

/** What a release on trial should be able to show where the plan sets no rate of critical failures. */
const usualFailureShare = 0.01;

function releaseFindings({ maintenance, evaluation }: Scenario, { release }: UpkeepResult): Finding[] {
  const { canaryShare, canaryHours, releasesPerYear } = maintenance;
  if (canaryShare === 0 || releasesPerYear === 0) return [];
  const found: Finding[] = [];
  if (canaryHours * releasesPerYear > hoursPerYear) {
    found.push(
      finding("trialsOverlap", "warning", {
        what: "The next release is due before the last one is through its trial.",
        why: `${round(canaryHours)} hours on trial, and a release every ${round(hoursPerYear / releasesPerYear)}.`,
        todo: "Shorten the trial or release less often.",
      }),
    );
  }
  const limit = evaluation.criticalFailureShare ?? usualFailureShare;
  const visible = numberIn(release.visibleFailureShare);
  if (visible === null || visible > limit) {
    found.push(
      finding("trialTooSmall", "info", {
        what: "A release on trial meets too few requests to show rare failures.",
        why: `${round(numberIn(release.canaryRequests) ?? 0)} requests show failures of ${visible === null ? "no rate" : `${percent(visible, 2)} or more`}; ${percent(limit, 2)} ${evaluation.criticalFailureShare === null ? "is a usual limit" : "is the limit set"}.`,
        todo: "Let more requests or more hours pass before it goes live for all.",
      }),
    );
  }
  return found;
}

/** Another cadence is worth a word from a tenth above the least cost on. */
const worthAWord = 0.1;

function refreshFindings(_: Scenario, { refresh }: UpkeepResult): Finding[] {
  const best = numberIn(refresh.bestMonths);
  const least = numberIn(refresh.bestUsdPerMonth);
  if (best === null || least === null) return [];
  const own = numberIn(refresh.ownMonths);
  if (own === null) {
    return [
      finding("neverRenewed", "warning", {
        what: "Knowledge is never renewed, and grows stale at a cost.",
        why: `Renewing every ${round(best, 1)} months costs least: ${usd(least)} a month, renewals and staleness together.`,
        todo: "Add renewals to the recurring work.",
      }),
    ];
  }
  const extra = numberIn(refresh.extraUsdPerMonth) ?? 0;
  if (extra <= worthAWord * least) return [];
  return [
    finding("refreshCadence", "info", {
      what: `Renewing ${own > best ? "more" : "less"} often would save about ${usd(extra)} a month.`,
      why: `Every ${round(best, 1)} months costs least (${usd(least)} a month); you renew every ${round(own, 1)}.`,
      todo: "Change how often knowledge is renewed.",
    }),
  ];
}

function patchFindings({ maintenance, privacy }: Scenario): Finding[] {
  const patches = maintenance.work
    .filter(({ kind, on }) => kind === "securityPatches" && neededOn(on, "selfHosted"))
    .reduce((sum, { timesPerYear }) => sum + timesPerYear, 0);
  if (patches >= monthsPerYear) return [];
  const cards = privacy.dataClass === "payment";
  return [
    finding("patchesTooRare", cards ? "warning" : "info", {
      what:
        patches === 0
          ? "No security patches are planned for the hosted model."
          : "Security patches come less than once a month.",
      why: `Critical ones must be in within a month of release ${cards ? "for payment card data" : "by PCI DSS, a usual yardstick"} (PCI DSS 4.0.1, 6.3.3).`,
      todo: "Plan security patches at least monthly in the recurring work.",
    }),
  ];
}

/** The hours the team takes over must fit into those it has besides being on call. */
function teamFindings({ paths, maintenance, team }: Scenario, upkeep: UpkeepResult): Finding[] {
  if (maintenance.coveredByTeamShare === 0) return [];
  const full = automated.flatMap((path) => {
    if (!paths[path].enabled) return [];
    const hours = upkeep.work
      .filter(({ on }) => neededOn(on, path))
      .reduce((sum, { hoursPerMonth }) => sum + hoursPerMonth.value, numberIn(upkeep.drift.alertHoursPerMonth) ?? 0);
    const people = team.roles
      .filter(({ role }) => role !== "onCall")
      .reduce((sum, { runFteApi, runFteSelfHosted }) => {
        if (path === "hybrid") return sum + Math.max(runFteApi, runFteSelfHosted);
        return sum + (path === "api" ? runFteApi : runFteSelfHosted);
      }, 0);
    const taken = hours * maintenance.coveredByTeamShare;
    const has = (people * team.workingHoursPerYear) / monthsPerYear;
    return taken > has ? [{ path, taken, has }] : [];
  });
  const [worst] = full.toSorted((a, b) => b.taken - b.has - (a.taken - a.has));
  if (!worst) return [];
  return [
    finding("teamFull", "warning", {
      what: "The team has fewer hours than the upkeep it is to do.",
      why: `${round(worst.taken)} hours a month fall to it, and it has ${round(worst.has)} (all roles but ${teamRoles.onCall.toLowerCase()}).`,
      todo: "Add people to the team, or let less of the upkeep fall to it.",
    }),
  ];
}
