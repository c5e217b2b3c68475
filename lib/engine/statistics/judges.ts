import { formula } from "../figure";
import { sources } from "../sources";

/** Several people who judge the same thing, of answers or of examples. */

/** Judges err independently. An even split is decided by a coin. */
export const majorityAccuracy = formula(
  {
    id: "statistics.majorityAccuracy",
    title: "How often the majority of judges is right",
    unit: "share",
    reads: "P(more than half of r judges are right) + half of P(an even split), each right with the same chance",
    source: sources.condorcet,
    example: {
      of: "3 judges, each right 8 times in 10",
      given: { judges: 3, accuracy: 0.8 },
      gives: 0.896,
      within: 1e-12,
    },
  },
  ({ judges, accuracy }: { judges: number; accuracy: number }) => {
    let sum = 0;
    let choose = 1;
    for (let right = 0; right <= judges; right += 1) {
      const chance = choose * accuracy ** right * (1 - accuracy) ** (judges - right);
      if (2 * right > judges) sum += chance;
      else if (2 * right === judges) sum += chance / 2;
      choose = (choose * (judges - right)) / (right + 1);
    }
    return sum;
  },
);

export const disagreementShare = formula(
  {
    id: "statistics.disagreementShare",
    title: "Share on which judges differ",
    unit: "share",
    reads: "1 − accuracy^r − (1 − accuracy)^r: neither all right nor all wrong",
    source: "definition",
    example: {
      of: "2 judges, each right 9 times in 10",
      given: { judges: 2, accuracy: 0.9 },
      gives: 0.18,
      within: 1e-12,
    },
  },
  ({ judges, accuracy }: { judges: number; accuracy: number }) =>
    Math.max(0, 1 - accuracy ** judges - (1 - accuracy) ** judges),
);
