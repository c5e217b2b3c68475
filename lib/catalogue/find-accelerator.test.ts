import { describe, expect, test } from "vitest";
import { acceleratorFinder } from "./find-accelerator";
import { offerFinder } from "./find-offer";
import { readTables } from "./tables";

const { accelerators, offers } = readTables();
const findAccelerator = acceleratorFinder(accelerators);
const findOffer = offerFinder(offers);

describe("an accelerator", () => {
  test("is found under its id and its name in any case", () => {
    for (const { id, name } of accelerators) {
      expect(findAccelerator(id.toUpperCase())).toMatchObject({ ok: true, value: { id } });
      expect(findAccelerator(name)).toMatchObject({ ok: true, value: { id } });
    }
  });

  test.each([
    ["h100", "nvidia-h100-sxm"],
    ["H100 SXM", "nvidia-h100-sxm"],
    ["NVIDIA H100 80GB HBM3", "nvidia-h100-sxm"],
    ["NVIDIA H100-SXM5-80GB", "nvidia-h100-sxm"],
    ["NVIDIA H100 PCIe", "nvidia-h100-pcie"],
    ["NVIDIA H100 NVL", "nvidia-h100-nvl"],
    ["a100-80gb", "nvidia-a100-sxm4-80gb"],
    ["NVIDIA A100-SXM4-40GB", "nvidia-a100-sxm4-40gb"],
    ["NVIDIA A100 80GB PCIe", "nvidia-a100-pcie-80gb"],
    ["NVIDIA Blackwell GPU (B200-SXM-180GB)", "nvidia-b200-sxm"],
    ["H200", "nvidia-h200-sxm"],
    ["GB200", "nvidia-gb200-nvl72"],
    ["mi300x", "amd-mi300x"],
    ["AMD Instinct MI 300X", "amd-mi300x"],
    ["rtx 4090", "nvidia-rtx-4090"],
    ["RTX4090", "nvidia-rtx-4090"],
    ["A6000", "nvidia-rtx-a6000"],
    ["L40", "nvidia-l40"],
    ["L40S", "nvidia-l40s"],
    ["A10", "nvidia-a10"],
    ["A10G 24GB", "nvidia-a10g"],
    ["Tesla T4", "nvidia-t4"],
    ["Intel(R) Gaudi(R) 2 AI Accelerator", "intel-gaudi2"],
    ["v5e", "google-tpu-v5e"],
    ["TPU-trillium", "google-tpu-v6e"],
    ["dgx spark", "nvidia-gb10"],
  ])("is found by the name people use: %s", (name, id) => {
    expect(findAccelerator(name)).toMatchObject({ ok: true, value: { id } });
  });

  test.each(["a100", "V100", "RTX PRO 6000", "GH200"])(
    "is not guessed where memory or kind is left open: %s",
    (name) => {
      expect(findAccelerator(name)).toMatchObject({
        ok: false,
        code: "UNKNOWN_ACCELERATOR",
        message: expect.stringContaining("which may be any of"),
      });
    },
  );

  test.each([
    ["NVIDIA H100 96GB HBM2e", '"nvidia-h100'],
    ["AMD MI308X 192GB", '"amd-mi300x"'],
    ["nvidia-h100-sxn", '"nvidia-h100-sxm"'],
    ["rtx 4080", '"nvidia-rtx-4090"'],
  ])("that is unknown is answered with what is near: %s", (name, near) => {
    expect(findAccelerator(name)).toMatchObject({ ok: false, message: expect.stringContaining(near) });
  });
});

describe("an offer", () => {
  test("is found by its id, and without provider or region where only one answers", () => {
    expect(findOffer("AWS/p5.48xlarge@us-east-1")).toMatchObject({ ok: true });
    expect(findOffer("p5.48xlarge")).toMatchObject({ ok: true, value: { id: "aws/p5.48xlarge@us-east-1" } });
    expect(findOffer("gcp/tpu-v6e-chip-hour")).toMatchObject({ ok: false, code: "UNKNOWN_OFFER" });
  });

  test("that is misspelt is answered with the nearest first", () => {
    expect(findOffer("aws/p5.48xlage@us-east-1")).toMatchObject({
      message: expect.stringContaining('the nearest are "aws/p5.48xlarge@us-east-1"'),
    });
  });
});
