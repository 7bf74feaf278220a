import { workloadIdentityPoolProvider } from '#shared/assets/gcp/iam-federation.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { relation } from '../../connector.ts';
import { gcpConnector } from '../connector.ts';
import { fullName, googleIdentity, resourceNameOf } from '../identity.ts';
import { googleGet, googleList } from '../operation.ts';
import { listPools } from './workload-identity-pools.ts';

const HOST = 'iam.googleapis.com';

const listProviders = googleList(
  'iam.workloadIdentityPoolProviders.list',
  `https://${HOST}/v1/projects/{project}/locations/global/workloadIdentityPools/{pool}/providers?pageSize=100`,
  'workloadIdentityPoolProviders',
);
const getProvider = googleGet('iam.workloadIdentityPoolProviders.get', `https://${HOST}/v1/{+name}`);

/** Who vouches for the identities in the pools of a project with AI assets. */
export default gcpConnector<JsonObject>(workloadIdentityPoolProvider, {
  operations: { list: [listPools, listProviders], find: [getProvider] },
  summarizes: true,
  async *list({ google }, { scope, foundInAll }) {
    if (foundInAll?.() === 0) return;
    for await (const { name } of google.list(listPools, { project: scope.account })) {
      const pool = typeof name === 'string' ? name.split('/').at(-1) : undefined;
      if (pool) yield* google.list(listProviders, { project: scope.account, pool });
    }
  },
  identify: (provider) => googleIdentity(HOST, provider),
  isContext: () => true,
  find: ({ google }, id) => google.get(getProvider, { name: resourceNameOf(id) }),
  relations: ({ name }) => [
    relation('attached-to', fullName(HOST, String(name).replace(/\/providers\/[^/]+$/, ''))),
  ],
});
