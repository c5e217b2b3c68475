import { type Perspective, perspectives } from "@/lib/contract/scenario";
import { format } from "@/lib/format";

/** A perspective in a word or two. */
export const perspectiveName = (perspective: Perspective): string =>
  perspectives[perspective].split(":")[0] ?? perspective;

export const percent = (share: number): string => format(share, "share", { digits: 3 });
