import type { Problem, ProblemCode } from "@/lib/contract/http";
import type { Refusal } from "../refusal";

const kinds: Record<ProblemCode, { status: number; title: string }> = {
  INVALID_INPUT: { status: 422, title: "A value is not allowed" },
  UNKNOWN_MODEL: { status: 422, title: "The model is not in the catalogue" },
  UNKNOWN_ACCELERATOR: { status: 422, title: "The accelerator is not in the catalogue" },
  UNKNOWN_OFFER: { status: 422, title: "The offer is not in the catalogue" },
  UNKNOWN_PRICE: { status: 422, title: "No price is known" },
  DOES_NOT_FIT: { status: 422, title: "The model does not fit" },
  INFEASIBLE: { status: 422, title: "No plan meets the requirements" },
  MALFORMED_JSON: { status: 400, title: "The request is not readable" },
  TOO_LARGE: { status: 413, title: "The request is too large" },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: "The content type is not accepted" },
  FORBIDDEN: { status: 403, title: "Not allowed" },
  NOT_FOUND: { status: 404, title: "Not found" },
  GONE: { status: 410, title: "No longer available" },
  VERSION_REQUIRED: { status: 428, title: "The version is missing" },
  VERSION_CONFLICT: { status: 412, title: "Changed by someone else in the meantime" },
  TOO_MANY_REQUESTS: { status: 429, title: "Too many requests" },
  UNAVAILABLE: { status: 503, title: "Not available right now" },
  INTERNAL: { status: 500, title: "A fault of this server" },
};

const typeOf = (code: ProblemCode): string => `/problems/${code.toLowerCase().replaceAll("_", "-")}`;

/** A refusal as RFC 9457 words it. */
export function problem(refusal: Refusal): Response {
  const { code, message, path, errors, extra, headers } = refusal;
  const { status, title } = kinds[code];
  const body: Problem = {
    type: typeOf(code),
    title,
    status,
    detail: message,
    code,
    ...(path !== undefined && { path }),
    ...(errors && errors.length > 1 && { errors }),
    ...extra,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}
