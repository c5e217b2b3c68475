import type { Accelerator, Architecture } from "@/lib/contract/catalogue";
import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import type { Settings } from "./settings";

/** What cannot be run whatever it would take: null where nothing stands against it. */
export function checkedSettings(
  settings: Settings,
  { attentionHeads, layers }: Architecture,
  accelerator: Accelerator,
): Outcome<null> {
  const { count, tp = 1, pp = 1, microBatch, globalBatch, sharding = "none", offload = "none", precision } = settings;
  const invalid = (field: string, value: unknown, allowed: string) =>
    fail("INVALID_INPUT", `\`${field}\` is ${value}: ${allowed}`, field);
  const infeasible = (field: string, value: unknown, why: string) =>
    fail("INFEASIBLE", `\`${field}\` is ${value}: ${why}`, field);
  if (attentionHeads % tp !== 0) return invalid("tp", tp, `must divide the ${attentionHeads} attention heads`);
  if (pp > layers) return invalid("pp", pp, `must be at most the ${layers} layers`);
  if (count % (tp * pp) !== 0) return invalid("count", count, `must be a multiple of tp × pp (${tp * pp})`);
  const least = (microBatch * count) / (tp * pp);
  if (globalBatch !== undefined && globalBatch < least) {
    return invalid("globalBatch", globalBatch, `must be at least microBatch × count ÷ (tp × pp) (${least})`);
  }
  if (offload === "all" && (sharding === "zero1" || sharding === "zero2")) {
    return infeasible(
      "offload",
      '"all"',
      `${sharding} keeps weights whole on each accelerator; use zero3, fsdp or hsdp`,
    );
  }
  if (precision === "fp8" && accelerator.peakFlopsPerSecond.fp8 === null) {
    return infeasible("precision", '"fp8"', `no 8-bit rate of ${accelerator.id} is published; use bf16, fp16 or fp32`);
  }
  return succeed(null);
}
