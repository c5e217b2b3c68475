import type { Accelerator } from "@/lib/contract/catalogue";
import { familyOf } from "./constants";
import type { Device } from "./time";

const usualMachine = 8;
/** Where nothing is published of a link: PCIe of the fourth generation. */
const usualLinkBytesPerSecond = 25e9;
/** Between machines, for each accelerator: 400 Gbit/s. */
const networkBytesPerSecond = 50e9;
/** Kept free by a driver where a usable figure is not published. */
const usableShare = 0.985;

/** Accelerators between which links of a machine run. */
export const machineOf = ({ scaleUp }: Accelerator): number => Math.max(scaleUp.domain, usualMachine);

export const usableBytesOf = ({ usableMemoryBytes, memoryBytes }: Accelerator): number =>
  usableMemoryBytes ?? memoryBytes * usableShare;

/**
 * Above a machine's accelerators traffic crosses the network between machines as well. Rings run through all of a
 * machine's network links at once, so that its accelerators' links add up. Null: no 16-bit rate is published.
 */
export function deviceOf(accelerator: Accelerator, count: number): Device | null {
  const { id, name, peakFlopsPerSecond, memoryBytesPerSecond, scaleUp, hostLink } = accelerator;
  const rate = peakFlopsPerSecond.bf16 ?? peakFlopsPerSecond.fp32;
  if (rate === null) return null;
  const within = scaleUp.bytesPerSecondPerDirection || usualLinkBytesPerSecond;
  const machine = machineOf(accelerator);
  return {
    family: familyOf(id === "described" ? name.toLowerCase() : id),
    bf16FlopsPerSecond: rate,
    fp8FlopsPerSecond: peakFlopsPerSecond.fp8,
    memoryBytesPerSecond,
    linkBytesPerSecond: count > machine ? Math.min(within, networkBytesPerSecond * machine) : within,
    hostLinkBytesPerSecond: hostLink.bytesPerSecondPerDirection,
  };
}
