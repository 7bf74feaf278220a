import { isObject, type JsonObject } from '#shared/model/json.ts';
import { type Answer, googleError } from './faulty.ts';
import { setPolicy } from './policies.ts';
import type { GcpState } from './routes.ts';

/** An operation that changes something. What it does not find is for the server to say. */
interface WriteRoute {
  readonly operation: string;
  readonly method: 'PATCH' | 'PUT';
  readonly host: string;
  readonly path: RegExp;
  readonly write: (bucket: JsonObject, body: JsonObject, query: URLSearchParams) => Answer;
}

const STORAGE = 'storage.googleapis.com';

const preconditionFailed = (): Answer =>
  googleError(STORAGE, 412, 'FAILED_PRECONDITION', 'conditionNotMet', 'A precondition did not hold.');

const isPreventing = ({ iamConfiguration }: JsonObject): boolean =>
  isObject(iamConfiguration) && iamConfiguration['publicAccessPrevention'] === 'enforced';

const routes: readonly WriteRoute[] = [
  {
    operation: 'storage.buckets.patch',
    method: 'PATCH',
    host: STORAGE,
    path: /^\/storage\/v1\/b\/(?<bucket>[^/]+)$/,
    write: (bucket, body, query) => {
      const wanted = query.get('ifMetagenerationMatch');
      const metageneration = metagenerationOf(bucket);
      if (wanted !== null && wanted !== metageneration) return preconditionFailed();
      Object.assign(bucket, merged(bucket, body), { metageneration: `${Number(metageneration) + 1}` });
      return { status: 200, body: bucketReply(bucket, query) };
    },
  },
  {
    operation: 'storage.buckets.setIamPolicy',
    method: 'PUT',
    host: STORAGE,
    path: /^\/storage\/v1\/b\/(?<bucket>[^/]+)\/iam$/,
    write: (bucket, body) => {
      if (isPreventing(bucket) && /"(allUsers|allAuthenticatedUsers)"/.test(JSON.stringify(body)))
        return preconditionFailed();
      const written = setPolicy(bucket, body);
      if (written === 'stale-etag') return preconditionFailed();
      return typeof written === 'string'
        ? googleError(STORAGE, 400, 'INVALID_ARGUMENT', 'invalid', written)
        : { status: 200, body: written };
    },
  },
];

const metagenerationOf = ({ metageneration }: JsonObject): string =>
  typeof metageneration === 'string' ? metageneration : '1';

/** A bucket as the JSON API answers it: with its metageneration, and with object lists only where they are asked for. */
export function bucketReply(bucket: JsonObject, query: URLSearchParams): JsonObject {
  const { iamPolicy: _policy, acl, defaultObjectAcl, ...rest } = bucket;
  const lists = {
    ...(acl === undefined ? {} : { acl }),
    ...(defaultObjectAcl === undefined ? {} : { defaultObjectAcl }),
  };
  return {
    ...rest,
    metageneration: metagenerationOf(bucket),
    ...(query.get('projection') === 'full' ? lists : {}),
  };
}

function merged(before: JsonObject, patch: JsonObject): JsonObject {
  const entries = Object.entries(patch).map(([key, value]) => {
    const earlier = before[key];
    return [key, isObject(value) && isObject(earlier) ? merged(earlier, value) : value] as const;
  });
  return { ...before, ...Object.fromEntries(entries) };
}

/** Which write a request is, and how it answers; `undefined` of it where the bucket is not there. */
export function writeOf(method: string, host: string, path: string) {
  for (const route of routes) {
    const match = route.method === method && route.host === host ? route.path.exec(path) : null;
    if (!match) continue;
    return {
      operation: route.operation,
      answer: ({ projects }: GcpState, body: string, query: URLSearchParams): Answer | undefined => {
        const bucket = Object.values(projects)
          .flatMap(({ buckets = [] }) => buckets)
          .find(({ name }) => name === match.groups?.['bucket']);
        const json: unknown = JSON.parse(body || '{}');
        return bucket && route.write(bucket, isObject(json) ? json : {}, query);
      },
    };
  }
  return undefined;
}
