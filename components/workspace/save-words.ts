import type { SaveState } from "@/lib/client/draft-saver";

/** How saving stands, in words. */
export function saveWords(state: SaveState): string {
  switch (state.kind) {
    case "saved":
      return "Saved";
    case "saving":
      return "Saving…";
    case "waiting":
      return "Waiting for the server – what you type is kept";
    case "refused":
      return `Not saved: ${state.error.message}`;
    case "conflict":
      return "Changed elsewhere – choose what to keep";
  }
}
