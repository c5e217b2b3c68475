import { describe, expect, test } from "vitest";
import type { Architecture } from "@/lib/contract/catalogue";
import { hostingReference } from "../testing/hosting";
import { classics, type PublishedConfig } from "../testing/published-configs";
import { memoryKind } from "../kinds/memory";
import { memoryRequestSchema } from "@/lib/contract/request";
import { resolveModel } from "./model-config";

const reference = hostingReference();
const all: PublishedConfig[] = [...classics];

function read(config: Record<string, unknown>) {
  const model = resolveModel({ config: config as never }, reference);
  if (!model.ok) throw new Error(model.message);
  return model.value;
}

describe.each(all)("$name", ({ config, total, active, activeWithout, kvBytesPerToken, stateBytes }) => {
  const model = read(config);

  test("has the published parameters within 1 %", () => {
    console.log(((model.parameters.value / total - 1) * 100).toFixed(2), model.parameters.value, model.notes);
    expect(Math.abs(model.parameters.value / total - 1)).toBeLessThanOrEqual(0.01);
  });
});
