import type { Metadata } from "next";
import { connection } from "next/server";
import { createLoader } from "nuqs/server";
import { Suspense } from "react";
import { AccuracyView } from "@/components/accuracy/accuracy-view";
import { accuracyAddress } from "@/components/accuracy/address";
import { PageHeader } from "@/components/shell/page-header";
import { formatDate } from "@/lib/format";
import { accuracyView } from "@/lib/server/accuracy/queries";

export const metadata: Metadata = { title: "Accuracy" };

const readAddress = createLoader(accuracyAddress);

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AccuracyPage({ searchParams }: Props) {
  await connection();
  const { name, q, page, ...choice } = await readAddress(searchParams);
  const view = accuracyView({ ...choice, q, page: Math.max(1, page), ...(name !== "" && { name }) });
  return (
    <>
      <PageHeader
        title="Accuracy"
        lead={`What Slipway says beside what others measured and published, for models and hardware that its fit had not seen. The ranges shown with every estimate come from these errors. Calibration ${view.calibrationVersion}, scored ${formatDate(view.computedOn)}.`}
      />
      <Suspense>
        <AccuracyView view={view} />
      </Suspense>
    </>
  );
}
