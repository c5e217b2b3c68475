import { policyBodySchema, policyQuerySchema } from "@/lib/contract/http-policy";
import { readBody, readQuery } from "@/lib/server/http/body";
import { route } from "@/lib/server/http/route";
import { fileResponse, policyFile } from "@/lib/server/policy/file";
import { readDocument } from "@/lib/server/scenarios/document";

export const dynamic = "force-dynamic";

/** Of a document handed in, saved or not. */
export const POST = route(async ({ request }) => {
  const query = readQuery(request, policyQuerySchema);
  if (!query.ok) return query;
  const body = await readBody(request, policyBodySchema);
  if (!body.ok) return body;
  const document = readDocument(body.value.scenario, "scenario");
  if (!document.ok) return document;
  const file = await policyFile(document.value, query.value.format ?? "md");
  return file.ok ? fileResponse(file.value) : file;
});
