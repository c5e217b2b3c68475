import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trainingConstants } from "./constants";
import { partIds, trainingMemory } from "./memory";
import type { Settings } from "./settings";
import { planFor, shapes } from "./testing/shapes";
import { trainingSpeed } from "./time";

const { memory, time } = trainingConstants;
const models = fc.constantFrom(shapes.llama7, shapes.llama13, shapes.llama65, shapes.llama3of8, shapes.llama32of3);
const settings: fc.Arbitrary<Partial<Settings>> = fc.record({
  method: fc.constantFrom("pretrain", "full", "lora", "qlora", "dora"),
  optimizer: fc.constantFrom("adamw", "adamw8bit", "adafactor", "sgd"),
  precision: fc.constantFrom("bf16", "fp16", "fp32", "fp8"),
  sharding: fc.constantFrom("none", "zero1", "zero2", "zero3", "fsdp", "hsdp"),
  offload: fc.constantFrom("none", "optimizer", "all"),
  checkpointing: fc.constantFrom("none", "selective", "full"),
  flashAttention: fc.boolean(),
  fusedCrossEntropy: fc.boolean(),
  optimizerInBackward: fc.boolean(),
  seqLen: fc.integer({ min: 16, max: 32_768 }),
  microBatch: fc.integer({ min: 1, max: 16 }),
  count: fc.constantFrom(1, 2, 8, 64),
});
type Shape = (typeof shapes)["llama7"];
const need = (shape: Shape, asked: Partial<Settings>) => trainingMemory(shape, planFor(shape, asked), memory);
const device = {
  family: "hopper" as const,
  bf16FlopsPerSecond: 989.4e12,
  fp8FlopsPerSecond: 1979e12,
  memoryBytesPerSecond: 3.35e12,
  linkBytesPerSecond: 450e9,
  hostLinkBytesPerSecond: 64e9,
};
const speed = (shape: Shape, asked: Partial<Settings>) => trainingSpeed(shape, planFor(shape, asked), device, time);
/** Rounding of floating point. */
const close = 1 + 1e-9;
const holds = (property: (shape: Shape, asked: Partial<Settings>) => void) =>
  fc.assert(fc.property(models, settings, property));

describe("Memory of training", () => {
  test("parts add up to what is reserved, and none is below zero", () => {
    holds((shape, asked) => {
      const { parts, reservedBytes, allocatedBytes, deviceBytes } = need(shape, asked);
      const sum = partIds.reduce((total, id) => total + parts[id], 0);
      expect(Math.abs(sum / reservedBytes - 1)).toBeLessThan(1e-9);
      for (const id of partIds) expect(parts[id]).toBeGreaterThanOrEqual(0);
      expect(allocatedBytes).toBeLessThan(reservedBytes);
      expect(reservedBytes).toBeLessThan(deviceBytes);
    });
  });

  test("more devices to divide over never take more on each", () => {
    holds((shape, asked) => {
      const over = (count: number) => need(shape, { ...asked, count }).reservedBytes;
      // On one device nothing is gathered, and 16-bit training keeps no 32-bit copy: it starts at two.
      expect(over(64)).toBeLessThanOrEqual(over(8) * close);
      expect(over(8)).toBeLessThanOrEqual(over(2) * close);
    });
  });

  test("each stage of ZeRO takes no more than the one before", () => {
    fc.assert(
      fc.property(models, settings, fc.constantFrom(4, 8, 64), (shape, asked, count) => {
        const at = (sharding: Settings["sharding"]) =>
          need(shape, { ...asked, offload: "none", method: "full", count, sharding }).reservedBytes;
        expect(at("zero3")).toBeLessThanOrEqual(at("zero2") * close);
        expect(at("zero2")).toBeLessThanOrEqual(at("zero1") * close);
        expect(at("zero1")).toBeLessThanOrEqual(at("none") * close);
      }),
    );
  });

  test("longer sequences and larger batches never take less", () => {
    holds((shape, asked) => {
      const { seqLen = 16, microBatch = 1 } = asked;
      const here = need(shape, asked).reservedBytes;
      expect(need(shape, { ...asked, seqLen: seqLen + 1000 }).reservedBytes).toBeGreaterThanOrEqual(here);
      expect(need(shape, { ...asked, microBatch: microBatch + 1 }).reservedBytes).toBeGreaterThanOrEqual(here);
    });
  });

  test("recomputing more takes no more memory", () => {
    holds((shape, asked) => {
      const at = (checkpointing: Settings["checkpointing"]) => need(shape, { ...asked, checkpointing }).reservedBytes;
      expect(at("full")).toBeLessThanOrEqual(at("selective") * close);
      expect(at("selective")).toBeLessThanOrEqual(at("none") * close);
    });
  });

  test("what is kept on the host is not on the device", () => {
    holds((shape, asked) => {
      const at = (offload: Settings["offload"]) => need(shape, { ...asked, offload, sharding: "zero3" }).reservedBytes;
      expect(at("optimizer")).toBeLessThanOrEqual(at("none") * close);
      expect(at("all")).toBeLessThanOrEqual(at("optimizer") * close);
    });
  });

  test("adapters take less than all weights, and a 4-bit base less than a 16-bit one where layers are recomputed", () => {
    fc.assert(
      fc.property(models, fc.integer({ min: 16, max: 2048 }), (shape, seqLen) => {
        const at = (method: Settings["method"]) => need(shape, { method, seqLen, checkpointing: "full" }).reservedBytes;
        expect(at("lora")).toBeLessThan(at("full"));
        expect(at("qlora")).toBeLessThan(at("lora"));
        expect(at("dora")).toBeGreaterThan(at("lora"));
      }),
    );
  });

  test("flash attention, a fused loss and smaller optimizers save", () => {
    holds((shape, asked) => {
      const at = (change: Partial<Settings>) => need(shape, { ...asked, ...change }).reservedBytes;
      expect(at({ flashAttention: true })).toBeLessThanOrEqual(at({ flashAttention: false }) * close);
      expect(at({ fusedCrossEntropy: true })).toBeLessThanOrEqual(at({ fusedCrossEntropy: false }) * close);
      expect(at({ optimizer: "adamw8bit" })).toBeLessThanOrEqual(at({ optimizer: "adamw" }) * close);
      expect(at({ optimizer: "sgd" })).toBeLessThanOrEqual(at({ optimizer: "adafactor" }) * close);
    });
  });
});

describe("Speed of training", () => {
  test("recomputing more is slower, except where a launch or a link is what is waited for", () => {
    fc.assert(
      fc.property(models, fc.constantFrom("full", "lora", "qlora"), (shape, method) => {
        const at = (checkpointing: Settings["checkpointing"]) =>
          speed(shape, { method, checkpointing, seqLen: 4096, microBatch: 4 }).tokensPerSecond;
        expect(at("full")).toBeLessThan(at("selective"));
        expect(at("selective")).toBeLessThan(at("none"));
      }),
    );
  });

  test("keeping states on the host is slower", () => {
    holds((shape, asked) => {
      const at = (offload: Settings["offload"]) => speed(shape, { ...asked, offload }).tokensPerSecond;
      expect(at("optimizer")).toBeLessThan(at("none"));
      expect(at("all")).toBeLessThan(at("optimizer"));
    });
  });

  test("more devices give more in all, and never more each, at the same micro-batch", () => {
    holds((shape, asked) => {
      const { microBatch = 1 } = asked;
      const at = (count: number) => speed(shape, { ...asked, count, globalBatch: microBatch * 64 });
      expect(at(8).tokensPerSecond).toBeGreaterThan(at(2).tokensPerSecond);
      expect(at(8).tokensPerSecondPerAccelerator).toBeGreaterThan(0);
    });
  });

  test("no run does more arithmetic than its peak", () => {
    holds((shape, asked) => {
      expect(speed(shape, asked).mfu).toBeLessThan(asked.precision === "fp8" ? 2 : 1);
    });
  });
});
