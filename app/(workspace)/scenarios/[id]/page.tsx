import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { cache } from "react";
import { Unavailable } from "@/components/workspace/unavailable";
import { Workspace } from "@/components/workspace/workspace";
import { findDefaults } from "@/lib/server/catalogue/queries";
import { loadScenario } from "./load";
import { loadPickers } from "./pickers";

type Props = { params: Promise<{ id: string }> };

const loadOnce = cache(loadScenario);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await connection();
  const loaded = await loadOnce((await params).id);
  return { title: loaded.kind === "found" ? loaded.scenario.name : "Scenario" };
}

export default async function ScenarioPage({ params }: Props) {
  await connection();
  const { id } = await params;
  const loaded = await loadOnce(id);
  if (loaded.kind === "missing") notFound();
  const useCase = loaded.kind === "found" ? loaded.scenario.document.workload.useCase : "other";
  const [{ defaults }, pickers] = await Promise.all([findDefaults(useCase), loadPickers(useCase)]);
  if (loaded.kind === "unavailable") return <Unavailable id={id} defaults={defaults} pickers={pickers} />;
  const { scenario, estimate } = loaded;
  return <Workspace scenario={scenario} defaults={defaults} pickers={pickers} estimate={estimate} />;
}
