import * as z from 'zod';
import { eventSchemas } from './event-schemas.ts';
import { EVENT_SOURCE, SCHEMA_VERSION } from './events.ts';

/** The page that documents every event on the bus, in Markdown. */
export function eventDocumentation(): string {
  const names = Object.entries(eventSchemas);
  return [
    '# Events',
    '',
    `aispm puts an event on its EventBridge bus for every change. \`source\` is \`${EVENT_SOURCE}\`, \`detail-type\` is the`,
    `name below, \`detail.schemaVersion\` is \`${SCHEMA_VERSION}\`. A new field raises the second number, a changed or removed`,
    'one the first; ignore fields that you do not know.',
    '',
    'Delivery is at least once and not in order. `detail.changeId` is the same for every delivery of one change: keep',
    'it to drop repeats. Of two events on one finding, the one with the higher `detail.findingVersion` is the later.',
    '',
    'Events stay under 200 KB. Where evidence did not fit, `detail.evidenceOmitted` says how many pieces were left out.',
    '',
    'A rule for new critical findings:',
    '',
    '```json',
    JSON.stringify(
      { source: [EVENT_SOURCE], 'detail-type': ['Finding Opened'], detail: { severity: ['critical'] } },
      null,
      2,
    ),
    '```',
    '',
    '| Event | Sent when |',
    '|---|---|',
    ...names.map(([name, { description }]) => `| [${name}](#${anchor(name)}) | ${description} |`),
    ...names.flatMap(([name, { description, schema, example }]) => [
      '',
      `## ${name}`,
      '',
      description,
      '',
      '| Field | Type | |',
      '|---|---|---|',
      ...fieldRows(jsonSchemaOf(schema)),
      '',
      '```json',
      JSON.stringify(example, null, 2),
      '```',
    ]),
    '',
  ].join('\n');
}

/** The detail's JSON Schema (draft 2020-12), for code generators and schema registries. */
export const eventJsonSchemas = (): Record<string, JsonSchema> =>
  Object.fromEntries(Object.entries(eventSchemas).map(([name, { schema }]) => [name, jsonSchemaOf(schema)]));

type JsonSchema = z.core.JSONSchema.BaseSchema;

const jsonSchemaOf = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema);

const anchor = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

function fieldRows({ properties = {}, required = [] }: JsonSchema, prefix = ''): string[] {
  return Object.entries(properties).flatMap(([name, property]) => {
    if (typeof property === 'boolean') return [];
    const nested =
      typeof property.items === 'object' && !Array.isArray(property.items) ? property.items : property;
    const list = nested !== property;
    const path = `${prefix}${name}${list ? '[]' : ''}`;
    const optional = required.includes(name) ? '' : 'Optional. ';
    const row = `| \`${path}\` | ${typeText(nested)} | ${optional}${property.description ?? ''} |`;
    return [row, ...fieldRows(nested, `${path}.`)];
  });
}

function typeText({
  type,
  enum: values,
  const: only,
  format,
  additionalProperties,
  anyOf,
  $ref,
}: JsonSchema): string {
  if (only !== undefined) return `\`${String(only)}\``;
  if (values) return values.map((value) => `\`${String(value)}\``).join(', ');
  if (anyOf || $ref) return 'any JSON';
  if (type === 'object' && typeof additionalProperties === 'object') return 'map';
  return format ? `${String(type)} (${format})` : String(type ?? 'any JSON');
}
