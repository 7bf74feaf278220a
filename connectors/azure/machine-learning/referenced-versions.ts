import { isUnread } from '#shared/model/coverage.ts';
import type { JsonObject } from '#shared/model/json.ts';
import type { Reading } from '../../connector.ts';
import { underEach } from '../../nested.ts';
import type { RestOperation } from '../../operation.ts';
import type { AzureServices } from '../connector.ts';

const VERSION =
  /^\/subscriptions\/([^/]+)\/resourcegroups\/[^/]+\/providers\/microsoft\.machinelearningservices\/workspaces\/[^/]+\/(\w+)\/[^/]+\/versions\/[^/]+$/;

/**
 * The versions of models or environments in workspaces of the subscription that deployments and jobs refer to, one
 * call each. What nothing serves, loads or runs in does nothing, and there may be thousands of it.
 */
export async function* referencedVersions(
  { arm }: AzureServices,
  { scope, references }: Reading,
  get: RestOperation,
  collection: 'models' | 'environments',
): AsyncGenerator<JsonObject> {
  const subscription = scope.account.toLowerCase();
  const targets = await references((target) => {
    const [, itsSubscription, itsCollection] = VERSION.exec(target.toLowerCase()) ?? [];
    return itsSubscription === subscription && itsCollection === collection;
  });
  // An id is the same in whichever letter case it was written.
  const ids = new Map([...targets].map((target) => [target.toLowerCase(), target])).values();
  for await (const [, version] of underEach(each(ids), (id) => found(id))) yield version;

  /** Nothing where there is no such version any more; what could not be read is in the coverage. */
  async function* found(version: string): AsyncGenerator<JsonObject> {
    const reply = await arm.part(get, { version });
    if (reply !== undefined && !isUnread(reply)) yield reply;
  }
}

async function* each<Element>(elements: Iterable<Element>): AsyncGenerator<Element> {
  yield* elements;
}
