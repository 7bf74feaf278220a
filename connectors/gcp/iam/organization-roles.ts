import { organizationRole } from '#shared/assets/gcp/iam-roles.ts';
import type { JsonObject } from '#shared/model/json.ts';
import { gcpConnector } from '../connector.ts';
import { googleIdentity, resourceNameOf } from '../identity.ts';
import { googleList } from '../operation.ts';
import { definitionOf, getRole, IAM, isPredefined, namedBy } from './role-definitions.ts';

const listRoles = googleList(
  'iam.roles.list',
  `https://${IAM}/v1/{+organization}/roles?view=FULL&pageSize=300`,
  'roles',
  'iam.roles.list (organization)',
);

/** The roles that an organisation defines, and those of Google's that it and its folders grant. Folders define none. */
export default gcpConnector<JsonObject>(organizationRole, {
  level: 'organization',
  operations: { list: [listRoles], read: [getRole] },
  followsReferences: true,
  summarizes: true,
  async *list({ google }, { scope, references }) {
    for (const target of await references(isPredefined)) yield namedBy(target);
    const organization = scope.account.replace(':', '/');
    if (organization.startsWith('organizations/')) yield* google.list(listRoles, { organization });
  },
  identify: (one) => googleIdentity(IAM, one),
  isContext: () => true,
  read: ({ google }, one) => definitionOf(google, one),
  find: ({ google }, id) => google.get(getRole, { name: resourceNameOf(id) }),
});
