/** The parts of a JSON Schema that a reader needs, whatever made it. */
export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  description?: string;
  title?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
};

const prefix = "#/components/schemas/";

/** Name of the shared schema a reference points to. */
export const referred = (schema: JsonSchema): string | undefined =>
  schema.$ref?.startsWith(prefix) ? schema.$ref.slice(prefix.length) : undefined;

const choices = (schema: JsonSchema): JsonSchema[] | undefined => schema.anyOf ?? schema.oneOf;

/** A schema's type in a few words; shared schemas by name. */
export function typeWords(schema: JsonSchema): string {
  const name = referred(schema);
  if (name) return name;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const options = choices(schema);
  if (options) return [...new Set(options.map(typeWords))].join(" | ");
  if (schema.type === "array") return `list of ${schema.items ? typeWords(schema.items) : "anything"}`;
  if (Array.isArray(schema.type)) return schema.type.join(" | ");
  return schema.type ?? "anything";
}

const span = (least: number | undefined, most: number | undefined, what: string): string | undefined => {
  if (least !== undefined && most !== undefined) return `${least} to ${most}${what}`;
  if (least !== undefined) return `at least ${least}${what}`;
  return most === undefined ? undefined : `at most ${most}${what}`;
};

/** What is allowed beyond the type. JSON Schema writes "no limit" as the largest exact integer. */
export function limits(schema: JsonSchema): string {
  const bounded = (value: number | undefined) =>
    value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? undefined : value;
  return [
    span(bounded(schema.minimum), bounded(schema.maximum), ""),
    span(schema.minLength, schema.maxLength, " characters"),
    span(schema.minItems, schema.maxItems, " entries"),
    schema.format,
  ]
    .filter((each) => each !== undefined)
    .join(", ");
}

/** The object within a schema whose fields are worth a table of their own. */
export function objectWithin(schema: JsonSchema): JsonSchema | undefined {
  if (referred(schema)) return undefined;
  if (schema.properties) return schema;
  if (schema.items) return objectWithin(schema.items);
  const objects = (choices(schema) ?? schema.allOf ?? []).map(objectWithin).filter((each) => each !== undefined);
  return objects.length === 1 ? objects[0] : undefined;
}

export const alternativesOf = (schema: JsonSchema): JsonSchema[] => {
  const objects = (choices(schema) ?? []).filter((each) => each.properties ?? referred(each));
  return objects.length > 1 ? objects : [];
};
