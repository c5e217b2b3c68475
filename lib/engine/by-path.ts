import type { PathId } from "@/lib/contract/scenario";

/** The same for every path, in the order in which they are shown. */
export const byPath = <T>(of: (id: PathId) => T): Record<PathId, T> => ({
  api: of("api"),
  selfHosted: of("selfHosted"),
  hybrid: of("hybrid"),
  people: of("people"),
});
