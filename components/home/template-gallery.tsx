"use client";

import { useRouter } from "next/navigation";
import { useCreateScenario } from "@/lib/client/scenarios";
import { dataClasses } from "@/lib/contract/scenario";
import { compact } from "@/lib/format";
import { Button } from "../ui/button";
import { useToast } from "../ui/toast";

export type TemplateCard = {
  id: string;
  title: string;
  story: string;
  requestsPerDay: number;
  dataClass: keyof typeof dataClasses;
};

/** Real situations to start from. */
export function TemplateGallery({ templates }: { templates: readonly TemplateCard[] }) {
  const router = useRouter();
  const { show } = useToast();
  const create = useCreateScenario();
  const start = (templateId: string) =>
    create.mutate(
      { templateId },
      {
        onSuccess: ({ id }) => router.push(`/scenarios/${id}`),
        onError: ({ message }) =>
          show({ tone: "danger", title: "The scenario could not be made", description: message }),
      },
    );
  const busyWith = create.isPending || create.isSuccess ? create.variables : undefined;
  return (
    <ul className="flex flex-col">
      {templates.map(({ id, title, story, requestsPerDay, dataClass }) => (
        <li key={id} className="flex flex-col gap-1 border-t border-line py-3 first:border-t-0 first:pt-0">
          <div className="flex items-start justify-between gap-3">
            <h3>{title}</h3>
            <Button size="sm" disabled={busyWith !== undefined} onClick={() => start(id)}>
              {busyWith && "templateId" in busyWith && busyWith.templateId === id ? "Starting …" : "Use"}
              <span className="sr-only"> {title}</span>
            </Button>
          </div>
          <p className="line-clamp-2 text-muted" title={story}>
            {story}
          </p>
          <p className="tabular text-xs text-muted">
            {compact(requestsPerDay)} requests a day · {dataClasses[dataClass].toLowerCase()}
          </p>
        </li>
      ))}
    </ul>
  );
}
