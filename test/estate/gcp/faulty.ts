import type * as z from 'zod';
import { gcpConnectors } from '#connectors/gcp/index.ts';
import { isObject, type JsonObject } from '#shared/model/json.ts';
import type { Fault } from '../faults.ts';
import { withUnheardOfValues } from '../unheard-of.ts';

export interface Answer {
  readonly status: number;
  readonly body: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
}

/** AIP-193, and the older form that Cloud Storage keeps. */
export function googleError(
  host: string,
  code: number,
  status: string,
  reason: string,
  message: string,
): Answer {
  const error: JsonObject =
    host === 'storage.googleapis.com'
      ? { code, message, errors: [{ message, domain: 'global', reason }] }
      : {
          code,
          message,
          status,
          details: [
            { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' },
          ],
        };
  return { status: code, body: { error } };
}

/** As AIP-194 has it: how long to wait is one more detail of the error. */
function withRetryInfo(body: JsonObject): JsonObject {
  const error = isObject(body['error']) ? body['error'] : {};
  const { details } = error;
  const retryInfo = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '0.004s' };
  return { error: { ...error, details: [...(Array.isArray(details) ? details : []), retryInfo] } };
}

/** What Google answers in place of an answer; nothing where the fault is one of content. */
export function refusal(fault: Fault, host: string, operation: string): Answer | undefined {
  switch (fault.kind) {
    case 'denied': {
      const reason = host === 'storage.googleapis.com' ? 'forbidden' : 'IAM_PERMISSION_DENIED';
      return googleError(
        host,
        403,
        'PERMISSION_DENIED',
        reason,
        `Permission '${operation}' denied on resource.`,
      );
    }
    case 'throttled': {
      const exhausted = googleError(host, 429, 'RESOURCE_EXHAUSTED', 'rateLimitExceeded', 'Quota exceeded.');
      return fault.waitIn === 'body'
        ? { ...exhausted, body: withRetryInfo(exhausted.body) }
        : { ...exhausted, headers: { 'retry-after': '0' } };
    }
    case 'server-error':
      return googleError(host, 500, 'INTERNAL', 'backendError', 'Internal error encountered.');
    default:
      return undefined;
  }
}

/** The schema of what each operation answers: a whole asset, or the part of it under one key. */
const schemas = new Map<string, z.ZodType>(
  gcpConnectors.flatMap(({ assetType, operations: { list, read = [], find = [], parts = {} } }) => [
    ...[...list, ...read, ...find].map(({ id }) => [id, assetType.config] as const),
    ...Object.entries(parts).flatMap(([key, { id }]) => {
      const part = (assetType.config.def as { shape?: Record<string, z.ZodType> }).shape?.[key];
      return part ? [[id, part] as const] : [];
    }),
  ]),
);

/** A resource with what a later version of the API might bring. */
export function distorted(fault: Fault | undefined, operation: string, resource: JsonObject): JsonObject {
  if (fault?.kind === 'unknown-field') return { ...resource, unheardOf: { nested: [1, 'two', null] } };
  if (fault?.kind !== 'unknown-enum') return resource;
  const schema = schemas.get(operation);
  const changed = schema ? withUnheardOfValues(schema, resource) : resource;
  return isObject(changed) ? changed : resource;
}
