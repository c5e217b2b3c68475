const maximumDepth = 64;
/** Unpaired halves of a character: valid in JSON's grammar, refused by Postgres. */
const unpairedSurrogate = /\p{Surrogate}/u;

type Fault = { path: string; message: string };

const fault = (path: readonly string[], what: string): Fault => {
  const name = path.slice(0, 12).join(".");
  return { path: name, message: `${name === "" ? "the request" : `\`${name}\``} ${what}` };
};

const faultInText = (text: string, path: readonly string[]): Fault | undefined =>
  text.includes("\u0000") || unpairedSurrogate.test(text)
    ? fault(path, "holds a character that cannot be stored (NUL or half of a pair)")
    : undefined;

/**
 * What makes valid JSON unsafe to work on: nesting that would exhaust the stack, names that reach an object's
 * prototype, and text that the database cannot hold.
 */
export function faultIn(value: unknown, path: readonly string[] = []): Fault | undefined {
  if (typeof value === "string") return faultInText(value, path);
  if (typeof value !== "object" || value === null) return undefined;
  if (path.length >= maximumDepth) return fault(path, `is nested too deep: at most ${maximumDepth} levels`);
  for (const [key, child] of Object.entries(value)) {
    const at = [...path, key];
    if (key === "__proto__") return fault(path, "holds the name `__proto__`, which is not allowed");
    const found = faultInText(key, path) ?? faultIn(child, at);
    if (found) return found;
  }
  return undefined;
}
