import { policyQuerySchema } from "@/lib/contract/http-policy";
import { readQuery } from "@/lib/server/http/body";
import { route } from "@/lib/server/http/route";
import { fileResponse, policyFile } from "@/lib/server/policy/file";
import { localOwner, readableScenario } from "@/lib/server/scenarios/access";
import { findScenario } from "@/lib/server/scenarios/queries";

export const dynamic = "force-dynamic";

export const GET = route<{ id: string }>(async ({ request, params }) => {
  const query = readQuery(request, policyQuerySchema);
  if (!query.ok) return query;
  const id = await readableScenario(localOwner, params.id);
  if (!id.ok) return id;
  const stored = await findScenario(id.value);
  if (!stored.ok) return stored;
  const file = await policyFile(stored.value.document, query.value.format ?? "md");
  return file.ok ? fileResponse(file.value) : file;
});
