import { stepTime } from "../step/step";
import { chunkOf, decodeSteps, tokensPerStep } from "./demand";
import { gatherSeconds } from "./gather";
import { batchOf, type Moment, promptService, type System, stepsAt } from "./moment";
import * as promptSteps from "./prompt-steps";
import { residualSeconds, stepUnderWaySeconds } from "./rates";
import { largestWithin } from "./root";
import * as spread from "./spread";

/** What a benchmark with a fixed number of users does beside its steady state; both are calibrated. */
export type Users = {
  /** Share of the requests that all arrive at its start. */
  startShare: number;
  /** Factor on the wait for others' prompts, who arrive in bunches. */
  crowding: number;
};

type Busy = Omit<Moment, "utilisation">;

export type Closed = { moment: Busy; queueSeconds: number; startSeconds: number };

/** So near, as a share, are those that decode to where decoding and waiting balance. */
const balancedWithin = 1e-7;
/** Some always decode: a share below which none can be told from none. */
const almostNone = 1e-9;
/** Prompts fill no more of the steps than this: a user who waits sends nothing new. */
const fullestPrompts = 0.95;
/** The queue never reaches its pole: no more than the other users can be ahead, and a longer answer never pays. */
const poleShare = 0.5;

type Turn = {
  steps: promptSteps.StepsWithPrompts;
  underWaySeconds: number;
  /** Time a prompt takes from those decoding. */
  prefillSeconds: number;
  /** From one step that decodes to the next. */
  betweenSeconds: number;
  /** A request's own prompt, until its first token. */
  ownSeconds: number;
  promptLoad: number;
  waitSeconds: number;
  startSeconds: number;
  /** From first to last token, and from arrival to the first. */
  answerSeconds: number;
  firstSeconds: number;
};

/** What the others' prompts make of a request's time while so many of the active ones decode. */
function turnAt(system: System, active: number, decoding: number, users: Users): Turn {
  const { costs, demand } = system;
  const { promptsAlone } = costs;
  const { decodeStepSeconds, promptStepSeconds, stepWithoutSeconds, prefillSeconds, chunks } = stepsAt(
    system,
    decoding,
    chunkOf(demand, decoding, system.gatherSteps),
  );
  const serviceSeconds = promptService(system, Math.max(1, decoding), stepWithoutSeconds);
  const fullChunks = promptSteps.fullChunks(demand);
  const steps = {
    decodeStepSeconds,
    promptStepSeconds,
    fullStepSeconds: promptSteps.fullStepSeconds({ serviceSeconds, fullChunks }),
    chunks,
    fullChunks,
    promptsAlone,
    lonePromptSeconds: 0,
  };
  const others = active - 1;
  const busy = Math.min(1, (decoding * others) / active);
  const ahead = Math.max(0, active * costs.heldUpRanks - 1);
  const betweenSeconds = promptSteps.betweenTokensSeconds(steps, (ahead * decoding) / active / decodeSteps(demand));
  const answerSeconds = decodeSteps(demand) * betweenSeconds;
  const ownStepSeconds = promptStepSeconds;
  const underWaySeconds = stepUnderWaySeconds({ stepSeconds: betweenSeconds, decodeStepSeconds, ownStepSeconds });
  const ownSeconds = Math.max(1, chunks) * ownStepSeconds + residualSeconds({ stepSeconds: underWaySeconds, busy });
  // A prompt waits for whole steps of others', of which those decoding beside them are a part.
  const stepsSeconds = chunks * promptStepSeconds;
  const promptLoad = Math.min(fullestPrompts, (ahead * stepsSeconds) / (answerSeconds + ownSeconds));
  const crowded = (stepsSeconds * users.crowding * promptLoad) / 2 / (1 - poleShare * promptLoad);
  // Each user's prompt takes its part of full steps, so that no round of all users is shorter than those.
  const least = active * serviceSeconds - answerSeconds - ownSeconds;
  const waitSeconds = Math.max(Math.min(crowded, (stepsSeconds * others * promptLoad) / 2), least);
  // Those who come all at once fill the steps.
  const startSeconds = (users.startShare * serviceSeconds * others) / 2;
  const gathering = gatherSeconds({
    steps: system.gatherSteps ?? 0,
    atIntervals: promptsAlone > 0,
    stepSeconds: busy * decodeStepSeconds,
    arrivalsPerStep: (decoding * costs.ranks) / decodeSteps(demand),
  });
  const takingIn =
    costs.hostSecondsPerRequest + (demand.promptTokens + demand.cachedTokens) * costs.hostSecondsPerPromptToken;
  return {
    steps,
    underWaySeconds,
    prefillSeconds,
    betweenSeconds,
    ownSeconds,
    promptLoad,
    waitSeconds,
    startSeconds,
    answerSeconds,
    firstSeconds: takingIn + gathering + ownSeconds + waitSeconds + startSeconds,
  };
}

/**
 * So many users, each sending again when answered: those in flight decode, or wait for their first token, as long as
 * either takes. Users beyond the places wait for one. Range: users ≥ 1.
 */
export function closedMoment(system: System, users: number, how: Users): Closed {
  const active = Math.max(1, Math.min(users, system.mostSequences));
  const share = ({ answerSeconds, firstSeconds }: Turn): number => answerSeconds / (answerSeconds + firstSeconds);
  const decoding = largestWithin(
    almostNone * active,
    active,
    (decoding) => decoding - active * share(turnAt(system, active, decoding, how)),
    balancedWithin,
  );
  const last = turnAt(system, active, decoding, how);
  const cycleSeconds = last.answerSeconds + last.firstSeconds;
  const queueSeconds = Math.max(0, users / active - 1) * cycleSeconds;
  return { moment: momentOf(system, last, active / cycleSeconds), queueSeconds, startSeconds: last.startSeconds };
}

function momentOf({ costs, demand }: System, turn: Turn, requestsPerSecond: number): Busy {
  const { steps, prefillSeconds, betweenSeconds, promptLoad, waitSeconds } = turn;
  const { decodeStepSeconds, promptStepSeconds, fullStepSeconds, chunks, promptsAlone } = steps;
  const decoding = requestsPerSecond * turn.answerSeconds;
  const perStep = tokensPerStep(demand);
  const mean = betweenSeconds / perStep;
  const busier = Math.max(1, decoding) + Math.sqrt(decoding);
  return {
    decoding,
    requestsPerSecond,
    decodeStepSeconds,
    chunkStepSeconds: promptStepSeconds,
    chunks,
    prefillSeconds,
    promptWaitSeconds: waitSeconds,
    slotWaitSeconds: 0,
    tpot: {
      mean,
      spread: spread.tokenSpread({
        tpotSeconds: mean,
        tokensPerStep: perStep,
        decodeStepSeconds,
        busierStepSeconds: stepTime(costs, batchOf(demand, busier, 0)),
        anotherPromptSeconds: promptSteps.anotherPromptAt(steps, prefillSeconds, betweenSeconds),
        fullStepSeconds,
        promptsAlone,
        requestsPerSecond,
        promptsBehind: 0,
        decodeSteps: decodeSteps(demand),
        promptVariation: demand.promptVariation,
      }),
    },
    ttft: {
      mean: turn.firstSeconds - turn.startSeconds,
      spread: spread.firstTokenSpread({
        promptWaitSeconds: waitSeconds,
        slotWaitSeconds: 0,
        promptSeconds: turn.ownSeconds,
        promptVariation: demand.promptVariation,
        stepSeconds: turn.underWaySeconds,
        promptLoad,
        utilisation: 0,
      }),
    },
  };
}
