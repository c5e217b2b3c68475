import { workingQuerySchema } from "@/lib/contract/http-working";
import { readQuery } from "@/lib/server/http/body";
import { json } from "@/lib/server/http/json";
import { route } from "@/lib/server/http/route";
import { openShare } from "@/lib/server/shares/access";
import { findSharedWorking } from "@/lib/server/shares/queries";

export const dynamic = "force-dynamic";

/** `share` is the token of the link: a reader of the shared page knows nothing else. */
export const GET = route<{ share: string }>(async ({ request, params }) => {
  const query = readQuery(request, workingQuerySchema);
  if (!query.ok) return query;
  const opened = await openShare(params.share, request.headers);
  if (!opened.ok) return opened;
  const { path, depth, once } = query.value;
  const node = await findSharedWorking(opened.value.revisionId, path, depth, once);
  return node.ok ? json(node.value, { headers: { "x-robots-tag": "noindex, nofollow" } }) : node;
});
