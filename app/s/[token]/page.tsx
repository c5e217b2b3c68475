import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { cache } from "react";
import { originsOf } from "@/components/share/origins";
import { SharedView } from "@/components/share/shared-view";
import { PageProblem } from "@/components/shell/page-problem";
import { LinkButton } from "@/components/ui/button";
import { findDefaults } from "@/lib/server/catalogue/queries";
import { loadShared } from "./load";

type Props = { params: Promise<{ token: string }> };

/** The metadata and the page ask for the same thing; it is one view. */
const loadOnce = cache(async (token: string) => loadShared(token, await headers()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await connection();
  const loaded = await loadOnce((await params).token);
  const robots = { index: false, follow: false };
  if (loaded.kind !== "open") return { title: "Shared plan", robots, referrer: "no-referrer" };
  const { document, result } = loaded.shared;
  const { name: title } = document;
  const description = result.verdict.sentence;
  return { title, description, robots, referrer: "no-referrer", openGraph: { title, description, type: "article" } };
}

export default async function SharedPage({ params }: Props) {
  await connection();
  const { token } = await params;
  const loaded = await loadOnce(token);
  if (loaded.kind === "gone") notFound();
  if (loaded.kind === "away") {
    return (
      <PageProblem
        title="This plan cannot be shown right now"
        actions={<LinkButton href={`/s/${token}`}>Try again</LinkButton>}
      >
        {loaded.message}
      </PageProblem>
    );
  }
  const { shared } = loaded;
  const { defaults } = await findDefaults(shared.document.workload.useCase);
  return <SharedView token={token} shared={shared} origins={originsOf(shared.document, defaults)} />;
}
