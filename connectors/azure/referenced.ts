import type { JsonObject } from '#shared/model/json.ts';
import type { Reading } from '../connector.ts';
import type { RestOperation } from '../operation.ts';
import type { AzureServices } from './connector.ts';
import { idOf } from './identity.ts';

/** The ARM id, in lower case, of the resource of this type that a target is or lies in: ids are the same in any case. */
export function resourceIn(target: string, type: string, subscription: string): string | undefined {
  const [, id, itsSubscription, itsType] =
    /^(\/subscriptions\/([^/]+)\/resourcegroups\/[^/]+\/providers\/([^/]+\/[^/]+)\/[^/]+)(?:\/|$)/.exec(
      target.toLowerCase(),
    ) ?? [];
  return itsType === type.toLowerCase() && itsSubscription === subscription.toLowerCase() ? id : undefined;
}

/**
 * Those of a list that AI assets of the subscription refer to; where nothing does, nobody is asked. `keyIn` gives
 * what a target must match of a resource's `keysOf`.
 */
export async function* referencedOf(
  { arm }: AzureServices,
  list: RestOperation,
  { scope, references }: Reading,
  keyIn: (target: string) => string | undefined,
  keysOf: (resource: JsonObject) => readonly (string | undefined)[] = (resource) => [
    idOf(resource).toLowerCase(),
  ],
): AsyncGenerator<JsonObject> {
  const targets = await references((target) => keyIn(target) !== undefined);
  if (targets.size === 0) return;
  const wanted = new Set([...targets].map(keyIn));
  // One without an id is handed on, so that the frame says so.
  for await (const resource of arm.list(list, { subscription: scope.account }))
    if (idOf(resource) === '' || keysOf(resource).some((key) => key !== undefined && wanted.has(key)))
      yield resource;
}
