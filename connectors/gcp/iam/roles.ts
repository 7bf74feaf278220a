import { role } from '#shared/assets/gcp/iam-roles.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { gcpConnector } from '../connector.ts';
import { googleIdentity, resourceNameOf } from '../identity.ts';
import { googleList } from '../operation.ts';
import { definitionOf, getRole, IAM, isPredefined, namedBy } from './role-definitions.ts';

/** With view FULL and without deleted ones, which grant nothing. */
const listRoles = googleList(
  'iam.roles.list',
  `https://${IAM}/v1/projects/{project}/roles?view=FULL&pageSize=300`,
  'roles',
);

/**
 * In a project with AI assets: the roles that it defines itself, and those of Google's that policies of its assets
 * grant. The former are few, by the quota of a project (300), the latter are asked for one by one.
 */
export default gcpConnector<JsonObject>(role, {
  operations: { list: [listRoles], read: [getRole] },
  followsReferences: true,
  // What other assets that follow references grant is known only after them.
  summarizes: true,
  async *list({ google }, { scope, references, foundInAll }) {
    if (foundInAll?.() === 0) return;
    for (const target of await references(isPredefined)) yield namedBy(target);
    yield* google.list(listRoles, { project: scope.account });
  },
  identify: (one) => googleIdentity(IAM, one),
  isContext: () => true,
  read: ({ google }, one) => definitionOf(google, one),
  find: ({ google }, id) => google.get(getRole, { name: resourceNameOf(id) }),
});
