import type { JsonSchema } from "./schema-words";

export type FieldLine = { name: string; required: boolean; schema: JsonSchema; description?: string };
export type Operation = {
  id: string;
  method: string;
  path: string;
  summary?: string;
  description?: string;
  parameters: FieldLine[];
  bodySchema: JsonSchema | undefined;
  responses: { status: string; description: string }[];
};

type Content = Record<string, { schema?: JsonSchema }>;
type Raw = {
  operationId?: string;
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: JsonSchema }[];
  requestBody?: { content?: Content };
  responses?: Record<string, { description?: string }>;
};

const methods = ["get", "post", "patch", "put", "delete"];

/** Every operation of an OpenAPI document, flat and in its order. */
export function operationsOf(document: { paths?: object }): Operation[] {
  const paths = (document.paths ?? {}) as Record<string, Record<string, Raw>>;
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const raw = item[method];
      if (!raw) return [];
      const [content] = Object.values(raw.requestBody?.content ?? {});
      return [
        {
          id: raw.operationId ?? `${method}${path.replace(/\W+/g, "-")}`,
          method,
          path,
          ...(raw.summary && { summary: raw.summary }),
          ...(raw.description && { description: raw.description }),
          parameters: (raw.parameters ?? []).map(({ name, required, description, schema }) => ({
            name,
            required: required ?? false,
            schema: schema ?? {},
            ...(description && { description }),
          })),
          bodySchema: content?.schema,
          responses: Object.entries(raw.responses ?? {}).map(([status, { description = "" }]) => ({
            status,
            description,
          })),
        },
      ];
    }),
  );
}
