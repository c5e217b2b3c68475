import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { connection } from "next/server";
import { ScenarioList } from "@/components/home/scenario-list";
import { StartForm } from "@/components/home/start-form";
import { TemplateGallery } from "@/components/home/template-gallery";
import { PageHeader } from "@/components/shell/page-header";
import { keys } from "@/lib/client/keys";
import { findTemplates } from "@/lib/server/catalogue/queries";
import { isDatabaseUnavailable } from "@/lib/server/database/client";
import { localOwner } from "@/lib/server/scenarios/access";
import { listScenarios } from "@/lib/server/scenarios/queries";

/** The first list comes with the page; while the database is away the page comes without, and asks by itself. */
async function firstList() {
  const client = new QueryClient();
  const query = { archived: "false", sort: "-updated" } as const;
  try {
    client.setQueryData(keys.scenarioList(query), await listScenarios(localOwner, query));
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
  }
  return dehydrate(client);
}

export default async function Home() {
  await connection();
  const [state, templates] = await Promise.all([firstList(), findTemplates()]);
  const cards = templates.map(({ id, title, story, scenario }) => ({
    id,
    title,
    story,
    requestsPerDay: scenario.workload.requestsPerDay,
    dataClass: scenario.privacy.dataClass,
  }));
  return (
    <HydrationBoundary state={state}>
      <PageHeader
        title="Plan an LLM deployment before you launch it"
        lead="Three answers give a whole plan: hardware, cost of an API against your own, latency, and what would change the verdict. Every number can be asked how it came about."
      />
      <div className="mb-10 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <section aria-label="Start with three questions">
          <StartForm />
        </section>
        <section aria-labelledby="examples-heading" className="flex flex-col gap-4">
          <h2 id="examples-heading">Or start from a situation like yours</h2>
          <TemplateGallery templates={cards} />
        </section>
      </div>
      <ScenarioList />
    </HydrationBoundary>
  );
}
