import { route } from "@/lib/server/http/route";
import { refuse } from "@/lib/server/refusal";

export const dynamic = "force-dynamic";

const nothingHere = route<{ unknown: string[] }>(async ({ request }) =>
  refuse("NOT_FOUND", `there is nothing at ${new URL(request.url).pathname}; /api/v1/openapi.json lists what there is`),
);

export const GET = nothingHere;
export const POST = nothingHere;
export const PUT = nothingHere;
export const PATCH = nothingHere;
export const DELETE = nothingHere;
