import { describe, expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import { barResults } from "../bars";
import { kvOf, weightsOf } from "./reading";
import { type MemoryRow, readMemoryRows } from "./rows";
import { scoredMemory } from "./score";

const reference = await loadReferenceData();
const all = readMemoryRows();
const scored = scoredMemory(all, reference);

describe("rows about memory", () => {
  test("are each scored or left aside with a reason", () => {
    expect(scored.rows.length + scored.excluded.length).toBe(all.length);
  });

  const row = (given: Partial<MemoryRow>): MemoryRow => ({ ...(all[0] as MemoryRow), ...given });

  test("name their formats in many ways", () => {
    expect(weightsOf(row({ weight_dtype_or_quant: "GGUF Q4_K - Medium (4.852 bpw)" }))).toBe("q4_k_m");
    expect(weightsOf(row({ weight_dtype_or_quant: "fp8-dynamic" }))).toBe("fp8");
    expect(weightsOf(row({ weight_dtype_or_quant: "GPTQ-Int4" }))).toBe("gptq");
    expect(kvOf(row({ kv_dtype: "c^KV (q8_0), kv^T: not used" }))).toBe("q8_0");
    expect(kvOf(row({ kv_dtype: "K (iq4_nl), V (f16)" }))).toBeNull();
  });
});

describe("estimates of memory", () => {
  const bars = barResults(scored.rows).filter(({ rows }) => rows > 0);

  test.each(bars.filter(({ met }) => met !== null))("reach the bar for $metric: $title", ({ met, reached }) => {
    expect(met, `reached ${reached}`).toBe(true);
  });

  test("cover weights, cache, pool, concurrency and totals", () => {
    const metrics = new Set(bars.map(({ metric }) => metric));
    for (const metric of ["weightsGib", "kvBytesPerToken", "kvPoolGib", "maxConcurrency", "totalGib"]) {
      expect(metrics).toContain(metric);
    }
  });
});
