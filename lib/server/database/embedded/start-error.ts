/** Something the person who starts the app can put right; the message says how, and is shown without a stack. */
export class StartError extends Error {
  override name = "StartError";
}
