import { derive, type Figure, given } from "../figure";
import type { ResolvedAccelerator } from "../resolve/accelerator";
import type { Deployment } from "../resolve/deployment";
import { usableBesideDriver, usableFromNameplate } from "./pool";

/** Share of nameplate capacity that drivers leave, where a part's own figure is not published. */
function usableShare({ accelerator }: ResolvedAccelerator): Figure<number> {
  const { vendor, memoryType } = accelerator;
  const [value, note] = memoryType.includes("unified")
    ? [0.75, "Systems with unified memory give the graphics part about three quarters by default."]
    : vendor === "NVIDIA" || vendor === ""
      ? [0.985, "Drivers of NVIDIA parts report 98 to 99 % of nameplate: H100 79.2 of 80 GiB, RTX 4090 23.55 of 24."]
      : [0.98, "Our assumption for vendors other than NVIDIA; few logs are published."];
  return given(value, { kind: "default", label: "Usable share", unit: "share", path: "assumptions.usableShare", note });
}

/** Memory a driver reports; a published figure, else the nameplate less a stated share. */
function reported(resolved: ResolvedAccelerator): Figure<number> {
  const { accelerator, fact } = resolved;
  const nameplate = fact(accelerator.memoryBytes, "memoryBytes", "Nameplate memory", "B");
  const known = accelerator.usableMemoryBytes;
  if (known !== null && known < accelerator.memoryBytes) {
    return fact(known, "usableMemoryBytes", "Usable memory", "B");
  }
  return derive(usableFromNameplate, { memoryBytes: nameplate, usableShare: usableShare(resolved) });
}

/** What an engine can use; Transformers cannot allocate what the driver keeps for its context. */
export function composeUsable({ accelerator, engine }: Deployment): Figure<number> {
  const usableBytes = reported(accelerator);
  return engine === "transformers" ? derive(usableBesideDriver, { usableBytes }) : usableBytes;
}
