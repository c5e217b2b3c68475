import type { Metadata } from "next";
import { connection } from "next/server";
import { PageHeader } from "@/components/shell/page-header";
import { Disclosure } from "@/components/ui/disclosure";
import { openApiDocument } from "@/lib/server/openapi/document";
import { type Operation, operationsOf } from "./operations";
import { SchemaTable } from "./schema-table";
import type { JsonSchema } from "./schema-words";

export const metadata: Metadata = { title: "API" };

function curlOf({ method, path, bodySchema }: Operation): string {
  const verb = method === "get" ? "" : ` -X ${method.toUpperCase()}`;
  const body = bodySchema ? " -H 'content-type: application/json' -d @body.json" : "";
  return `curl${verb} http://localhost:3000${path}${body}`;
}

function OperationView({ operation }: { operation: Operation }) {
  const { id, method, path, summary, description, parameters, bodySchema, responses } = operation;
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="flex flex-col gap-3 border-t border-line pt-6">
      <h3 id={`${id}-title`} className="break-all">
        <span className="mr-2 rounded bg-sunken px-1.5 py-0.5 font-mono text-xs uppercase">{method}</span>
        <code>{path}</code>
      </h3>
      <p className="max-w-prose">{[summary, description].filter(Boolean).join(". ")}</p>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto rounded-md bg-sunken p-3 font-mono text-xs"
      >
        {curlOf(operation)}
      </pre>
      {parameters.length > 0 && <SchemaTable caption={`Parameters of ${id}`} fields={parameters} />}
      {bodySchema && (
        <Disclosure summary="Body">
          <SchemaTable caption={`Body of ${id}`} schema={bodySchema} />
        </Disclosure>
      )}
      <ul className="flex flex-col gap-0.5">
        {responses.map((response) => (
          <li key={response.status}>
            <code className="mr-2">{response.status}</code>
            {response.description}
          </li>
        ))}
      </ul>
    </section>
  );
}

export default async function ApiDocsPage() {
  await connection();
  const document = openApiDocument();
  const operations = operationsOf(document);
  const schemas = Object.entries((document.components?.schemas ?? {}) as Record<string, JsonSchema>);
  return (
    <div className="max-w-4xl">
      <PageHeader
        title="HTTP interface"
        lead={
          <>
            Everything the screens do, other programs can do too. The same description for machines:{" "}
            <a href="/api/v1/openapi.json" className="link">
              openapi.json
            </a>
            .
          </>
        }
      />
      <nav aria-label="Operations" className="mb-8">
        <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {operations.map(({ id, method, path }) => (
            <li key={id}>
              <a href={`#${id}`} className="link break-all">
                <span className="uppercase">{method}</span> {path}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="flex flex-col gap-8">
        <h2>Operations</h2>
        {operations.map((operation) => (
          <OperationView key={operation.id} operation={operation} />
        ))}
        <h2>Shared schemas</h2>
        {schemas.map(([name, schema]) => (
          <div key={name} id={`schema-${name}`}>
            <Disclosure summary={name}>
              {schema.description && <p className="max-w-prose">{schema.description}</p>}
              <SchemaTable caption={`Fields of ${name}`} schema={schema} />
            </Disclosure>
          </div>
        ))}
      </div>
    </div>
  );
}
