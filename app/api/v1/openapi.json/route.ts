import { json } from "@/lib/server/http/json";
import { route } from "@/lib/server/http/route";
import { openApiDocument } from "@/lib/server/openapi/document";

export const dynamic = "force-dynamic";

export const GET = route(async () => json(openApiDocument()));
