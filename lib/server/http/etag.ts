import { type Answer, answer, refuse } from "../refusal";

/** Versions as entity tags: `"v7"`. Weak ones are accepted, as proxies that compress weaken a tag on the way. */
export const etag = (version: number): string => `"v${version}"`;

const pattern = /^(?:W\/)?"v(\d{1,9})"$/;

/** The version a client says its change is based on. */
export function ifMatch(request: Request): Answer<number> {
  const header = request.headers.get("if-match");
  if (header === null) {
    return refuse(
      "VERSION_REQUIRED",
      'the header If-Match is missing: send the ETag of what you changed, such as "v3"',
    );
  }
  const version = pattern.exec(header.trim())?.[1];
  if (version === undefined) {
    return refuse("INVALID_INPUT", `the header If-Match is ${header.slice(0, 60)}: must be one ETag such as "v3"`, {
      path: "If-Match",
    });
  }
  return answer(Number(version));
}
