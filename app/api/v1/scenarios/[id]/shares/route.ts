import { createShareBodySchema } from "@/lib/contract/http-shares";
import { readOptionalBody } from "@/lib/server/http/body";
import { json } from "@/lib/server/http/json";
import { publicOrigin } from "@/lib/server/http/origin";
import { route } from "@/lib/server/http/route";
import { editableScenario, localOwner, readableScenario } from "@/lib/server/scenarios/access";
import { createShare } from "@/lib/server/shares/commands";
import { listShares } from "@/lib/server/shares/queries";

export const dynamic = "force-dynamic";
type Params = { id: string };

export const GET = route<Params>(async ({ params }) => {
  const id = await readableScenario(localOwner, params.id);
  return id.ok ? json({ shares: await listShares(id.value) }) : id;
});

export const POST = route<Params>(async ({ request, params }) => {
  const id = await editableScenario(localOwner, params.id);
  if (!id.ok) return id;
  const body = await readOptionalBody(request, createShareBodySchema);
  if (!body.ok) return body;
  const made = await createShare(id.value, body.value, publicOrigin(request));
  return made.ok ? json(made.value, { status: 201 }) : made;
});
