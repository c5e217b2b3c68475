import { describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import { figuresOf } from "../resolve/document";
import { defaultCalibration } from "../serving/calibration/calibration";
import { composeReplica } from "../serving/compose";
import { roundDocument, roundScenario } from "../testing/scenario";

const reference = await loadReferenceData();
const acquisition = { ...roundDocument.paths.selfHosted.acquisition, offerId: "aws/p5.48xlarge@us-east-1" };
const replica = (tp: number | "auto", tpotSeconds: number) => {
  const scenario = roundScenario({
    requirements: { tpotSeconds },
    paths: { selfHosted: { model: "microsoft/phi-4", engine: "vllm", tp, acquisition } },
  });
  return composeReplica({ scenario: figuresOf(scenario, reference), reference, calibration: defaultCalibration });
};

describe("Phi-4, with 10 KV heads, on machines of eight", () => {
  test("is split over one or two where the plan leaves it open, never over four or eight", () => {
    // At the tightest target no load will do, and the largest split that can be is shown
    for (const tpotSeconds of [0.2, 0.01, 0.001]) {
      const outcome = replica("auto", tpotSeconds);
      if (!outcome.ok) throw new Error(outcome.message);
      expect([1, 2]).toContain(outcome.value.serving?.acceleratorsPerReplica.value);
    }
  });

  test("is refused over four, with the plan's field and what would do", () => {
    expect(replica(4, 0.2)).toMatchObject({
      ok: false,
      code: "INVALID_INPUT",
      path: "paths.selfHosted.tp",
      message: expect.stringContaining("10 KV heads or be a multiple of them (1, 2, 5, 10, 20 or 40)"),
    });
  });
});
