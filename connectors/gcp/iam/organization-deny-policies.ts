import { organizationDenyPolicy } from '#shared/assets/gcp/iam-deny-policies.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { gcpConnector } from '../connector.ts';
import { googleIdentity, resourceNameOf } from '../identity.ts';
import { containersIn, listFolders } from '../resource-manager/containers.ts';
import {
  attachmentOf,
  denyPoliciesOf,
  getDenyPolicy,
  listDenyPolicies,
  readDenyPolicy,
} from './attached-deny-policies.ts';

/** Those that are attached to the organisation or folder that is scanned and to every folder below it. */
export default gcpConnector<JsonObject>(organizationDenyPolicy, {
  level: 'organization',
  operations: { list: [listFolders, listDenyPolicies], read: [getDenyPolicy], find: [getDenyPolicy] },
  async *list({ google }, { scope }) {
    for await (const container of containersIn(google, scope)) yield* denyPoliciesOf(google, container);
  },
  identify: (policy) => googleIdentity('iam.googleapis.com', policy),
  isContext: () => true,
  read: ({ google }, { name }) => readDenyPolicy(google, String(name)),
  find: ({ google }, id) => readDenyPolicy(google, resourceNameOf(id)),
  relations: attachmentOf,
});
