import { isObject, type JsonObject } from '#shared/model/json.ts';

/** What a resource that was never given a policy has: it exists, is empty, and has an etag. */
const NEW: JsonObject = { version: 1, etag: 'CAE=' };

/** The IAM policy beside a resource, as getIamPolicy answers it. */
export function policyOf(resource: JsonObject): JsonObject {
  const policy = resource['iamPolicy'];
  return isObject(policy) ? { ...NEW, ...policy } : NEW;
}

/** Another one, in the base64 that etags of policies have. */
export const nextEtag = (etag: string): string =>
  Buffer.concat([Buffer.from(etag, 'base64'), Buffer.from('+')]).toString('base64');

export type PolicyRefusal = 'stale-etag' | 'conditions-unsupported-by-version';

/**
 * setIamPolicy of every service: the etag must be the present one where one is given, and conditions want version 3.
 * Bindings and version are taken, under a new etag; all else of the policy stays, as the default mask has it.
 */
export function setPolicy(resource: JsonObject, policy: JsonObject): JsonObject | PolicyRefusal {
  const present = policyOf(resource);
  if (policy['etag'] !== undefined && policy['etag'] !== present['etag']) return 'stale-etag';
  const bindings = Array.isArray(policy['bindings']) ? policy['bindings'] : [];
  const isConditional = bindings.some((binding) => isObject(binding) && isObject(binding['condition']));
  if (isConditional && policy['version'] !== 3) return 'conditions-unsupported-by-version';
  const written: JsonObject = {
    ...present,
    version: isConditional ? 3 : 1,
    etag: nextEtag(String(present['etag'])),
    bindings,
  };
  resource['iamPolicy'] = written;
  return written;
}
