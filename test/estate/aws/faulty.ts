import { awsConnectors } from '#connectors/aws/index.ts';
import { operationsOf } from '#connectors/connector.ts';
import { isObject, type Json, type JsonObject } from '#shared/model/json.ts';
import type { Fault } from '../faults.ts';
import { enumsOf, UNHEARD_OF } from '../unheard-of.ts';
import type { Api } from './api.ts';
import { AwsError } from './reply.ts';

/** The error by which a service of this protocol refuses, if the fault is a refusal. */
export function refusal({ kind }: Fault, { prefix, protocol }: Api): AwsError | undefined {
  switch (kind) {
    case 'denied':
      return protocol === 'json' || protocol === 'rest-json'
        ? new AwsError(
            'AccessDeniedException',
            'User is not authorized to perform this action',
            protocol === 'json' ? 400 : 403,
          )
        : new AwsError('AccessDenied', 'Access Denied', 403);
    case 'throttled':
      if (prefix === 's3') return new AwsError('SlowDown', 'Please reduce your request rate', 503);
      return new AwsError(
        protocol === 'query' ? 'Throttling' : 'ThrottlingException',
        'Rate exceeded',
        protocol === 'rest-json' ? 429 : 400,
      );
    case 'server-error':
      return new AwsError(
        protocol === 'rest-xml' ? 'InternalError' : 'InternalServerException',
        'We encountered an internal error',
        500,
      );
    default:
      return undefined;
  }
}

/** The names of the fields, of all asset types that the operation is read for, that hold an enum. */
function enumFields(operation: string): Set<string> {
  const paths = awsConnectors
    .filter((connector) => operationsOf(connector).some(({ id }) => id === operation))
    .flatMap(({ assetType }) => [...enumsOf(assetType.config).keys()]);
  return new Set(
    paths.map(
      (path) =>
        path
          .replace(/\[\]$/, '')
          .split(/[.[\]]/)
          .at(-1) ?? '',
    ),
  );
}

/** The reply of a newer service: values nobody has heard of, or a field nobody knows, wherever they may stand. */
export function distorted(fault: Fault | undefined, operation: string, reply: JsonObject): JsonObject {
  if (fault?.kind === 'unknown-enum') return withUnheardOf(reply, enumFields(operation));
  if (fault?.kind === 'unknown-field') return withUnknownField(reply);
  return reply;
}

function withUnheardOf(value: JsonObject, fields: ReadonlySet<string>): JsonObject {
  const change = (inner: Json, isEnum: boolean): Json => {
    if (Array.isArray(inner)) return inner.map((element) => change(element, isEnum));
    if (isObject(inner)) return withUnheardOf(inner, fields);
    return isEnum && typeof inner === 'string' ? UNHEARD_OF : inner;
  };
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      inner === undefined ? inner : change(inner, fields.has(key)),
    ]),
  );
}

function withUnknownField(value: JsonObject): JsonObject {
  const change = (inner: Json): Json => {
    if (Array.isArray(inner)) return inner.map(change);
    return isObject(inner) ? withUnknownField(inner) : inner;
  };
  const members = Object.entries(value).map(
    ([key, inner]) => [key, inner === undefined ? inner : change(inner)] as const,
  );
  return { ...Object.fromEntries(members), FieldOfTomorrow: 'tomorrow' };
}
