import type * as z from 'zod';
import { azureConnectors } from '#connectors/azure/index.ts';
import { nativeTypesOf } from '#shared/model/asset-type.ts';
import type { Json, JsonObject } from '#shared/model/json.ts';
import type { Fault } from '../faults.ts';
import { withUnheardOfValues } from '../unheard-of.ts';

export interface Answer {
  readonly status: number;
  readonly body: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
}

export const armError = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});

/** What Resource Manager answers in place of an answer; nothing where the fault is one of content. */
export function refusal(fault: Fault, operation: string, path: string): Answer | undefined {
  switch (fault.kind) {
    case 'denied':
      return armError(
        403,
        'AuthorizationFailed',
        `The client does not have authorization to perform action '${operation}' over scope '${path}'.`,
      );
    case 'throttled':
      return {
        ...armError(429, 'TooManyRequests', 'The request is being throttled.'),
        headers: { 'retry-after': '0' },
      };
    case 'server-error':
      return armError(500, 'InternalServerError', 'Encountered internal server error.');
    default:
      return undefined;
  }
}

/** By native type: the schema of a whole asset. By part: the schema of the elements that stand under its key. */
const schemas = new Map<string, z.ZodType>(
  azureConnectors.flatMap(({ assetType, operations }) => [
    ...nativeTypesOf(assetType).map((type) => [type, assetType.config] as const),
    ...Object.entries(operations.parts ?? {}).flatMap(([key, { id }]) => {
      const part = partSchema(assetType.config, key);
      return part ? [[id.slice(0, id.lastIndexOf('/')), part] as const] : [];
    }),
  ]),
);

function partSchema(config: z.ZodType, key: string): z.ZodType | undefined {
  const shape = (config.def as { shape?: Record<string, z.ZodType> }).shape;
  let schema: z.ZodType | undefined = shape?.[key];
  while (schema) {
    const { innerType, element } = schema.def as { innerType?: z.ZodType; element?: z.ZodType };
    const inner: z.ZodType | undefined = innerType ?? element;
    if (!inner) return schema;
    schema = inner;
  }
  return undefined;
}

/** A resource with what a later api-version might bring. */
export function distorted(fault: Fault | undefined, type: string, resource: JsonObject): Json {
  if (fault?.kind === 'unknown-field') return { ...resource, unheardOf: { nested: [1, 'two', null] } };
  if (fault?.kind !== 'unknown-enum') return resource;
  const schema = schemas.get(type);
  return schema ? withUnheardOfValues(schema, resource) : resource;
}
