import { type AwsSecurityFinding, AwsSecurityFinding$ } from '@aws-sdk/client-securityhub';
import { NormalizedSchema } from '@smithy/core/schema';

/**
 * Holds a document against the SDK's own schema of AwsSecurityFinding, member by member, and against the
 * lengths that the SDK's type comments and the user guide's ASFF pages document. Gives the violations.
 */
export function asffViolations(document: AwsSecurityFinding): string[] {
  return [...structural(document, NormalizedSchema.of(AwsSecurityFinding$), ''), ...overLimits(document)];
}

/** In the SDK's static structure schemas the required members come first; their number is the seventh part. */
const REQUIRED_COUNT = 6;

function* structural(value: unknown, schema: NormalizedSchema, path: string): Generator<string> {
  if (value === undefined) return;
  if (schema.isDocumentSchema()) return;
  if (schema.isStructSchema()) {
    if (!isRecord(value)) return yield `${path}: not a structure`;
    const members = new Map(schema.structIterator());
    for (const key of Object.keys(value)) if (!members.has(key)) yield `${path}.${key}: no such member`;
    for (const key of requiredMembers(schema)) if (value[key] === undefined) yield `${path}.${key}: required`;
    for (const [key, member] of members) yield* structural(value[key], member, `${path}.${key}`);
  } else if (schema.isListSchema()) {
    if (!Array.isArray(value)) return yield `${path}: not a list`;
    for (const [index, element] of value.entries())
      yield* structural(element, schema.getValueSchema(), `${path}[${index}]`);
  } else if (schema.isMapSchema()) {
    if (!isRecord(value)) return yield `${path}: not a map`;
    for (const [key, nested] of Object.entries(value)) {
      yield* structural(key, schema.getKeySchema(), `${path} key`);
      yield* structural(nested, schema.getValueSchema(), `${path}.${key}`);
    }
  } else if (schema.isStringSchema()) {
    // Every string of ASFF is a NonEmptyString, whose pattern is `.*\S.*`.
    if (typeof value !== 'string' || !/\S/.test(value)) yield `${path}: not a non-empty text`;
  } else if (schema.isBooleanSchema()) {
    if (typeof value !== 'boolean') yield `${path}: not a boolean`;
  } else if (typeof value !== 'number') yield `${path}: not a number`;
}

function requiredMembers(schema: NormalizedSchema): string[] {
  const parts = schema.getSchema();
  const count: unknown = Array.isArray(parts) ? parts[REQUIRED_COUNT] : 0;
  return [...schema.structIterator()].map(([name]) => name).slice(0, typeof count === 'number' ? count : 0);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;
const TYPES =
  /^(Software and Configuration Checks|TTPs|Effects|Unusual Behaviors|Sensitive Data Identifications)(\/[^/]+){0,2}$/;

function* overLimits(document: AwsSecurityFinding): Generator<string> {
  const { Resources = [], ProductFields = {}, Compliance, FindingProviderFields, Remediation } = document;
  const lengths: [string, string | undefined, number][] = [
    ['Id', document.Id, 512],
    ['ProductArn', document.ProductArn, 2048],
    ['ProductName', document.ProductName, 128],
    ['CompanyName', document.CompanyName, 128],
    ['GeneratorId', document.GeneratorId, 512],
    ['Title', document.Title, 256],
    ['Description', document.Description, 1024],
    ['Region', document.Region, 16],
    ['Remediation.Recommendation.Text', Remediation?.Recommendation?.Text, 512],
    ['FindingProviderFields.Severity.Original', FindingProviderFields?.Severity?.Original, 64],
    ...Resources.flatMap((resource): [string, string | undefined, number][] => [
      ['Resource.Type', resource.Type, 256],
      ['Resource.Id', resource.Id, 512],
      ['Resource.Region', resource.Region, 16],
    ]),
    ...Object.entries(ProductFields).flatMap(([key, text]): [string, string, number][] => [
      ['ProductFields key', key, 128],
      [`ProductFields.${key}`, text, 2048],
    ]),
    ...Resources.flatMap(({ Details }) => Object.entries(Details?.Other ?? {})).flatMap(
      ([key, text]): [string, string, number][] => [
        ['Other key', key, 128],
        [`Other.${key}`, text, 1024],
      ],
    ),
  ];
  for (const [what, text, limit] of lengths)
    if (text !== undefined && text.length > limit)
      yield `${what}: ${text.length} characters, ${limit} allowed`;
  if (document.SchemaVersion !== '2018-10-08') yield 'SchemaVersion';
  if (!/^\d{12}$/.test(document.AwsAccountId ?? '')) yield 'AwsAccountId: not 12 digits';
  const { CreatedAt, UpdatedAt, FirstObservedAt, LastObservedAt } = document;
  for (const time of [CreatedAt, UpdatedAt, FirstObservedAt, LastObservedAt])
    if (!TIMESTAMP.test(time ?? '')) yield `${time}: not a timestamp`;
  for (const type of FindingProviderFields?.Types ?? []) if (!TYPES.test(type)) yield `Types: ${type}`;
  if (Object.keys(ProductFields).length > 50) yield 'ProductFields: more than 50';
  for (const key of Object.keys(ProductFields)) if (key.startsWith('aws/')) yield `${key}: reserved`;
  for (const { Details } of Resources)
    if (Object.keys(Details?.Other ?? {}).length > 50) yield 'Details.Other: more than 50';
  if (Resources.length < 1 || Resources.length > 32) yield 'Resources: 1 to 32';
  if ((Compliance?.RelatedRequirements?.length ?? 0) > 32) yield 'RelatedRequirements: more than 32';
  if (Buffer.byteLength(JSON.stringify(document)) > 240_000) yield 'more than 240 KB';
}
