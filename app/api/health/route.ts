import { databaseIsUp } from "@/lib/server/database/client";
import { json } from "@/lib/server/http/json";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

/** For whatever watches the server; 503 while the database is away, so that a balancer turns elsewhere. */
export async function GET(): Promise<Response> {
  const up = await databaseIsUp();
  return json({ status: up ? "ok" : "degraded", database: up ? "up" : "down", version }, { status: up ? 200 : 503 });
}
