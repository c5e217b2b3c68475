import type { FieldLine } from "./operations";
import { alternativesOf, type JsonSchema, limits, objectWithin, referred, typeWords } from "./schema-words";

function Type({ schema }: { schema: JsonSchema }) {
  const name = referred(schema);
  if (!name) return <code className="break-words">{typeWords(schema)}</code>;
  return (
    <a href={`#schema-${name}`} className="link">
      <code>{name}</code>
    </a>
  );
}

const fieldsOf = (schema: JsonSchema): FieldLine[] =>
  Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    required: schema.required?.includes(name) ?? false,
    schema: field,
    ...(field.description && { description: field.description }),
  }));

function Fields({ caption, fields }: { caption: string; fields: readonly FieldLine[] }) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      aria-label={caption}
      className="relative overflow-x-auto"
    >
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-xs text-muted">
            <th scope="col" className="py-1 pr-4 font-medium">
              Field
            </th>
            <th scope="col" className="py-1 pr-4 font-medium">
              Type
            </th>
            <th scope="col" className="py-1 font-medium">
              What it is
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, required, schema, description }) => (
            <tr key={name} className="border-t border-line align-top">
              <th scope="row" className="py-1.5 pr-4 font-normal">
                <code>{name}</code>
                {required && <span className="block text-xs text-muted">required</span>}
              </th>
              <td className="max-w-72 py-1.5 pr-4">
                <Type schema={schema} />
                {limits(schema) !== "" && <span className="block text-xs text-muted">{limits(schema)}</span>}
              </td>
              <td className="py-1.5">{description ?? schema.title ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type SchemaTableProps = { caption: string; schema?: JsonSchema; fields?: readonly FieldLine[] };

/** Fields of an object; where a schema is one of several objects, each in turn. */
export function SchemaTable({ caption, schema, fields }: SchemaTableProps) {
  if (fields) return <Fields caption={caption} fields={fields} />;
  if (!schema) return null;
  const alternatives = alternativesOf(schema);
  if (alternatives.length > 0) {
    return (
      <ol className="flex flex-col gap-4">
        {alternatives.map((each, index) => (
          <li key={referred(each) ?? JSON.stringify(each.properties?.kind ?? index)}>
            {referred(each) ? (
              <Type schema={each} />
            ) : (
              <Fields caption={`${caption}, ${index + 1}`} fields={fieldsOf(each)} />
            )}
          </li>
        ))}
      </ol>
    );
  }
  const object = objectWithin(schema);
  if (!object) return <Type schema={schema} />;
  return <Fields caption={caption} fields={fieldsOf(object)} />;
}
