import { workloadIdentityPool } from '#shared/assets/gcp/iam-federation.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { gcpConnector } from '../connector.ts';
import { googleIdentity, resourceNameOf } from '../identity.ts';
import { googleGet, googleList } from '../operation.ts';

const HOST = 'iam.googleapis.com';

/** Pools are nowhere but in the location global. */
export const listPools = googleList(
  'iam.workloadIdentityPools.list',
  `https://${HOST}/v1/projects/{project}/locations/global/workloadIdentityPools?pageSize=1000`,
  'workloadIdentityPools',
);
const getPool = googleGet('iam.workloadIdentityPools.get', `https://${HOST}/v1/{+name}`);

/** Those of a project with AI assets. */
export default gcpConnector<JsonObject>(workloadIdentityPool, {
  operations: { list: [listPools], find: [getPool] },
  summarizes: true,
  async *list({ google }, { scope, foundInAll }) {
    if (foundInAll?.() !== 0) yield* google.list(listPools, { project: scope.account });
  },
  identify: (pool) => googleIdentity(HOST, pool),
  isContext: () => true,
  find: ({ google }, id) => google.get(getPool, { name: resourceNameOf(id) }),
});
