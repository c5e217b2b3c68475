import { createRevisionBodySchema } from "@/lib/contract/http-shares";
import { readOptionalBody } from "@/lib/server/http/body";
import { json } from "@/lib/server/http/json";
import { route } from "@/lib/server/http/route";
import { createRevision } from "@/lib/server/revisions/commands";
import { listRevisions } from "@/lib/server/revisions/queries";
import { editableScenario, localOwner, readableScenario } from "@/lib/server/scenarios/access";

export const dynamic = "force-dynamic";
type Params = { id: string };

export const GET = route<Params>(async ({ params }) => {
  const id = await readableScenario(localOwner, params.id);
  return id.ok ? json({ revisions: await listRevisions(id.value) }) : id;
});

export const POST = route<Params>(async ({ request, params }) => {
  const id = await editableScenario(localOwner, params.id);
  if (!id.ok) return id;
  const body = await readOptionalBody(request, createRevisionBodySchema);
  if (!body.ok) return body;
  const made = await createRevision(id.value, body.value);
  return made.ok ? json(made.value, { status: 201 }) : made;
});
