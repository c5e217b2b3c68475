import type { Accelerator } from "@/lib/contract/catalogue";
import type { Hardware } from "./facts";

/** NVIDIA supports confidential machines on Hopper and Blackwell of the data centre, and on none before. */
const withEnvironment = /^nvidia-(h\d|gh\d|b\d|gb[23]00|rtx-pro-6000-server)/;
const without = /^nvidia-(v100|t4|a\d|rtx-a\d|rtx-[34]0|rtx-6000-ada|l\d)/;

/** As far as their maker says; of other makers, and of parts for desks, nothing was read. */
export function isTrusted({ id }: Pick<Accelerator, "id">): Hardware["trusted"] {
  if (withEnvironment.test(id)) return "yes";
  return without.test(id) ? "no" : "unknown";
}
