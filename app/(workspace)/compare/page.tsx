import type { Metadata } from "next";
import { connection } from "next/server";
import { Suspense } from "react";
import { CompareView } from "@/components/compare/compare-view";
import { PageHeader } from "@/components/shell/page-header";

export const metadata: Metadata = { title: "Compare" };

export default async function ComparePage() {
  await connection();
  return (
    <>
      <PageHeader title="Compare" lead="Up to six plans side by side: what differs in them, and what follows." />
      <Suspense>
        <CompareView />
      </Suspense>
    </>
  );
}
