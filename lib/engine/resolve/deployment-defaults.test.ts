import { expect, test } from "vitest";
import { loadReferenceData } from "@/lib/catalogue/load";
import { resolveAccelerator } from "./accelerator";
import { defaultBatchedTokens } from "./deployment-defaults";

const reference = await loadReferenceData();

/** SGLang 0.5, server_args.py: by the memory that the driver reports, 35, 60 and 160 GiB. */
test.each([
  ["nvidia-rtx-4090", 2048],
  ["nvidia-l40s", 4096],
  ["nvidia-h100-sxm", 8192],
  ["nvidia-h200-sxm", 8192],
  ["nvidia-b200-sxm", 16_384],
  ["amd-mi300x", 16_384],
])("SGLang works on as much of a prompt at once as %s has memory for: %d tokens", (id, tokens) => {
  const found = resolveAccelerator(id, reference);
  if (!found.ok) throw new Error(found.message);
  expect(defaultBatchedTokens("sglang", found.value).value).toBe(tokens);
});
