import type { SharedRevision } from "@/lib/contract/http-shares";
import { isDatabaseUnavailable } from "@/lib/server/database/client";
import { openShare } from "@/lib/server/shares/access";
import { countView } from "@/lib/server/shares/commands";
import { findSharedRevision } from "@/lib/server/shares/queries";

export type LoadedShare =
  | { kind: "open"; shared: SharedRevision }
  | { kind: "gone" }
  | { kind: "away"; message: string };

/** What a link opens; opening it counts as a view. */
export async function loadShared(token: string, headers: Headers): Promise<LoadedShare> {
  try {
    const opened = await openShare(token, headers);
    if (!opened.ok)
      return opened.code === "TOO_MANY_REQUESTS" ? { kind: "away", message: opened.message } : { kind: "gone" };
    const shared = await findSharedRevision(opened.value);
    if (!shared.ok) return { kind: "gone" };
    await countView(opened.value);
    return { kind: "open", shared: shared.value };
  } catch (error) {
    if (isDatabaseUnavailable(error)) return { kind: "away", message: "The database does not answer. Try again soon." };
    throw error;
  }
}
