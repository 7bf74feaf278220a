import { denyPolicy } from '#shared/assets/gcp/iam-deny-policies.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { gcpConnector } from '../connector.ts';
import { googleIdentity, resourceNameOf } from '../identity.ts';
import {
  attachmentOf,
  denyPoliciesOf,
  getDenyPolicy,
  listDenyPolicies,
  readDenyPolicy,
} from './attached-deny-policies.ts';

/** Those that are attached to a project with AI assets. */
export default gcpConnector<JsonObject>(denyPolicy, {
  operations: { list: [listDenyPolicies], read: [getDenyPolicy], find: [getDenyPolicy] },
  summarizes: true,
  async *list({ google }, { scope, foundInAll }) {
    if (foundInAll?.() === 0) return;
    yield* denyPoliciesOf(google, `projects/${scope.account}`);
  },
  identify: (policy) => googleIdentity('iam.googleapis.com', policy),
  isContext: () => true,
  read: ({ google }, { name }) => readDenyPolicy(google, String(name)),
  // An audit log names it by what it is attached to, and none of a project's collections: it waits for the schedule.
  auditedAs: () => undefined,
  find: ({ google }, id) => readDenyPolicy(google, resourceNameOf(id)),
  relations: attachmentOf,
});
