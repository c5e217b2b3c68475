import { z } from "zod";

const n = z.number();

/** Memory of one accelerator of a replica. */
export const memoryResultSchema = z.strictObject({
  weightsBytes: n,
  weightsTotalBytes: n,
  kvBytesPerToken: n,
  statePerSequenceBytes: n,
  kvPoolBytes: n,
  kvPoolTokens: n,
  maxConcurrencyAtMaxModelLen: n,
  activationBytes: n,
  runtimeBytes: n,
  cudaGraphBytes: n,
  kvForLoadBytes: n,
  totalForLoadBytes: n,
  usableBytes: n,
  fits: z.boolean(),
  components: z.array(z.strictObject({ id: z.string(), label: z.string(), bytes: n })),
});
export type MemoryResult = z.infer<typeof memoryResultSchema>;
