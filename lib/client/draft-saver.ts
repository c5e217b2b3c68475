import type { StoredScenario } from "@/lib/contract/http-scenarios";
import type { Scenario } from "@/lib/contract/scenario";
import { RequestError } from "./request";

/** How saving stands. "waiting": the server is away, and the draft is kept and tried again. */
export type SaveState =
  | { kind: "saved"; version: number }
  | { kind: "saving" }
  | { kind: "waiting"; error: RequestError }
  | { kind: "refused"; error: RequestError }
  | { kind: "conflict"; mine: Scenario; current: StoredScenario };

export type SendDraft = (draft: Scenario, version: number, leaving: boolean) => Promise<StoredScenario>;

const conflictOf = (error: unknown): StoredScenario | undefined =>
  error instanceof RequestError && error.code === "VERSION_CONFLICT"
    ? (error.problem?.current as StoredScenario | undefined)
    : undefined;

/**
 * Saves a draft that keeps changing: one request at a time, always the latest state, each based on the version the
 * server acknowledged last. Nothing typed is dropped: a draft that could not be sent stays until it is saved, or until
 * a person decides a conflict.
 */
export class DraftSaver {
  private state: SaveState;
  private pending: Scenario | undefined;
  private sending = false;
  private attempts = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private version: number,
    private readonly send: SendDraft,
    private readonly onSaved: (stored: StoredScenario) => void = () => {},
    private readonly settleMs = 400,
  ) {
    this.state = { kind: "saved", version };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly read = (): SaveState => this.state;

  /** Takes the document as it now stands; it is sent once typing pauses. */
  save(draft: Scenario): void {
    this.pending = draft;
    if (this.state.kind === "conflict") {
      this.become({ ...this.state, mine: draft });
      return;
    }
    this.become({ kind: "saving" });
    this.later(this.settleMs);
  }

  /** Sends at once, for leaving the page or pressing save. */
  async flush(leaving = false): Promise<void> {
    clearTimeout(this.timer);
    if (this.sending || this.pending === undefined || this.state.kind === "conflict") return;
    const draft = this.pending;
    this.pending = undefined;
    this.sending = true;
    try {
      this.succeeded(await this.send(draft, this.version, leaving));
    } catch (error) {
      this.failed(draft, error);
    } finally {
      this.sending = false;
    }
    if (this.pending !== undefined && this.state.kind === "saving") this.later(0);
  }

  /** Ends a conflict: "mine" saves the draft over the other's, "theirs" drops it. */
  resolve(choice: "mine" | "theirs"): void {
    if (this.state.kind !== "conflict") return;
    const { mine, current } = this.state;
    this.version = current.version;
    this.pending = undefined;
    this.become({ kind: "saved", version: current.version });
    this.onSaved(current);
    if (choice === "mine") this.save(mine);
  }

  /** Another change made here (archiving, say) has moved the version on. */
  rebase(version: number): void {
    if (version <= this.version) return;
    this.version = version;
    if (this.state.kind === "saved") this.become({ kind: "saved", version });
  }

  private succeeded(stored: StoredScenario): void {
    this.version = stored.version;
    this.attempts = 0;
    this.onSaved(stored);
    if (this.pending === undefined) this.become({ kind: "saved", version: stored.version });
  }

  private failed(draft: Scenario, cause: unknown): void {
    const latest = this.pending ?? draft;
    const current = conflictOf(cause);
    if (current && JSON.stringify(current.document) === JSON.stringify(latest)) {
      // Our own save, whose answer never came (sent while the page was left, say): both sides agree.
      this.pending = undefined;
      this.succeeded(current);
      return;
    }
    if (current) {
      this.pending = latest;
      this.become({ kind: "conflict", mine: latest, current });
      return;
    }
    const error = cause instanceof RequestError ? cause : new RequestError(0, "OFFLINE", "The save was interrupted.");
    if (error.passing) {
      this.pending = latest;
      this.become({ kind: "waiting", error });
      this.later(Math.min(500 * 2 ** this.attempts++, 5_000));
    } else if (this.pending === undefined) {
      this.become({ kind: "refused", error });
    }
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), milliseconds);
  }

  private become(state: SaveState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
