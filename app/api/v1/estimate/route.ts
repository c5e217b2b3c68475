import { estimate } from "@/lib/engine";
import { engineContext } from "@/lib/server/context";
import { readJson } from "@/lib/server/http/body";
import { json } from "@/lib/server/http/json";
import { route } from "@/lib/server/http/route";

export const dynamic = "force-dynamic";

/** The same object in and the same result out as a line of the batch command. */
export const POST = route(async ({ request }) => {
  const body = await readJson(request);
  if (!body.ok) return body;
  const result = estimate(body.value, { ...(await engineContext()), now: () => performance.now() });
  return json(result, { status: result.ok ? 200 : 422 });
});
