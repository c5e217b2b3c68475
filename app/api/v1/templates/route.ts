import { findTemplates } from "@/lib/server/catalogue/queries";
import { json } from "@/lib/server/http/json";
import { route } from "@/lib/server/http/route";

export const dynamic = "force-dynamic";

export const GET = route(async () => json({ templates: await findTemplates() }));
