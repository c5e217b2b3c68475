/** Whether the server and its database answer, shared by everything on the page. */

export type Connection = "fine" | "away" | "back";

let state: Connection = "fine";
const listeners = new Set<() => void>();

function become(next: Connection): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}

export const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const readConnection = (): Connection => state;

/** A request found no server, or a server without its database. */
export const reportAway = (): void => become("away");
export const reportBack = (): void => become("back");
export const reportFine = (): void => become("fine");
