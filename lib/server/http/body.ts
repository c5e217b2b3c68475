import type { z } from "zod";
import { failureFromIssue } from "@/lib/contract/errors";
import { type Answer, answer, type Refusal, refuse } from "../refusal";
import { faultIn } from "./json-faults";

/** Largest body accepted: a scenario is about 10 kB, a model's `config.json` about 100 kB. */
const maximumBytes = 2 * 1024 * 1024;
const maximumErrors = 20;

const tooLarge = () => refuse("TOO_LARGE", "the body is over 2 MB: send at most 2,097,152 bytes");

/** The body as text, given up as soon as it exceeds the limit. */
async function readText(request: Request): Promise<Answer<string>> {
  if (Number(request.headers.get("content-length") ?? 0) > maximumBytes) return tooLarge();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maximumBytes) return tooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return answer(text + decoder.decode());
}

export const mediaType = (request: Request): string =>
  (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/** The body as JSON. Other content types are refused, which also keeps plain HTML forms of other sites out. */
export async function readJson(request: Request, accepted = ["application/json"]): Promise<Answer<unknown>> {
  const type = mediaType(request);
  if (!accepted.includes(type)) {
    const given = type === "" ? "missing" : `\`${type}\``;
    return refuse("UNSUPPORTED_MEDIA_TYPE", `the content type is ${given}: must be ${accepted.join(" or ")}`, {
      headers: { accept: accepted.join(", ") },
    });
  }
  const text = await readText(request);
  if (!text.ok) return text;
  let value: unknown;
  try {
    value = JSON.parse(text.value);
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : "not JSON";
    return refuse("MALFORMED_JSON", text.value === "" ? "the body is empty: must be JSON" : `not valid JSON: ${why}`);
  }
  const fault = faultIn(value);
  return fault ? refuse("INVALID_INPUT", fault.message, { path: fault.path }) : answer(value);
}

/** Everything a schema finds wrong with an input, the first in front. */
export function refusalFromZod(error: z.core.$ZodError, input: unknown): Refusal {
  const errors = error.issues
    .slice(0, maximumErrors)
    .map((issue) => failureFromIssue(issue, input))
    .map(({ code, message, path }) => ({ code, message, ...(path !== undefined && { path }) }));
  const first = errors[0] ?? { code: "INVALID_INPUT" as const, message: "the request is not valid" };
  return refuse(first.code, first.message, { ...("path" in first && { path: first.path }), errors });
}

export function check<S extends z.ZodType>(schema: S, input: unknown): Answer<z.infer<S>> {
  const parsed = schema.safeParse(input);
  return parsed.success ? answer(parsed.data) : refusalFromZod(parsed.error, input);
}

export async function readBody<S extends z.ZodType>(request: Request, schema: S): Promise<Answer<z.infer<S>>> {
  const json = await readJson(request);
  return json.ok ? check(schema, json.value) : json;
}

/** As readBody, for a POST whose fields may all be left out: no body and no content type mean none was given. */
export async function readOptionalBody<S extends z.ZodType>(request: Request, schema: S): Promise<Answer<z.infer<S>>> {
  const { headers } = request;
  const empty = Number(headers.get("content-length") ?? 0) === 0 && headers.get("transfer-encoding") === null;
  return empty && headers.get("content-type") === null ? check(schema, {}) : readBody(request, schema);
}

/** The query string against a schema; a name given twice or unknown is an error, as it is in a body. */
export function readQuery<S extends z.ZodType>(request: Request, schema: S): Answer<z.infer<S>> {
  const given: Record<string, string> = {};
  for (const [name, value] of new URL(request.url).searchParams) {
    if (Object.hasOwn(given, name)) {
      return refuse("INVALID_INPUT", `\`${name}\` is given twice: give it once`, { path: name });
    }
    const fault = faultIn(value, [name]);
    if (fault) return refuse("INVALID_INPUT", fault.message, { path: fault.path });
    given[name] = value;
  }
  return check(schema, given);
}
