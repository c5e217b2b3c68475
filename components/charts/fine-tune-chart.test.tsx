import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { FineTune } from "@/lib/contract/result";
import { FineTuneChart, fineTuneTitle, shownChoices } from "./fine-tune-chart";

const choice = (accelerators: number, sharding: string, peakGib: number): FineTune["choices"][number] => ({
  accelerators,
  sharding,
  checkpointing: "full",
  peakGib,
  usableGib: 80,
  fits: peakGib <= 80,
  hours: 6 / accelerators,
  acceleratorHours: 6,
  components: [
    { id: "weights", label: "Weights", gib: peakGib / 4 },
    { id: "activations", label: "Activations", gib: (3 * peakGib) / 4 },
  ],
});
const fineTune: FineTune = {
  method: "full",
  choices: [choice(1, "none", 200), choice(2, "fsdp", 90), choice(4, "none", 200), choice(4, "fsdp", 60)],
  cheapest: 3,
};

describe("A fine-tune's chart", () => {
  test("names the cheapest that fits, with its time", () => {
    expect(fineTuneTitle(fineTune)).toBe(
      "Cheapest here that fits: 4 accelerators, weights divided, layers recomputed, 1.5 h",
    );
    expect(fineTuneTitle({ ...fineTune, cheapest: null })).toContain("does not fit");
  });

  test("draws one accelerator and as many as the cheapest takes", () => {
    expect(shownChoices(fineTune).map(({ accelerators }) => accelerators)).toEqual([1, 4, 4]);
  });

  test("says each part of each bar, and which does not fit", () => {
    const markup = renderToStaticMarkup(<FineTuneChart fineTune={fineTune} />);
    expect(markup).toContain(
      "4 accelerators, weights divided, layers recomputed: Weights 15 GiB, Activations 45 GiB; usable 80 GiB",
    );
    expect(markup.match(/does not fit/g)).toHaveLength(2);
  });

  test("shows results kept before parts were told apart by their peak", () => {
    const old = { ...fineTune, choices: fineTune.choices.map(({ components: _, ...rest }) => rest) };
    expect(renderToStaticMarkup(<FineTuneChart fineTune={old} />)).toContain("Peak 60 GiB; usable 80 GiB");
  });
});
