import { noContent } from "@/lib/server/http/json";
import { route } from "@/lib/server/http/route";
import { editableShare, localOwner } from "@/lib/server/scenarios/access";
import { revokeShare } from "@/lib/server/shares/commands";

export const dynamic = "force-dynamic";

/** `share` is the id of the share, which its owner knows; not the token of its link. */
export const DELETE = route<{ share: string }>(async ({ params }) => {
  const id = await editableShare(localOwner, params.share);
  if (!id.ok) return id;
  await revokeShare(id.value);
  return noContent();
});
