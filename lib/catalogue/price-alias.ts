import type { MatchLogic } from "@pydantic/genai-prices";
import type { ApiPrice } from "@/lib/contract/catalogue";
import type { Provider } from "./price-package";

/** "-2026-08-01", "-20260801" at the end: a dated snapshot of the model named before it. */
const snapshotDate = /-(20\d{2}-\d{2}-\d{2}|20\d{6})$/;

/**
 * True only where the package states the name itself. Its "starts with" and "contains" rules also catch models that are
 * newer than the package ("claude-sonnet-5-5" for "claude-sonnet-5"), so they never decide a price here.
 */
function statesName(match: MatchLogic, name: string): boolean {
  if ("or" in match) return match.or.some((part) => statesName(part, name));
  return "equals" in match && match.equals.toLowerCase() === name;
}

/** Whether a name is another name of a priced model: one the package states, or the model with a snapshot date. */
export function aliasOf(providers: readonly Provider[], price: ApiPrice, name: string): boolean {
  const asked = name.trim().toLowerCase();
  const undated = asked.replace(snapshotDate, "");
  if (undated === price.model.toLowerCase()) return true;
  const model = providers
    .find((provider) => provider.id === price.provider)
    ?.models.find((candidate) => candidate.id === price.model);
  return model !== undefined && [asked, undated].some((candidate) => statesName(model.match, candidate));
}
